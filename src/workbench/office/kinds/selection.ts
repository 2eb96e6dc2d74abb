import { type Area, area, cellArea, clipped } from "../area";
import type { Book } from "../book";

export function activateSheet({ getters, dispatch }: Book, sheetId: string): void {
  const active = getters.getActiveSheetId();
  if (active !== sheetId) dispatch("ACTIVATE_SHEET", { sheetIdFrom: active, sheetIdTo: sheetId });
}

export function selectRange(book: Book, range: Area): void {
  activateSheet(book, range.sheetId);
  book.afterwards(() => {
    const zone = clipped(book, range);
    book.model.selection.selectZone({ cell: { col: zone.left, row: zone.top }, zone });
  });
}

export const selectedRange = ({ getters }: Book) =>
  area(getters.getActiveSheetId(), getters.getSelectedZone(), "Workbook.getSelectedRange");

export function activeCell({ getters }: Book) {
  const { sheetId, row, col } = getters.getActivePosition();
  return cellArea(sheetId, row, col, "Workbook.getActiveCell");
}
