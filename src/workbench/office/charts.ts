// Charts as o-spreadsheet keeps them: the definition is the only truth, Excel's view of it is computed.
import { addressOf, type Area, localAddress } from "./area";
import { itemNotFound, notImplemented } from "./apiError";
import type { Book } from "./book";
import { CHART_TYPES, type Drawing, drawingOf } from "./chartTypes";
import { denyIfProtected } from "./protected";

export interface SeriesStyle {
  readonly label: string;
  /** `='Sheet'!$A$1`: the name is what stands there. */
  readonly nameFormula?: string;
  readonly backgroundColor?: string;
  readonly yAxisId?: "y1";
  /** In a combined chart. */
  readonly type?: "bar" | "line";
  /** Excel's type, where it is not the chart's. */
  readonly chartType?: string;
}

export interface AxisDesign {
  readonly title?: { readonly text: string };
  readonly min?: number;
  readonly max?: number;
  readonly gridLines?: "major" | "none";
  readonly numberFormat?: string;
}

export interface ChartDefinition {
  readonly type: string;
  readonly title: { readonly text: string };
  readonly legendPosition: string;
  readonly dataSetStyles: Readonly<Record<string, SeriesStyle>>;
  readonly axesDesign: Readonly<Record<string, AxisDesign | undefined>>;
  readonly dataSource: {
    readonly type: "range";
    readonly dataSets: readonly { readonly dataSetId: string; readonly dataRange: string }[];
    readonly dataSetsHaveTitle: boolean;
    readonly labelRange?: string;
  };
  /** What Excel keeps and o-spreadsheet does not know. */
  readonly office: {
    readonly name: string;
    readonly chartType: string;
    /** Also while the title is hidden. */
    readonly title: string;
  };
}

export interface ChartAt {
  readonly sheetId: string;
  readonly chartId: string;
}

export const chartIds = ({ getters }: Book, sheetId: string) => getters.getChartIds(sheetId);

/** Charts that a user made have no name and type of Excel's yet. */
export function readChart({ getters }: Book, { sheetId, chartId }: ChartAt): ChartDefinition {
  const index = getters.getChartIds(sheetId).indexOf(chartId);
  if (index < 0) throw itemNotFound("Chart");
  const definition = getters.getChartDefinition(chartId) as unknown as ChartDefinition;
  const title = definition.title?.text ?? "";
  const own = definition.office as ChartDefinition["office"] | undefined;
  const office = own ?? { name: `Chart ${index + 1}`, chartType: typeFrom(definition), title };
  return {
    ...definition,
    axesDesign: definition.axesDesign ?? {},
    dataSetStyles: definition.dataSetStyles ?? {},
    office,
  };
}

function typeFrom(definition: ChartDefinition): string {
  const drawn = definition as unknown as Record<string, unknown>;
  const same = ([, drawing]: [string, Drawing]) =>
    drawing.type === (definition.type === "combo" ? "bar" : definition.type) &&
    (["stacked", "horizontal", "fillArea", "isDoughnut"] as const).every((key) => !!drawing[key] === !!drawn[key]);
  return Object.entries(CHART_TYPES).find(same)?.[0] ?? "ColumnClustered";
}

export function changeChart(book: Book, chart: ChartAt, changes: Partial<ChartDefinition>): void {
  const { sheetId, chartId } = chart;
  denyIfProtected(book, { type: "UPDATE_CHART", sheetId }, "Chart");
  const figureId = book.getters.getFigureIdFromChartId(chartId);
  const definition = drawn({ ...readChart(book, chart), ...changes });
  book.dispatch("UPDATE_CHART", { sheetId, chartId, figureId, definition });
}

/** The definition with everything that follows from Excel's types of the chart and its series. */
export function drawn(definition: ChartDefinition): ChartDefinition {
  const main = drawingOf(definition.office.chartType, "Chart.chartType");
  const drawings = definition.dataSource.dataSets.map(({ dataSetId }) => {
    const { chartType } = definition.dataSetStyles[dataSetId] ?? {};
    return [dataSetId, chartType === undefined ? main : drawingOf(chartType, "ChartSeries.chartType")] as const;
  });
  const common = commonPart(definition);
  if (drawings.every(([, { type }]) => type === main.type)) return { ...common, ...main };
  if (drawings.some(([, { type, horizontal }]) => horizontal || (type !== "bar" && type !== "line")))
    throw notImplemented("ChartSeries.chartType: combinations of anything but columns and lines");
  const dataSetStyles = Object.fromEntries(
    drawings.map(([id, { type }]) => [
      id,
      { ...(definition.dataSetStyles[id] as SeriesStyle), type: type as "bar" | "line" },
    ]),
  );
  const hideDataMarkers = drawings.every(([, { type, hideDataMarkers: hidden }]) => type === "bar" || hidden);
  return { ...common, type: "combo", dataSetStyles, ...{ stacked: !!main.stacked, hideDataMarkers } };
}

/** Without what belongs to the type that it had. */
const commonPart = ({
  type,
  title,
  legendPosition,
  dataSetStyles,
  axesDesign,
  dataSource,
  office,
}: ChartDefinition) => ({
  ...{ type, title, legendPosition, dataSetStyles, axesDesign, dataSource, office },
  ...{ stacked: false, humanize: false, labelsAsText: false, cumulative: false },
});

/** The sheet's name only where it is another one: then a copy of the sheet draws its own cells. */
export const sourceAddress = (book: Book, sheetId: string, range: Area) =>
  range.sheetId === sheetId ? localAddress(range) : addressOf(book, range);

export const changeOffice = (book: Book, chart: ChartAt, changes: Partial<ChartDefinition["office"]>) =>
  changeChart(book, chart, { office: { ...readChart(book, chart).office, ...changes } });

export const isHorizontal = ({ office }: ChartDefinition) => !!CHART_TYPES[office.chartType]?.horizontal;
