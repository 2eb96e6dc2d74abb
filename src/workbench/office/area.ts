// Ranges: a zone of a sheet.
import { LAST_COLUMN, LAST_ROW, parseReference, sheetPrefix, spellZone } from "./a1";
import { invalidArgument } from "./apiError";
import type { Book } from "./book";
import { isItem, type Item } from "./kind";
import type { Zone } from "./library";

export interface Area extends Item {
  readonly kind: "Range";
  readonly sheetId: string;
  readonly zone: Zone;
}

export const rowCount = ({ zone }: Area) => zone.bottom - zone.top + 1;
export const columnCount = ({ zone }: Area) => zone.right - zone.left + 1;
/** Whole columns or rows: as large as Excel's sheet, whatever the size of this one. */
export const isWhole = ({ zone }: Area) => zone.bottom === LAST_ROW || zone.right === LAST_COLUMN;

export function area(sheetId: string, zone: Zone, location: string): Area {
  const { top, left, bottom, right } = zone;
  const fits = top >= 0 && left >= 0 && bottom <= LAST_ROW && right <= LAST_COLUMN && top <= bottom && left <= right;
  if (!fits || ![top, left, bottom, right].every(Number.isInteger)) throw invalidArgument(location);
  return { kind: "Range", sheetId, zone };
}

export const cellArea = (sheetId: string, row: number, column: number, location: string) =>
  area(sheetId, { top: row, bottom: row, left: column, right: column }, location);

/** An address or a name, as `worksheet.getRange` takes it; nothing means the whole sheet. */
export function areaAt(book: Book, sheetId: string, address: unknown, location: string): Area {
  if (address === null || address === undefined || address === "")
    return area(sheetId, { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN }, location);
  if (typeof address !== "string") throw invalidArgument(location);
  const text = address.replace(/^=/, "");
  const reference = parseReference(text);
  if (!reference) return namedArea(book, sheetId, text, location);
  const owner = reference.sheet === undefined ? sheetId : book.getters.getSheetIdByName(reference.sheet);
  if (!owner) throw invalidArgument(location);
  return area(owner, reference.zone, location);
}

function namedArea(book: Book, sheetId: string, name: string, location: string): Area {
  const own = book.getters.getOfficeNames(sheetId).find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (own && parseReference(own.formula.slice(1))) return areaAt(book, sheetId, own.formula, location);
  const range = book.getters.getNamedRange(name)?.range;
  if (!range) throw invalidArgument(location);
  return area(range.sheetId, range.zone, location);
}

/** A range object, or the address of one. */
export const areaArgument = (book: Book, sheetId: string, value: unknown, location: string): Area =>
  isItem(value) && value.kind === "Range" ? (value as Area) : areaAt(book, sheetId, value ?? undefined, location);

export const localAddress = ({ zone }: Area, dollar: "" | "$" = "") => spellZone(zone, dollar);

export const addressOf = (book: Book, range: Area, dollar: "" | "$" = "") =>
  sheetPrefix(book.getters.getSheetName(range.sheetId)) + localAddress(range, dollar);

export function intersection(one: Area, other: Area): Area | null {
  if (one.sheetId !== other.sheetId) return null;
  const zone = {
    top: Math.max(one.zone.top, other.zone.top),
    left: Math.max(one.zone.left, other.zone.left),
    bottom: Math.min(one.zone.bottom, other.zone.bottom),
    right: Math.min(one.zone.right, other.zone.right),
  };
  return zone.top > zone.bottom || zone.left > zone.right ? null : { ...one, zone };
}

export const bounding = (one: Area, other: Area): Area => ({
  ...one,
  zone: {
    top: Math.min(one.zone.top, other.zone.top),
    left: Math.min(one.zone.left, other.zone.left),
    bottom: Math.max(one.zone.bottom, other.zone.bottom),
    right: Math.max(one.zone.right, other.zone.right),
  },
});

/** Without what lies outside the sheet as it is. */
export function clipped(book: Book, { sheetId, zone }: Area): Zone {
  const { numberOfRows, numberOfCols } = book.getters.getSheetSize(sheetId);
  return {
    ...zone,
    bottom: Math.min(zone.bottom, numberOfRows - 1),
    right: Math.min(zone.right, numberOfCols - 1),
  };
}

export const span = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
