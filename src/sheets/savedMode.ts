// A sheet with its results saved and mode 2 set: right wherever it is opened.
import { relative } from "./address";
import type { Area, GridCell, SheetGrid } from "./grid";
import { CHROME } from "./layout/chrome";

type Content = GridCell["content"];
/** What a cell shows; rows and columns count from 1. */
export type ReadCell = (sheet: string, row: number, column: number) => Content | undefined;

const SAVED_MODE = 2;

const areaNamed = ({ names }: SheetGrid, wanted: string): Area | undefined =>
  names.find(({ name }) => name === wanted)?.area;

const cellsOf = ({ row, column, rows, columns }: Area) =>
  Array.from({ length: rows * columns }, (_, i) => ({
    row: row + Math.floor(i / columns),
    column: column + (i % columns),
  }));

/** Saved values by cell, as Save results copies them from Live. */
function savedValues(grid: SheetGrid, read: ReadCell): ReadonlyMap<string, Content> {
  const values = new Map<string, Content>();
  for (let i = 0; ; i++) {
    const [live, saved] = [areaNamed(grid, `gm_live_${i}`), areaNamed(grid, `gm_saved_${i}`)];
    if (!live || !saved) return values;
    const from = cellsOf(live);
    cellsOf(saved).forEach(({ row, column }, at) => {
      const source = from[at];
      if (source) values.set(relative(row, column), read(grid.name, source.row, source.column) ?? "");
    });
  }
}

export function inSavedMode(grid: SheetGrid, read: ReadCell): SheetGrid {
  const values = savedValues(grid, read);
  const mode = relative(CHROME.mode.row, CHROME.mode.column);
  const cells = grid.cells.map((cell): GridCell => {
    const at = relative(cell.row, cell.column);
    if (at === mode) return { ...cell, content: SAVED_MODE };
    return values.has(at) ? { ...cell, content: values.get(at) ?? "" } : cell;
  });
  return { ...grid, cells };
}
