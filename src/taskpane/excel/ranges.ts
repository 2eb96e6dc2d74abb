import type { Area } from "../../sheets/grid";

export const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range =>
  sheet.getRangeByIndexes(row - 1, column - 1, rows, columns);

/** From A1 to the last cell that is filled. */
export function usedArea(cells: readonly { readonly row: number; readonly column: number }[]): Area {
  const rows = Math.max(...cells.map(({ row }) => row));
  const columns = Math.max(...cells.map(({ column }) => column));
  return { row: 1, column: 1, rows, columns };
}
