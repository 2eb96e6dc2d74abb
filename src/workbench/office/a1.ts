// Addresses as Excel writes and reads them. Rows and columns count from 0; a whole column reaches to Excel's last row.
import { columnName } from "../../sheets/address";
import type { Zone } from "./library";

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

export interface Reference {
  /** undefined: the sheet that asks. */
  readonly sheet: string | undefined;
  readonly zone: Zone;
}

const WITH_SHEET = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/;
const CELLS = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/i;
const COLUMNS = /^([A-Z]{1,3}):([A-Z]{1,3})$/i;
const ROWS = /^(\d+):(\d+)$/;

/** undefined: no address, perhaps a name. */
export function parseReference(text: string): Reference | undefined {
  const [, quoted, plain, local] = WITH_SHEET.exec(text) ?? [];
  const zone = parseZone((local ?? text).replaceAll("$", ""));
  return zone && { sheet: quoted?.replaceAll("''", "'") ?? plain, zone };
}

function parseZone(text: string): Zone | undefined {
  const cells = CELLS.exec(text);
  if (cells) {
    const [, left = "", top = "", right = left, bottom = top] = cells;
    return ordered(Number(top) - 1, columnIndex(left), Number(bottom) - 1, columnIndex(right));
  }
  const columns = COLUMNS.exec(text);
  if (columns) return ordered(0, columnIndex(columns[1]), LAST_ROW, columnIndex(columns[2]));
  const rows = ROWS.exec(text);
  return rows ? ordered(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, LAST_COLUMN) : undefined;
}

const columnIndex = (letters = "") =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const ordered = (row: number, column: number, otherRow: number, otherColumn: number): Zone => ({
  top: Math.min(row, otherRow),
  bottom: Math.max(row, otherRow),
  left: Math.min(column, otherColumn),
  right: Math.max(column, otherColumn),
});

/** `B2`, `A1:C4`, `A:C`, `1:3`; with dollars when absolute. */
export function spellZone({ top, left, bottom, right }: Zone, dollar: "" | "$" = ""): string {
  const column = (index: number) => dollar + columnName(index + 1);
  const row = (index: number) => `${dollar}${index + 1}`;
  if (left === 0 && right === LAST_COLUMN) return `${row(top)}:${row(bottom)}`;
  if (top === 0 && bottom === LAST_ROW) return `${column(left)}:${column(right)}`;
  const first = column(left) + row(top);
  const last = column(right) + row(bottom);
  return first === last ? first : `${first}:${last}`;
}

/** Names that are letters and digits, and read neither as a cell nor as R1C1. */
const PLAIN_SHEET = /^(?![A-Z]{1,3}\d+$|R\d*C?\d*$|C\d*$)[A-Z_][A-Z0-9_.]*$/i;

export const sheetPrefix = (sheet: string) =>
  PLAIN_SHEET.test(sheet) ? `${sheet}!` : `'${sheet.replaceAll("'", "''")}'!`;
