// Insertion and deletion of whole rows and columns.
import { type Area, clipped, columnCount, rowCount, span } from "../area";
import { LAST_COLUMN, LAST_ROW } from "../a1";
import { choiceArgument } from "../arguments";
import { notImplemented } from "../apiError";
import type { Book } from "../book";
import { denyIfProtected } from "../protected";
import { grow } from "../sheetSize";

type Dimension = "ROW" | "COL";

function wholeDimension(range: Area, location: string): Dimension {
  if (columnCount(range) === LAST_COLUMN + 1) return "ROW";
  if (rowCount(range) === LAST_ROW + 1) return "COL";
  throw notImplemented(`${location} of anything but whole rows or columns`);
}

export function insertCells(book: Book, range: Area, shift: unknown): Area {
  choiceArgument(shift, { Down: true, Right: true }, "Range.insert");
  const dimension = wholeDimension(range, "Range.insert");
  const { sheetId, zone } = range;
  const base = dimension === "ROW" ? zone.top : zone.left;
  const quantity = dimension === "ROW" ? rowCount(range) : columnCount(range);
  denyIfProtected(book, { type: "ADD_COLUMNS_ROWS", sheetId, dimension }, "Range.insert");
  grow(book, sheetId, {
    top: 0,
    left: 0,
    bottom: dimension === "ROW" ? base : 0,
    right: dimension === "COL" ? base : 0,
  });
  const sheetName = book.getters.getSheetName(sheetId);
  book.dispatch("ADD_COLUMNS_ROWS", { sheetId, sheetName, dimension, base, position: "before", quantity });
  return range;
}

export function deleteCells(book: Book, range: Area, shift: unknown): void {
  choiceArgument(shift, { Up: true, Left: true }, "Range.delete");
  const dimension = wholeDimension(range, "Range.delete");
  const { sheetId } = range;
  denyIfProtected(book, { type: "REMOVE_COLUMNS_ROWS", sheetId, dimension }, "Range.delete");
  const zone = clipped(book, range);
  const elements = dimension === "ROW" ? span(zone.top, zone.bottom) : span(zone.left, zone.right);
  const sheetName = book.getters.getSheetName(sheetId);
  if (elements.length > 0) book.dispatch("REMOVE_COLUMNS_ROWS", { sheetId, sheetName, dimension, elements });
}
