// Where a chart lies: o-spreadsheet anchors it to a cell and an offset in pixels, Excel measures from the sheet's corner.
import { type Area, span } from "./area";
import { itemNotFound } from "./apiError";
import type { Book } from "./book";
import type { ChartAt } from "./charts";
import { denyIfProtected } from "./protected";
import { grow } from "./sheetSize";

type Dimension = "ROW" | "COL";

export interface Place {
  readonly col: number;
  readonly row: number;
  readonly offset: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

/** As large as Excel's own: 360 by 216 points. */
export const NEW_CHART = { col: 1, row: 1, offset: { x: 0, y: 0 }, size: { width: 480, height: 288 } };

const sizeOf = ({ getters }: Book, sheetId: string, dimension: Dimension, index: number) =>
  dimension === "ROW" ? getters.getRowSize(sheetId, index) : getters.getColSize(sheetId, index);

const sum = (book: Book, sheetId: string, dimension: Dimension, first: number, last: number) =>
  last < first ? 0 : span(first, last).reduce((all, index) => all + sizeOf(book, sheetId, dimension, index), 0);

export function placeOf({ getters }: Book, { sheetId, chartId }: ChartAt): Place {
  const figure = getters.getFigure(sheetId, getters.getFigureIdFromChartId(chartId));
  if (!figure) throw itemNotFound("Chart");
  const { col, row, offset, width, height } = figure;
  return { col, row, offset, width, height };
}

export function movePlace(book: Book, chart: ChartAt, changes: Partial<Place>): void {
  const { sheetId, chartId } = chart;
  denyIfProtected(book, { type: "UPDATE_FIGURE", sheetId }, "Chart");
  const figureId = book.getters.getFigureIdFromChartId(chartId);
  book.dispatch("UPDATE_FIGURE", { sheetId, figureId, ...placeOf(book, chart), ...changes });
}

/** From the first cell's corner to the last cell's far one. */
export function placeOver(book: Book, sheetId: string, first: Area, last: Area | undefined): Partial<Place> {
  const { top, left } = first.zone;
  // Rows are as high as what is written in them.
  book.cells.flush();
  const anchor = { row: top, col: left, offset: { x: 0, y: 0 } };
  grow(book, sheetId, (last ?? first).zone);
  if (!last) return anchor;
  const width = sum(book, sheetId, "COL", left, last.zone.right);
  return { ...anchor, width, height: sum(book, sheetId, "ROW", top, last.zone.bottom) };
}

/** Pixels from the sheet's corner. */
export function distance(book: Book, chart: ChartAt, dimension: Dimension): number {
  const { row, col, offset } = placeOf(book, chart);
  const [index, rest] = dimension === "ROW" ? [row, offset.y] : [col, offset.x];
  return sum(book, chart.sheetId, dimension, 0, index - 1) + rest;
}

export function placeAt(book: Book, chart: ChartAt, dimension: Dimension, wished: number): void {
  const { sheetId } = chart;
  const count = dimension === "ROW" ? book.getters.getNumberRows(sheetId) : book.getters.getNumberCols(sheetId);
  let [index, rest] = [0, wished];
  while (index < count - 1 && rest >= sizeOf(book, sheetId, dimension, index))
    rest -= sizeOf(book, sheetId, dimension, index++);
  const { offset } = placeOf(book, chart);
  if (dimension === "ROW") movePlace(book, chart, { row: index, offset: { ...offset, y: rest } });
  else movePlace(book, chart, { col: index, offset: { ...offset, x: rest } });
}
