// Charts, one series at a time: Excel's own guess from a range takes headings for numbers.
import { relative } from "../../sheets/address";
import type { Area, ChartKind, ChartSeries, GridCell, GridChart, SheetGrid } from "../../sheets/grid";
import { areaText, lastColumn, lastRow } from "../../sheets/layout/places";
import { LINE_COLOR, SERIES_COLORS } from "../../sheets/styles";
import { rangeOf } from "./ranges";

const TYPES = {
  stackedColumns: "ColumnStacked",
  columns: "ColumnClustered",
  bars: "BarClustered",
  stackedBars: "BarStacked",
  lines: "Line",
} as const satisfies Record<ChartKind, Excel.ChartType | string>;

export function writeCharts(sheet: Excel.Worksheet, { charts, cells }: SheetGrid, sheetName: string): void {
  for (const chart of charts) writeChart(sheet, chart, (series) => nameOf(series, cells, sheetName));
}

function writeChart(sheet: Excel.Worksheet, chart: GridChart, naming: (series: ChartSeries) => string): void {
  const [first] = chart.series;
  if (!first) return;
  const type = TYPES[chart.kind];
  const drawn = sheet.charts.add(type, rangeOf(sheet, first.values), directionOf(first.values));
  drawn.title.text = chart.title;
  if (chart.series.length > 1) drawn.legend.position = "Bottom";
  else drawn.legend.visible = false;
  if (chart.valueAxis !== "") drawn.axes.valueAxis.title.text = chart.valueAxis;
  chart.series.forEach((series, i) => {
    const name = naming(series);
    const written = i === 0 ? drawn.series.getItemAt(0) : drawn.series.add(name);
    written.name = name;
    // Before its looks: Excel formats no series that has no values.
    written.setValues(rangeOf(sheet, series.values));
    written.setXAxisValues(rangeOf(sheet, chart.categories));
    lookOfSeries(written, chart, series, i);
  });
  drawn.setPosition(relative(chart.at.row, chart.at.column), relative(lastRow(chart.at), lastColumn(chart.at)));
}

const directionOf = ({ rows, columns }: Area): "Columns" | "Rows" => (rows >= columns ? "Columns" : "Rows");

/** The text that stands in its cell; where that is a formula, a link to the cell. */
function nameOf({ name }: ChartSeries, cells: readonly GridCell[], sheetName: string): string {
  const text = String(cells.find(({ row, column }) => row === name.row && column === name.column)?.content ?? "");
  return text.startsWith("=") ? `=${areaText(name, sheetName)}` : text;
}

function lookOfSeries(written: Excel.ChartSeries, { kind }: GridChart, { asLine }: ChartSeries, i: number): void {
  if (asLine) written.chartType = "Line";
  const color = asLine ? LINE_COLOR : (SERIES_COLORS[i % SERIES_COLORS.length] as string);
  if (asLine || kind === "lines") written.format.line.color = color;
  else written.format.fill.setSolidColor(color);
}
