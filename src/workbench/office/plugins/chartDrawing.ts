// What Excel's charts have beyond o-spreadsheet's: stacked columns under a line, names of series that are links to cells,
// and what only Excel knows of a chart beside its definition.
import type { SeriesStyle } from "../charts";
import type { OfficeLibrary } from "../library";

interface Definition {
  readonly stacked?: boolean;
  readonly dataSetStyles?: Readonly<Record<string, SeriesStyle>>;
}
interface Dataset {
  readonly type?: string;
  stack?: string;
}
interface Runtime {
  readonly chartJsConfig: {
    readonly data: { readonly datasets: readonly Dataset[] };
    readonly options: { readonly scales: Readonly<Record<string, { stacked?: boolean } | undefined>> };
  };
}
interface ChartGetters {
  evaluateFormula(sheetId: string, formula: string): unknown;
  copyFormulaStringForSheet(from: string, to: string, formula: string, mode: "moveReference"): string;
}
interface RangeAdapters {
  readonly adaptFormulaString: (sheetId: string, formula: string) => string;
}
interface ChartType {
  readonly allowedDefinitionKeys: readonly string[];
  readonly getRuntime: (
    getters: ChartGetters,
    definition: Definition,
    data: unknown,
    sheetId: string,
    ...rest: unknown[]
  ) => Runtime;
  readonly updateRanges: (definition: Definition, adapters: RangeAdapters, sheetId: string) => Definition;
  readonly duplicateInDuplicatedSheet: (
    definition: Definition,
    from: string,
    to: string,
    getters: ChartGetters,
  ) => Definition;
}

const DRAWN = ["bar", "line", "pie", "scatter", "combo"];

export function installCharts(library: OfficeLibrary): void {
  const types = library.registries.chartTypeRegistry as unknown as {
    get(type: string): ChartType;
    replace(type: string, definition: ChartType): void;
  };
  for (const name of DRAWN) types.replace(name, extended(types.get(name), name === "combo"));
}

function extended(type: ChartType, isCombo: boolean): ChartType {
  return {
    ...type,
    allowedDefinitionKeys: [...type.allowedDefinitionKeys, "office", ...(isCombo ? ["stacked"] : [])],
    getRuntime: (getters, definition, data, sheetId, ...rest) => {
      const named = withNames(definition, (formula) => ({ label: textOf(getters.evaluateFormula(sheetId, formula)) }));
      const runtime = type.getRuntime(getters, named, data, sheetId, ...rest);
      if (isCombo && definition.stacked) stack(runtime);
      return runtime;
    },
    updateRanges: (definition, adapters, sheetId) =>
      withNames(type.updateRanges(definition, adapters, sheetId), (formula) => ({
        nameFormula: adapters.adaptFormulaString(sheetId, formula),
      })),
    duplicateInDuplicatedSheet: (definition, from, to, getters) =>
      withNames(type.duplicateInDuplicatedSheet(definition, from, to, getters), (formula) => ({
        nameFormula: getters.copyFormulaStringForSheet(from, to, formula, "moveReference"),
      })),
  };
}

/** Changes the series whose name is a link to a cell. */
function withNames(definition: Definition, change: (formula: string) => Partial<SeriesStyle>): Definition {
  const styles = Object.entries(definition.dataSetStyles ?? {});
  if (!styles.some(([, { nameFormula }]) => nameFormula)) return definition;
  const changed = styles.map(([id, style]): [string, SeriesStyle] => [
    id,
    style.nameFormula === undefined ? style : { ...style, ...change(style.nameFormula) },
  ]);
  return { ...definition, dataSetStyles: Object.fromEntries(changed) };
}

const textOf = (value: unknown): string =>
  String((Array.isArray(value) ? (value as unknown[][])[0]?.[0] : value) ?? "");

/** Each line is a stack of its own: it stands on the axis, not on the columns. */
function stack({ chartJsConfig: { data, options } }: Runtime): void {
  for (const scale of Object.values(options.scales)) if (scale) scale.stacked = true;
  data.datasets.forEach((dataset, index) => {
    dataset.stack = dataset.type === "line" ? `line ${index}` : "columns";
  });
}
