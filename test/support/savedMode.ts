// A workbook as a colleague without the add-in opens it: results saved, mode 2, functions unknown.
import { relative } from "../../src/sheets/address";
import type { Area, GridCell, SheetGrid } from "../../src/sheets/grid";
import type { SpreadsheetLibrary } from "../../src/workbench/spreadsheet";
import type { CellSheet } from "./cellSheets";
import { type GridWorkbook, openGrids } from "./gridWorkbook";

/** What a missing function shows as: nobody knows this one. */
const GONE = "=GPUMEMGONE.RESULT(1)";

const areaNamed = ({ names }: SheetGrid, name: string): Area | undefined =>
  names.find((one) => one.name === name)?.area;

function* addresses({ row, column, rows, columns }: Area): Iterable<readonly [number, number]> {
  for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) yield [r, c];
}

/** Saved values by cell, as Save results copies them. */
function savedValues(book: GridWorkbook, grid: SheetGrid): Map<string, string | number | boolean> {
  const values = new Map<string, string | number | boolean>();
  for (let i = 0; ; i++) {
    const [live, saved] = [areaNamed(grid, `gm_live_${i}`), areaNamed(grid, `gm_saved_${i}`)];
    if (!live || !saved) return values;
    const targets = [...addresses(saved)];
    [...addresses(live)].forEach(([row, column], at) => {
      const { value } = book.at(grid.name, relative(row, column));
      const [toRow, toColumn] = targets[at] as readonly [number, number];
      values.set(relative(toRow, toColumn), (value ?? "") as string | number | boolean);
    });
  }
}

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
  const withValues = grids.map((grid) => inSavedMode(grid, savedValues(live, grid)));
  return {
    before: openGrids(library, withValues),
    without: withValues.map((grid) => ({
      ...grid,
      cells: grid.cells.map((cell) => (cell.role === "spill" ? { ...cell, content: GONE } : cell)),
    })),
    lasting: ({ cells }) => cells.filter(({ role, content }) => role !== "spill" && role !== "live" && content !== ""),
  };
}

function inSavedMode(grid: SheetGrid, values: ReadonlyMap<string, string | number | boolean>): SheetGrid {
  const cells = grid.cells.map((cell): GridCell => {
    const at = relative(cell.row, cell.column);
    if (at === "C4") return { ...cell, content: 2 };
    return values.has(at) ? { ...cell, content: values.get(at) ?? "" } : cell;
  });
  return { ...grid, cells };
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
