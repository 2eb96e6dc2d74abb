// Grids straight into the headless spreadsheet, without Office.js: for what the sheets compute.
import { relative } from "../sheets/address";
import { NUMBER_FORMATS } from "../sheets/formats";
import type { SheetGrid } from "../sheets/grid";
import type { ReadCell } from "../sheets/savedMode";
import type { EvaluatedCell, SpreadsheetLibrary, SpreadsheetModel } from "../workbench/spreadsheet";

export interface GridWorkbook {
  readonly model: SpreadsheetModel;
  readonly at: (sheet: string, address: string) => EvaluatedCell;
  readonly set: (sheet: string, address: string, content: string) => void;
}

const position = (address: string) => {
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { col: column - 1, row: Number(row) - 1 };
};

export function openGrids(library: SpreadsheetLibrary, grids: readonly SheetGrid[]): GridWorkbook {
  const formats = Object.fromEntries(Object.values(NUMBER_FORMATS).map((format, i) => [i + 1, format]));
  const formatIds = Object.keys(NUMBER_FORMATS);
  const model = new library.Model({
    formats,
    sheets: grids.map((grid) => ({
      id: grid.name,
      name: grid.name,
      rowNumber: Math.max(400, ...grid.cells.map(({ row }) => row)),
      colNumber: 120,
      cells: Object.fromEntries(grid.cells.map(({ row, column, content }) => [relative(row, column), String(content)])),
      formats: Object.fromEntries(
        grid.cells
          .filter(({ format }) => format && format !== "text" && format !== "general")
          .map(({ row, column, format }) => [relative(row, column), formatIds.indexOf(format as string) + 1]),
      ),
    })),
  });
  return {
    model,
    at: (sheet, address) => model.getters.getEvaluatedCell({ sheetId: sheet, ...position(address) }),
    set: (sheet, address, content) =>
      void model.dispatch("UPDATE_CELL", { sheetId: sheet, ...position(address), content }),
  };
}

/** What a workbook shows, by sheet, row and column. */
export const reading =
  (book: GridWorkbook): ReadCell =>
  (sheet, row, column) =>
    book.at(sheet, relative(row, column)).value as ReturnType<ReadCell>;
