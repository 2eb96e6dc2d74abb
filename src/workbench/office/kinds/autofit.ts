// Widths that fit need computed values, so they are set after the batch.
import { type Area, clipped, span } from "../area";
import type { Book } from "../book";
import { denyIfProtected } from "../protected";

/** Without a screen there are no fonts to measure: pixels of a digit in Excel's standard font. */
const CHARACTER = 7;
const PADDING = 5;
const WIDEST = 1790;

export function autofitColumns(book: Book, range: Area): void {
  const { sheetId } = range;
  denyIfProtected(book, { type: "RESIZE_COLUMNS_ROWS", sheetId, dimension: "COL" }, "RangeFormat.autofitColumns");
  book.afterwards(() => {
    if (!book.getters.tryGetSheet(sheetId)) return;
    const { left, right } = clipped(book, range);
    if (typeof document === "undefined") estimateWidths(book, sheetId, left, right);
    else book.model.dispatch("AUTORESIZE_COLUMNS", { sheetId, cols: span(left, right) });
  });
}

function estimateWidths({ getters, model }: Book, sheetId: string, left: number, right: number): void {
  const longest = new Map<number, number>();
  for (const { row, col } of getters.getEvaluatedCellsPositions(sheetId)) {
    if (col < left || col > right) continue;
    const { formattedValue } = getters.getEvaluatedCell({ sheetId, row, col });
    longest.set(col, Math.max(longest.get(col) ?? 0, formattedValue.length));
  }
  for (const [col, characters] of longest) {
    const size = Math.min(WIDEST, characters * CHARACTER + PADDING);
    if (characters > 0) model.dispatch("RESIZE_COLUMNS_ROWS", { sheetId, dimension: "COL", elements: [col], size });
  }
}

export function autofitRows(book: Book, range: Area): void {
  const { sheetId } = range;
  denyIfProtected(book, { type: "RESIZE_COLUMNS_ROWS", sheetId, dimension: "ROW" }, "RangeFormat.autofitRows");
  const { top, bottom } = clipped(book, range);
  // A row without a height of its own is as high as its content.
  book.dispatch("RESIZE_COLUMNS_ROWS", { sheetId, dimension: "ROW", elements: span(top, bottom), size: null });
}
