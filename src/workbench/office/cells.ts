// Contents and computed values of cells, as Excel gives and takes them.
import { invalidArgument, notImplemented } from "./apiError";
import { type Area, isWhole } from "./area";
import type { Book } from "./book";
import type { OfficeStyle, Zone } from "./library";
import { matrixOf, valuesFor } from "./matrix";
import { denyIfProtected } from "./protected";
import { writable } from "./sheetSize";

/** o-spreadsheet's errors that Excel calls otherwise. */
const EXCEL_ERROR: Readonly<Record<string, string>> = {
  "#ERROR": "#VALUE!",
  "#BAD_EXPR": "#NAME?",
  "#CYCLE": "#REF!",
  "#REF": "#REF!",
};
const VALUE_TYPE: Readonly<Record<string, string>> = {
  number: "Double",
  text: "String",
  boolean: "Boolean",
  error: "Error",
  empty: "Empty",
};

const evaluated = ({ getters }: Book, sheetId: string, row: number, col: number) => {
  const { numberOfRows, numberOfCols } = getters.getSheetSize(sheetId);
  return row < numberOfRows && col < numberOfCols ? getters.getEvaluatedCell({ sheetId, row, col }) : undefined;
};

export function valueAt(book: Book, sheetId: string, row: number, col: number): string | number | boolean {
  const cell = evaluated(book, sheetId, row, col);
  if (!cell || cell.value === null) return "";
  return cell.type === "error" ? (EXCEL_ERROR[String(cell.value)] ?? cell.value) : cell.value;
}

const contentAt = ({ getters }: Book, sheetId: string, row: number, col: number) =>
  getters.getCell({ sheetId, row, col });

function formulaAt(book: Book, sheetId: string, row: number, col: number): string | number | boolean {
  const own = contentAt(book, sheetId, row, col);
  return own?.isFormula ? own.compiledFormula.toFormulaString(book.getters) : valueAt(book, sheetId, row, col);
}

function textAt(book: Book, sheetId: string, row: number, col: number): string {
  const cell = evaluated(book, sheetId, row, col);
  return cell?.type === "error" ? String(valueAt(book, sheetId, row, col)) : (cell?.formattedValue ?? "");
}

const READ = {
  Values: valueAt,
  Formulas: formulaAt,
  Text: textAt,
  ValueTypes: (book: Book, sheetId: string, row: number, col: number) =>
    VALUE_TYPE[evaluated(book, sheetId, row, col)?.type ?? "empty"],
  NumberFormat: (book: Book, sheetId: string, row: number, col: number) =>
    contentAt(book, sheetId, row, col)?.format ?? "General",
};

/** null for whole columns and rows, as Excel answers. */
export const readCells = (book: Book, range: Area, what: keyof typeof READ): unknown[][] | null =>
  isWhole(range) ? null : matrixOf(range.zone, (row, column) => READ[what](book, range.sheetId, row, column));

export function writeContents(book: Book, range: Area, value: unknown, location: string): void {
  const at = valuesFor(range, value, location);
  const { sheetId } = range;
  denyIfProtected(book, { type: "CLEAR_CELLS", sheetId, target: [range.zone] }, location);
  const zone = writable(book, range);
  const contents = matrixOf(zone, (row, col) => contentOf(book, at(row - zone.top, col - zone.left), location));
  contents.forEach((row, down) =>
    row.forEach((content, across) => {
      if (content !== null) book.cells.write(sheetId, zone.top + down, zone.left + across, { content });
    }),
  );
}

function contentOf(book: Book, value: unknown, location: string): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string") throw invalidArgument(location);
  if (value.length > 1 && value.startsWith("=")) checkFormula(book, value, location);
  return value;
}

/** Excel refuses what it cannot parse; an unknown function is an error of the cell. */
export function checkFormula({ library }: Book, formula: string, location: string): void {
  try {
    library.parse(formula);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw invalidArgument(location, `The formula ${formula} cannot be parsed: ${why}`);
  }
}

export function writeNumberFormats(book: Book, range: Area, value: unknown, location: string): void {
  const at = valuesFor(range, value, location);
  const { sheetId } = range;
  denyIfProtected(book, { type: "SET_FORMATTING", sheetId }, location);
  const zone = writable(book, range);
  const formats = matrixOf(zone, (row, col) => at(row - zone.top, col - zone.left));
  for (const format of new Set(formats.flat())) checkFormat(book, format, location);
  formats.forEach((row, down) =>
    row.forEach((format, across) => {
      if (format === null || format === undefined) return;
      const own = { format: format === "General" ? "" : String(format) };
      book.cells.write(sheetId, zone.top + down, zone.left + across, own);
    }),
  );
}

/** A number that o-spreadsheet cannot format would be an error here, and none in Excel. */
function checkFormat({ library, getters }: Book, format: unknown, location: string): void {
  if (format === null || format === undefined || format === "General") return;
  if (typeof format !== "string") throw invalidArgument(location);
  try {
    library.helpers.formatValue(1234.5, { format, locale: getters.getLocale() });
  } catch {
    throw notImplemented(`the number format ${format}`);
  }
}

export function setStyle(book: Book, range: Area, style: OfficeStyle, location: string): void {
  const { sheetId } = range;
  denyIfProtected(book, { type: "SET_FORMATTING", sheetId }, location);
  const { top, left, bottom, right } = writable(book, range);
  for (let row = top; row <= bottom; row++)
    for (let col = left; col <= right; col++) book.cells.write(sheetId, row, col, { style });
}

export const styleAt = ({ getters }: Book, sheetId: string, row: number, col: number) =>
  getters.getCellStyle({ sheetId, row, col }) as OfficeStyle;

/** With `valuesOnly`, cells that are only formatted do not count. null: an empty sheet. */
export function usedZone({ getters }: Book, sheetId: string, valuesOnly: boolean): Zone | null {
  let zone: Zone | null = null;
  const add = (row: number, col: number) => {
    zone = {
      top: Math.min(zone?.top ?? row, row),
      left: Math.min(zone?.left ?? col, col),
      bottom: Math.max(zone?.bottom ?? row, row),
      right: Math.max(zone?.right ?? col, col),
    };
  };
  for (const { row, col } of getters.getEvaluatedCellsPositions(sheetId))
    if (getters.getEvaluatedCell({ sheetId, row, col }).type !== "empty") add(row, col);
  if (valuesOnly) return zone;
  for (const { id, isFormula, style, format, ...cell } of getters.getCells(sheetId)) {
    const hasContent = isFormula || ("content" in cell && cell.content !== "");
    if (!hasContent && !style && !format) continue;
    const { row, col } = getters.getCellPosition(id);
    add(row, col);
  }
  return zone;
}
