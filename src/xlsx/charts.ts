// Charts of a grid -> charts of a file. A capacity over columns is a line: combined.ts makes it one.
import type { SheetChart } from "hucre";
import { absolute, sheetPrefix } from "../sheets/address";
import type { Area, ChartKind, GridChart, SheetGrid } from "../sheets/grid";
import { LINE_COLOR, SERIES_COLORS } from "../sheets/styles";
import type { ReadValue } from "./values";

const FAMILY: Readonly<Record<ChartKind, Pick<SheetChart, "type" | "barGrouping">>> = {
  stackedColumns: { type: "column", barGrouping: "stacked" },
  columns: { type: "column", barGrouping: "clustered" },
  bars: { type: "bar", barGrouping: "clustered" },
  stackedBars: { type: "bar", barGrouping: "stacked" },
  lines: { type: "line" },
};

const reference = (sheet: string, { row, column, rows, columns }: Area): string =>
  `${sheetPrefix(sheet)}${absolute(row, column)}:${absolute(row + rows - 1, column + columns - 1)}`;

const colorOf = (i: number, asLine: boolean | undefined): string =>
  (asLine ? LINE_COLOR : (SERIES_COLORS[i % SERIES_COLORS.length] as string)).replace("#", "");

export const fileCharts = (grid: SheetGrid, read: ReadValue): SheetChart[] =>
  grid.charts.map((chart) => fileChart(grid, chart, read));

function fileChart({ name }: SheetGrid, chart: GridChart, read: ReadValue): SheetChart {
  const { title, kind, series, categories, valueAxis, at } = chart;
  return {
    ...FAMILY[kind],
    title,
    series: series.map((one, i) => ({
      name: String(read(name, one.name.row, one.name.column) ?? ""),
      values: reference(name, one.values),
      categories: reference(name, categories),
      color: colorOf(i, one.asLine),
      ...(kind === "lines" && { smooth: false }),
    })),
    anchor: {
      from: { row: at.row - 1, col: at.column - 1 },
      to: { row: at.row - 1 + at.rows, col: at.column - 1 + at.columns },
    },
    axes: { y: { title: valueAxis } },
  };
}
