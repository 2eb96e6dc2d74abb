// Values, number formats and styles of a cell arrive one after the other; the spreadsheet gets each cell once.
import type { Book } from "./book";
import { CELL_WRITES, type CellChange, type CellWrite } from "./plugins/cellWrites";

export interface CellBuffer {
  readonly write: (sheetId: string, row: number, col: number, change: CellChange) => void;
  /** Hands over what has come so far. */
  readonly flush: () => void;
}

type Cells = Map<number, { readonly row: number; readonly col: number; readonly change: CellChange }>;

const COLUMNS = 16_384;

export function cellBuffer(dispatch: Book["dispatch"]): CellBuffer {
  const sheets = new Map<string, Cells>();
  const flush = () => {
    const pending = [...sheets];
    sheets.clear();
    for (const [sheetId, cells] of pending) {
      const writes = [...cells.values()].map(({ row, col, change }): CellWrite => [col, row, change]);
      dispatch(CELL_WRITES, { sheetId, cells: writes });
    }
  };
  const write: CellBuffer["write"] = (sheetId, row, col, change) => {
    const key = row * COLUMNS + col;
    // A content is read by the format that stands already.
    if (change.content !== undefined && sheets.get(sheetId)?.get(key)?.change.format !== undefined) flush();
    const cells = sheets.get(sheetId) ?? sheets.set(sheetId, new Map()).get(sheetId)!;
    cells.set(key, { row, col, change: merged(cells.get(key)?.change, change) });
  };
  return { write, flush };
}

const merged = (one: CellChange | undefined, other: CellChange): CellChange => ({
  ...one,
  ...other,
  ...(one?.style && other.style && { style: { ...one.style, ...other.style } }),
});

/** Commands that neither read cells nor move them: what is waiting may wait on. */
const INDEPENDENT: ReadonlySet<string> = new Set([
  CELL_WRITES,
  "CREATE_SHEET",
  "ACTIVATE_SHEET",
  "COLOR_SHEET",
  "SHOW_SHEET",
  "SET_GRID_LINES_VISIBILITY",
  "SET_ZONE_BORDERS",
  "RESIZE_COLUMNS_ROWS",
  "FREEZE_ROWS",
  "FREEZE_COLUMNS",
  "UNFREEZE_COLUMNS_ROWS",
  "ADD_CONDITIONAL_FORMAT",
  "CHANGE_CONDITIONAL_FORMAT_PRIORITY",
  "ADD_DATA_VALIDATION_RULE",
  "CREATE_NAMED_RANGE",
  "OFFICE_NAMES",
  "CREATE_CHART",
  "UPDATE_CHART",
]);

export const isIndependent = (command: string) => INDEPENDENT.has(command);
