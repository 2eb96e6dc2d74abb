// Where the lines of a template stand, by id.
import { absolute, relative, sheetPrefix } from "../address";
import type { Area } from "../grid";

export interface Place extends Area {
  readonly label?: Area;
  readonly unit?: Area;
  readonly live?: Area;
  readonly saved?: Area;
  readonly total?: Area;
  readonly opening?: Area;
  readonly heads?: Area;
  readonly labels?: Area;
  readonly block?: Area;
  readonly one?: Area;
  /** On another sheet. */
  readonly sheet?: string;
}

export const cell = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });
export const area = (row: number, column: number, rows: number, columns: number): Area => ({
  row,
  column,
  rows,
  columns,
});
export const isCell = ({ rows, columns }: Area): boolean => rows === 1 && columns === 1;
export const lastRow = ({ row, rows }: Area): number => row + rows - 1;
export const lastColumn = ({ column, columns }: Area): number => column + columns - 1;

/** `$C$5`, `$C$5:$C$9`, `'GM Lists'!$B$3:$B$40`. */
export function areaText(at: Area, sheet?: string): string {
  const first = absolute(at.row, at.column);
  const text = isCell(at) ? first : `${first}:${absolute(lastRow(at), lastColumn(at))}`;
  return `${sheetPrefix(sheet)}${text}`;
}

/** The cell of a line over columns that stands in a column: `H5`. */
export const inColumn = ({ row }: Area, column: number): string => relative(row, column);
