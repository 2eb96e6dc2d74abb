import { type Area, area, areaArgument, columnCount, rowCount } from "../area";
import { choiceArgument } from "../arguments";
import { notImplemented } from "../apiError";
import type { Book } from "../book";
import { readCells, writeContents } from "../cells";

const COPIED = { Values: "Values", All: "", Formulas: "", Formats: "", Link: "" };

/** Values only. A target that is smaller than the source grows to its size, as in Excel. */
export function copyFrom(
  book: Book,
  target: Area,
  source: unknown,
  type: unknown = "All",
  skipBlanks: unknown = false,
  transpose: unknown = false,
): void {
  const location = "Range.copyFrom";
  if (!choiceArgument(type ?? "All", COPIED, location) || transpose === true)
    throw notImplemented(`${location} of anything but values`);
  const from = areaArgument(book, target.sheetId, source, location);
  const values = readCells(book, from, "Values") ?? [[]];
  const pasted = values.map((row) => row.map((value) => (value === "" && skipBlanks === true ? null : asValue(value))));
  const { sheetId, zone } = target;
  const { top, left } = zone;
  const bottom = top + rowCount(from) - 1;
  const right = left + columnCount(from) - 1;
  writeContents(book, area(sheetId, { top, left, bottom, right }, location), pasted, location);
}

/** A text stays a text, even where it reads as a number or a formula. */
const asValue = (value: unknown) =>
  typeof value === "string" && value !== "" && !value.startsWith("#") && /^[=+\-\d.'(]|^(true|false)$/i.test(value)
    ? `'${value}`
    : value;
