// A worked example as an evaluated workbook with its results saved: what its file holds and its page quotes.
import type { Example } from "../sheets/examples/example";
import { quoting, type Quoted } from "../sheets/examples/quotes";
import type { SheetGrid } from "../sheets/grid";
import { inSavedMode, type ReadCell } from "../sheets/savedMode";
import { registeredGridsOf, sharedSheets } from "../sheets/sharedSheets";
import type { SpreadsheetLibrary } from "../workbench/spreadsheet";
import { openGrids, reading } from "./gridWorkbook";

export interface ExampleBook {
  readonly grids: readonly SheetGrid[];
  readonly read: ReadCell;
  readonly quoted: Quoted;
}

export function exampleBook(library: SpreadsheetLibrary, { sheets }: Example): ExampleBook {
  const live = registeredGridsOf(sheets);
  const readLive = reading(openGrids(library, live));
  const grids = live.map((grid) => inSavedMode(grid, readLive));
  const read = reading(openGrids(library, grids));
  return { grids, read, quoted: quoting(sheets, sharedSheets(), read) };
}
