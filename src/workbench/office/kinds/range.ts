import {
  addressOf,
  type Area,
  area,
  areaArgument,
  bounding,
  cellArea,
  clipped,
  columnCount,
  intersection,
  isWhole,
  rowCount,
  span,
} from "../area";
import { LAST_COLUMN, LAST_ROW } from "../a1";
import { choiceArgument, indexArgument } from "../arguments";
import { invalidArgument, wrongShape } from "../apiError";
import type { Book } from "../book";
import { readCells, usedZone, writeContents, writeNumberFormats } from "../cells";
import { defineKind } from "../kind";
import { writable } from "../sheetSize";
import { clearRange } from "./rangeClear";
import { copyFrom } from "./rangeCopy";
import { deleteCells, insertCells } from "./rangeRows";
import { selectRange } from "./selection";

const resized = ({ sheetId, zone }: Area, rows: number, columns: number, location: string) =>
  area(sheetId, { ...zone, bottom: zone.bottom + rows, right: zone.right + columns }, location);

const part = ({ sheetId, zone }: Area, changes: Partial<Area["zone"]>, location: string) =>
  area(sheetId, { ...zone, ...changes }, location);

function spill(book: Book, { sheetId, zone }: Area): Area | null {
  const found = book.getters.getSpreadZone({ sheetId, col: zone.left, row: zone.top });
  return found ? area(sheetId, found, "Range.getSpillingToRange") : null;
}

/** The cell whose formula fills this one; null for one that fills itself alone. */
function spillParent({ getters }: Book, { sheetId, zone }: Area): Area | null {
  const found = getters.getArrayFormulaSpreadingOn({ sheetId, col: zone.left, row: zone.top });
  return found ? cellArea(sheetId, found.row, found.col, "Range.getSpillParent") : null;
}

function hasSpill(book: Book, range: Area): boolean | null {
  const zone = clipped(book, range);
  const spilled = span(zone.top, zone.bottom).flatMap((row) =>
    span(zone.left, zone.right).map(
      (col) => book.getters.getArrayFormulaSpreadingOn({ sheetId: range.sheetId, row, col }) !== undefined,
    ),
  );
  return spilled.every(Boolean) || (spilled.some(Boolean) ? null : false);
}

function used(book: Book, range: Area, valuesOnly: unknown): Area | null {
  const zone = usedZone(book, range.sheetId, valuesOnly === true);
  return zone && intersection(area(range.sheetId, zone, "Range.getUsedRange"), range);
}

function group(book: Book, { sheetId, zone }: Area, command: "GROUP_HEADERS" | "UNGROUP_HEADERS", by: unknown): void {
  const dimension = choiceArgument(by, { ByRows: "ROW", ByColumns: "COL" } as const, "Range.group");
  const [start, end] = dimension === "ROW" ? [zone.top, zone.bottom] : [zone.left, zone.right];
  book.dispatch(command, { sheetId, dimension, start, end });
}

function hide(book: Book, range: Area, dimension: "ROW" | "COL", hidden: unknown): void {
  if (typeof hidden !== "boolean") throw invalidArgument(`Range.${dimension === "ROW" ? "row" : "column"}Hidden`);
  const zone = writable(book, range);
  const elements = dimension === "ROW" ? span(zone.top, zone.bottom) : span(zone.left, zone.right);
  book.dispatch(hidden ? "HIDE_COLUMNS_ROWS" : "UNHIDE_COLUMNS_ROWS", { sheetId: range.sheetId, dimension, elements });
}

const cell = ({ sheetId, zone }: Area, row: unknown, column: unknown, location: string) =>
  cellArea(sheetId, zone.top + indexArgument(row, location), zone.left + indexArgument(column, location), location);

export const rangeKind = defineKind<Area>({
  name: "Range",
  identity: ({ memory }, range): Record<string, string> => {
    const reference = memory.referenceOf.get(range);
    return reference === undefined ? {} : { _ReferenceId: reference };
  },
  properties: {
    Values: {
      get: (book, range) => readCells(book, range, "Values"),
      set: (book, range, value) => writeContents(book, range, value, "Range.values"),
    },
    Formulas: {
      get: (book, range) => readCells(book, range, "Formulas"),
      set: (book, range, value) => writeContents(book, range, value, "Range.formulas"),
    },
    NumberFormat: {
      get: (book, range) => readCells(book, range, "NumberFormat"),
      set: (book, range, value) => writeNumberFormats(book, range, value, "Range.numberFormat"),
    },
    Text: { get: (book, range) => readCells(book, range, "Text") },
    ValueTypes: { get: (book, range) => readCells(book, range, "ValueTypes") },
    Address: { get: addressOf },
    RowIndex: { get: (_, { zone }) => zone.top },
    ColumnIndex: { get: (_, { zone }) => zone.left },
    RowCount: { get: (_, range) => rowCount(range) },
    ColumnCount: { get: (_, range) => columnCount(range) },
    CellCount: {
      get: (_, range) =>
        rowCount(range) * columnCount(range) > 2 ** 31 - 1 ? -1 : rowCount(range) * columnCount(range),
    },
    HasSpill: { get: hasSpill },
    IsEntireColumn: { get: (_, range) => rowCount(range) === LAST_ROW + 1 },
    IsEntireRow: { get: (_, range) => columnCount(range) === LAST_COLUMN + 1 },
    RowHidden: {
      get: ({ getters }, { sheetId, zone }) => getters.isRowHidden(sheetId, zone.top),
      set: (book, range, hidden) => hide(book, range, "ROW", hidden),
    },
    ColumnHidden: {
      get: ({ getters }, { sheetId, zone }) => getters.isColHidden(sheetId, zone.left),
      set: (book, range, hidden) => hide(book, range, "COL", hidden),
    },
  },
  children: {
    Format: (_, range) => ({ kind: "RangeFormat", range }),
    Worksheet: (_, { sheetId }) => ({ kind: "Worksheet", sheetId }),
    DataValidation: (_, range) => ({ kind: "DataValidation", range }),
    ConditionalFormats: (_, range) => ({ kind: "ConditionalFormatCollection", range }),
  },
  readsValues: [
    "GetUsedRange",
    "GetUsedRangeOrNullObject",
    "GetSpillingToRange",
    "GetSpillingToRangeOrNullObject",
    "GetSpillParentOrNullObject",
    "CopyFrom",
  ],
  methods: {
    GetCell: (_, range, row, column) => cell(range, row, column, "Range.getCell"),
    GetRow: (_, range, row) => {
      const top = range.zone.top + indexArgument(row, "Range.getRow");
      return part(range, { top, bottom: top }, "Range.getRow");
    },
    GetColumn: (_, range, column) => {
      const left = range.zone.left + indexArgument(column, "Range.getColumn");
      return part(range, { left, right: left }, "Range.getColumn");
    },
    GetOffsetRange: (_, { sheetId, zone }, rows, columns) => {
      const [down, right] = [
        indexArgument(rows, "Range.getOffsetRange"),
        indexArgument(columns, "Range.getOffsetRange"),
      ];
      const moved = {
        top: zone.top + down,
        bottom: zone.bottom + down,
        left: zone.left + right,
        right: zone.right + right,
      };
      return area(sheetId, moved, "Range.getOffsetRange");
    },
    GetResizedRange: (_, range, rows, columns) =>
      resized(
        range,
        indexArgument(rows, "Range.getResizedRange"),
        indexArgument(columns, "Range.getResizedRange"),
        "Range.getResizedRange",
      ),
    GetAbsoluteResizedRange: (_, range, rows, columns) =>
      resized(
        range,
        indexArgument(rows, "Range.getAbsoluteResizedRange") - rowCount(range),
        indexArgument(columns, "Range.getAbsoluteResizedRange") - columnCount(range),
        "Range.getAbsoluteResizedRange",
      ),
    GetBoundingRect: (book, range, other) =>
      bounding(range, areaArgument(book, range.sheetId, other, "Range.getBoundingRect")),
    GetIntersectionOrNullObject: (book, range, other) =>
      intersection(range, areaArgument(book, range.sheetId, other, "Range.getIntersectionOrNullObject")),
    GetLastCell: (_, { sheetId, zone }) => cellArea(sheetId, zone.bottom, zone.right, "Range.getLastCell"),
    GetLastRow: (_, range) => part(range, { top: range.zone.bottom }, "Range.getLastRow"),
    GetLastColumn: (_, range) => part(range, { left: range.zone.right }, "Range.getLastColumn"),
    GetEntireColumn: (_, range) => part(range, { top: 0, bottom: LAST_ROW }, "Range.getEntireColumn"),
    GetEntireRow: (_, range) => part(range, { left: 0, right: LAST_COLUMN }, "Range.getEntireRow"),
    GetUsedRange: (book, range, valuesOnly) => used(book, range, valuesOnly) ?? cell(range, 0, 0, "Range.getUsedRange"),
    GetUsedRangeOrNullObject: used,
    GetSpillingToRange: (book, range) => {
      const spilled = spill(book, range);
      if (!spilled) throw invalidArgument("Range.getSpillingToRange");
      return spilled;
    },
    GetSpillingToRangeOrNullObject: spill,
    GetSpillParentOrNullObject: spillParent,
    Clear: clearRange,
    CopyFrom: copyFrom,
    Insert: insertCells,
    Delete: deleteCells,
    Select: selectRange,
    Calculate: () => undefined,
    Group: (book, range, by) => group(book, range, "GROUP_HEADERS", by),
    Ungroup: (book, range, by) => group(book, range, "UNGROUP_HEADERS", by),
    _KeepReference: ({ memory, newId }, range) => {
      const reference = memory.referenceOf.get(range) ?? newId();
      memory.referenceOf.set(range, reference);
      memory.references.set(reference, range);
    },
    // Before a large matrix arrives in pieces: the sheet grows once.
    _ValidateArraySize: (book, range, rows, columns) => {
      if (rowCount(range) !== rows || columnCount(range) !== columns || isWhole(range))
        throw wrongShape("Range.values");
      writable(book, range);
    },
  },
});
