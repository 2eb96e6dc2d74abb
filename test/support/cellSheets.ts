// Sheets as plain cells, recalculated by the workbench's spreadsheet.
import { columnName } from "../../src/sheets/address";
import type { PlacedBlock, PlacedCell } from "../../src/sheets/place";
import { columnsOf, rowOf } from "../../src/sheets/site";
import { isOverPeriods, linesOf } from "../../src/sheets/block";
import { loadSpreadsheet } from "../../src/cli/headless";
import type { SpreadsheetLibrary, SpreadsheetModel } from "../../src/workbench/spreadsheet";
import { DIST } from "./workbook";

export interface CellSheet {
  readonly name: string;
  readonly cells: readonly Pick<PlacedCell, "row" | "column" | "content">[];
}
export type ReadCell = (sheet: string, row: number, column: number) => unknown;

export interface Workbook {
  readonly read: ReadCell;
  write(sheet: string, row: number, column: number, content: number): void;
}

let library: SpreadsheetLibrary | undefined;

export function recalculated(sheets: readonly CellSheet[]): Workbook {
  library ??= loadSpreadsheet(DIST);
  const model: SpreadsheetModel = new library.Model({
    sheets: sheets.map(({ name, cells }) => ({
      id: name,
      name,
      rowNumber: 1 + Math.max(...cells.map(({ row }) => row)),
      colNumber: 1 + Math.max(...cells.map(({ column }) => column)),
      cells: Object.fromEntries(cells.map((cell) => [`${columnName(cell.column)}${cell.row}`, String(cell.content)])),
    })),
  });
  const read: ReadCell = (sheetId, row, column) =>
    model.getters.getEvaluatedCell({ sheetId, row: row - 1, col: column - 1 }).value;
  return {
    read,
    write: (sheetId, row, column, content) => {
      // Refused where the cell already says so; hence what stands there afterwards is what counts.
      model.dispatch("UPDATE_CELL", { sheetId, row: row - 1, col: column - 1, content: String(content) });
      if (read(sheetId, row, column) !== content)
        throw new Error(`${sheetId} ${row}:${column} does not take ${content}`);
    },
  };
}

/** What stands in a line: one value, or one for every period. */
export function lineValues(read: ReadCell, sheet: string, placed: PlacedBlock, id: string): unknown[] {
  const line = linesOf(placed.block).find((one) => one.id === id);
  const { value, periods } = columnsOf(placed);
  const columns = line && isOverPeriods(line) ? Array.from({ length: placed.periods }, (_, i) => periods + i) : [value];
  return columns.map((column) => read(sheet, rowOf(placed, id), column));
}

export const lineTotal = (read: ReadCell, sheet: string, placed: PlacedBlock, id: string): unknown =>
  read(sheet, rowOf(placed, id), columnsOf(placed).total);

/** The check cells of a block that are not 0. */
export const failedChecks = (read: ReadCell, sheet: string, placed: PlacedBlock): string[] =>
  placed.block.rows
    .filter(({ check }) => check !== undefined)
    .filter(({ id }) => read(sheet, rowOf(placed, id), columnsOf(placed).check) !== 0)
    .map(({ id }) => id);

/** Types an input into a placed block. */
export function setInput(
  book: Workbook,
  sheet: string,
  placed: PlacedBlock,
  id: string,
  given: number | readonly number[],
): void {
  const { value, periods } = columnsOf(placed);
  if (typeof given === "number") book.write(sheet, rowOf(placed, id), value, given);
  else given.forEach((content, i) => book.write(sheet, rowOf(placed, id), periods + i, content));
}
