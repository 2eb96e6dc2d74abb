// Cells in A1 notation; rows and columns count from 1.

export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export const relative = (row: number, column: number): string => `${columnName(column)}${row}`;
export const absolute = (row: number, column: number): string => `$${columnName(column)}$${row}`;

const NEEDS_NO_QUOTES = /^[A-Za-z_]{4,}$/;

/** `Timeline!` or `'GM Timeline'!`; short names are quoted too, for they may read as cells (Q1, RC). */
export const sheetPrefix = (sheet: string | undefined): string => {
  if (sheet === undefined) return "";
  return NEEDS_NO_QUOTES.test(sheet) ? `${sheet}!` : `'${sheet.replaceAll("'", "''")}'!`;
};
