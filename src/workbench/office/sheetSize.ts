// Excel's sheets are endless; these grow. Room is left for what formulas spill.
import { type Area, clipped, isWhole } from "./area";
import type { Book } from "./book";
import type { Zone } from "./library";

export const NEW_SHEET = { rows: 200, cols: 30 };
const ROOM = { rows: 50, cols: 10 };

/** Where a write goes, in a sheet that is large enough. Whole columns and rows end with the sheet. */
export function writable(book: Book, range: Area): Zone {
  if (!isWhole(range)) grow(book, range.sheetId, range.zone);
  return clipped(book, range);
}

export function grow({ getters, dispatch }: Book, sheetId: string, { bottom, right }: Zone): void {
  const { numberOfRows, numberOfCols } = getters.getSheetSize(sheetId);
  const add = (dimension: "ROW" | "COL", size: number, quantity: number) => {
    const sheetName = getters.getSheetName(sheetId);
    if (quantity > 0)
      dispatch("ADD_COLUMNS_ROWS", { sheetId, sheetName, dimension, base: size - 1, position: "after", quantity });
  };
  add("ROW", numberOfRows, bottom + 1 + ROOM.rows - numberOfRows);
  add("COL", numberOfCols, right + 1 + ROOM.cols - numberOfCols);
}
