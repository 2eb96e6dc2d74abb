// A workbook as a colleague without the add-in opens it: results saved, mode 2, functions unknown.
import type { GridCell, SheetGrid } from "../../src/sheets/grid";
import { inSavedMode } from "../../src/sheets/savedMode";
import type { SpreadsheetLibrary } from "../../src/workbench/spreadsheet";
import type { CellSheet } from "./cellSheets";
import { reading } from "../../src/cli/gridWorkbook";
import { type GridWorkbook, openGrids } from "./gridWorkbook";

export { reading };

/** What a missing function shows as: nobody knows this one. */
const GONE = "=GPUMEMGONE.RESULT(1)";

export interface SavedWorkbook {
  /** With the functions, in mode 2. */
  readonly before: GridWorkbook;
  /** The same without the functions. */
  readonly without: readonly SheetGrid[];
  /** Cells whose value must not depend on the functions. */
  readonly lasting: (grid: SheetGrid) => readonly GridCell[];
}

export function saved(library: SpreadsheetLibrary, grids: readonly SheetGrid[]): SavedWorkbook {
  const live = openGrids(library, grids);
  const read = reading(live);
  const withValues = grids.map((grid) => inSavedMode(grid, read));
  return {
    before: openGrids(library, withValues),
    without: withValues.map((grid) => ({
      ...grid,
      cells: grid.cells.map((cell) => (cell.role === "spill" ? { ...cell, content: GONE } : cell)),
    })),
    lasting: ({ cells }) => cells.filter(({ role, content }) => role !== "spill" && role !== "live" && content !== ""),
  };
}

/** For programs that read files. */
export const cellSheets = (grids: readonly SheetGrid[]): readonly CellSheet[] =>
  grids.map(({ name, cells }) => ({
    name,
    cells: cells.map(({ row, column, content }) => ({
      row,
      column,
      content: typeof content === "boolean" ? String(content) : content,
    })),
  }));
