import { LAST_COLUMN, LAST_ROW } from "../a1";
import { type Area, clipped, isWhole, span } from "../area";
import { booleanArgument, choiceArgument, colorArgument, numberArgument, textArgument } from "../arguments";
import type { Book } from "../book";
import { setStyle, styleAt } from "../cells";
import { defineKind, type Item, type Property } from "../kind";
import type { OfficeStyle, Zone } from "../library";
import { common } from "../matrix";
import { denyIfProtected } from "../protected";
import { grow, writable } from "../sheetSize";
import { pixels, points } from "../units";
import { autofitColumns, autofitRows } from "./autofit";

/** What hangs below range.format: still the range's. */
interface OfRange extends Item {
  readonly range: Area;
}

const below =
  (kind: string) =>
  (_: Book, { range }: OfRange) => ({ kind, range });

/** A property of the cells' style; null where cells differ, as Excel answers. */
function styled<K extends keyof OfficeStyle>(
  key: K,
  shown: (value: OfficeStyle[K]) => unknown,
  accepted: (value: unknown) => OfficeStyle[K],
  location: string,
): Property<OfRange> {
  return {
    get: (book, { range }) => {
      const zone = clipped(book, range);
      // Shown values are compared: no style and the default one are the same to Excel.
      const value = common(zone, (row, col) => shown(styleAt(book, range.sheetId, row, col)[key]));
      return value ?? null;
    },
    set: (book, { range }, value) => setStyle(book, range, { [key]: accepted(value) }, location),
  };
}

const flag = (key: "bold" | "italic" | "strikethrough", location: string) =>
  styled(
    key,
    (value) => value ?? false,
    (value) => booleanArgument(value, location),
    location,
  );

const HORIZONTAL = {
  General: undefined,
  Left: "left",
  Center: "center",
  Right: "right",
  CenterAcrossSelection: "center",
} as const;
const VERTICAL = { Top: "top", Center: "middle", Bottom: "bottom" } as const;
const UNDERLINE = { None: false, Single: true, Double: true, SingleAccountant: true, DoubleAccountant: true };

const nameOf = (table: Readonly<Record<string, unknown>>, value: unknown) =>
  Object.keys(table).find((name) => table[name] === value);

const rowsOrColumns = ({ top, bottom, left, right }: Zone, dimension: "ROW" | "COL") =>
  dimension === "ROW" ? span(top, bottom) : span(left, right);

function size(dimension: "ROW" | "COL", location: string): Property<OfRange> {
  return {
    get: (book, { range }) => {
      const { sheetId } = range;
      const sizes = rowsOrColumns(clipped(book, range), dimension).map((index) =>
        dimension === "ROW" ? book.getters.getRowSize(sheetId, index) : book.getters.getColSize(sheetId, index),
      );
      return sizes.every((one) => one === sizes[0]) ? points(sizes[0] ?? 0) : null;
    },
    set: (book, { range }, value) => {
      const { sheetId } = range;
      const inPoints = numberArgument(value, location, { min: 0, max: dimension === "ROW" ? 409.5 : 2000 });
      denyIfProtected(book, { type: "RESIZE_COLUMNS_ROWS", sheetId, dimension }, location);
      const zone = isWhole(range) ? wholeZone(book, range, dimension) : writable(book, range);
      const elements = rowsOrColumns(zone, dimension);
      book.dispatch("RESIZE_COLUMNS_ROWS", { sheetId, dimension, elements, size: pixels(inPoints) });
    },
  };
}

/** Of `A:C` the columns must be there, of `1:3` the rows; the rest of the sheet stays as it is. */
function wholeZone(book: Book, { sheetId, zone }: Area, dimension: "ROW" | "COL"): Zone {
  const needed = dimension === "ROW" ? { bottom: zone.bottom, right: 0 } : { bottom: 0, right: zone.right };
  const fits = needed.bottom < LAST_ROW && needed.right < LAST_COLUMN;
  if (fits) grow(book, sheetId, { top: 0, left: 0, ...needed });
  return clipped(book, { kind: "Range", sheetId, zone });
}

export const rangeFormatKinds = [
  defineKind<OfRange>({
    name: "RangeFormat",
    children: {
      Fill: below("RangeFill"),
      Font: below("RangeFont"),
      Borders: below("RangeBorderCollection"),
      Protection: below("FormatProtection"),
    },
    properties: {
      ColumnWidth: size("COL", "RangeFormat.columnWidth"),
      RowHeight: size("ROW", "RangeFormat.rowHeight"),
      HorizontalAlignment: styled(
        "align",
        (value) => nameOf(HORIZONTAL, value) ?? "General",
        (value) => choiceArgument(value, HORIZONTAL, "RangeFormat.horizontalAlignment"),
        "RangeFormat.horizontalAlignment",
      ),
      VerticalAlignment: styled(
        "verticalAlign",
        (value) => nameOf(VERTICAL, value) ?? "Bottom",
        (value) => choiceArgument(value, VERTICAL, "RangeFormat.verticalAlignment"),
        "RangeFormat.verticalAlignment",
      ),
      WrapText: styled(
        "wrapping",
        (value) => value === "wrap",
        (value) => (booleanArgument(value, "RangeFormat.wrapText") ? "wrap" : "overflow"),
        "RangeFormat.wrapText",
      ),
      IndentLevel: styled(
        "indent",
        (value) => value ?? 0,
        (value) => numberArgument(value, "RangeFormat.indentLevel", { min: 0, max: 250 }),
        "RangeFormat.indentLevel",
      ),
    },
    methods: {
      AutofitColumns: (book, { range }) => autofitColumns(book, range),
      AutofitRows: (book, { range }) => autofitRows(book, range),
    },
  }),
  defineKind<OfRange>({
    name: "RangeFill",
    properties: {
      Color: styled(
        "fillColor",
        (value) => value || "#FFFFFF",
        (value) => (value === "" ? "" : colorArgument(value, "RangeFill.color")),
        "RangeFill.color",
      ),
    },
    methods: { Clear: (book, { range }) => setStyle(book, range, { fillColor: "" }, "RangeFill.clear") },
  }),
  defineKind<OfRange>({
    name: "RangeFont",
    properties: {
      Bold: flag("bold", "RangeFont.bold"),
      Italic: flag("italic", "RangeFont.italic"),
      Strikethrough: flag("strikethrough", "RangeFont.strikethrough"),
      Underline: styled(
        "underline",
        (value) => (value ? "Single" : "None"),
        (value) => choiceArgument(value, UNDERLINE, "RangeFont.underline"),
        "RangeFont.underline",
      ),
      Color: styled(
        "textColor",
        (value) => value || "#000000",
        (value) => colorArgument(value, "RangeFont.color"),
        "RangeFont.color",
      ),
      Size: styled(
        "fontSize",
        (value) => value ?? 11,
        (value) => numberArgument(value, "RangeFont.size", { min: 1, max: 409 }),
        "RangeFont.size",
      ),
      Name: styled(
        "fontName",
        (value) => value ?? "Aptos Narrow",
        (value) => textArgument(value, "RangeFont.name"),
        "RangeFont.name",
      ),
    },
  }),
  defineKind<OfRange>({
    name: "FormatProtection",
    properties: {
      Locked: styled(
        "locked",
        (value) => value ?? true,
        (value) => booleanArgument(value, "FormatProtection.locked"),
        "FormatProtection.locked",
      ),
    },
  }),
];
