// o-spreadsheet draws the columns of a combined chart side by side; Excel's stacked columns stay stacked under a line.
// And every chart keeps what Excel knows of it beside its definition.
import type { OfficeLibrary } from "../library";

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
interface ChartType {
  readonly allowedDefinitionKeys: readonly string[];
  readonly getRuntime: (getters: unknown, definition: { readonly stacked?: boolean }, ...rest: unknown[]) => Runtime;
}

const DRAWN = ["bar", "line", "pie", "scatter", "combo"];

export function installCharts(library: OfficeLibrary): void {
  const types = library.registries.chartTypeRegistry as unknown as {
    get(type: string): ChartType;
    replace(type: string, definition: ChartType): void;
  };
  for (const name of DRAWN) {
    const type = types.get(name);
    types.replace(name, { ...type, allowedDefinitionKeys: [...type.allowedDefinitionKeys, "office"] });
  }
  const combo = types.get("combo");
  types.replace("combo", {
    ...combo,
    allowedDefinitionKeys: [...combo.allowedDefinitionKeys, "stacked"],
    getRuntime: (getters, definition, ...rest) => {
      const runtime = combo.getRuntime(getters, definition, ...rest);
      if (definition.stacked) stack(runtime);
      return runtime;
    },
  });
}

/** Each line is a stack of its own: it stands on the axis, not on the columns. */
function stack({ chartJsConfig: { data, options } }: Runtime): void {
  for (const scale of Object.values(options.scales)) if (scale) scale.stacked = true;
  data.datasets.forEach((dataset, index) => {
    dataset.stack = dataset.type === "line" ? `line ${index}` : "columns";
  });
}
