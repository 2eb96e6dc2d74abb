// Which commands a protected sheet or workbook refuses.
import type { Getters, OfficeStyle, Zone } from "../library";

const STRUCTURE = new Set([
  "CREATE_SHEET",
  "DELETE_SHEET",
  "DUPLICATE_SHEET",
  "RENAME_SHEET",
  "MOVE_SHEET",
  "HIDE_SHEET",
  "SHOW_SHEET",
]);

/** Refused in locked cells only. */
const CONTENT = new Set(["UPDATE_CELL", "CLEAR_CELL", "CLEAR_CELLS", "DELETE_CONTENT"]);

/** Refused on a protected sheet, unless it was protected with this option. */
const NEEDS_OPTION: Readonly<Record<string, string>> = {
  SET_FORMATTING: "allowFormatCells",
  CLEAR_FORMATTING: "allowFormatCells",
  SET_ZONE_BORDERS: "allowFormatCells",
  ADD_CONDITIONAL_FORMAT: "allowFormatCells",
  REMOVE_CONDITIONAL_FORMAT: "allowFormatCells",
  ADD_DATA_VALIDATION_RULE: "",
  REMOVE_DATA_VALIDATION_RULE: "",
  ADD_MERGE: "",
  REMOVE_MERGE: "",
  MOVE_RANGES: "",
  CREATE_CHART: "allowEditObjects",
  UPDATE_CHART: "allowEditObjects",
  CREATE_FIGURE: "allowEditObjects",
  UPDATE_FIGURE: "allowEditObjects",
  DELETE_FIGURE: "allowEditObjects",
};
const BY_DIMENSION: Readonly<Record<string, string>> = {
  ADD_COLUMNS_ROWS: "allowInsert",
  REMOVE_COLUMNS_ROWS: "allowDelete",
  RESIZE_COLUMNS_ROWS: "allowFormat",
  HIDE_COLUMNS_ROWS: "allowFormat",
  UNHIDE_COLUMNS_ROWS: "allowFormat",
};

interface SheetCommand {
  readonly type: string;
  readonly sheetId?: string;
  readonly dimension?: "ROW" | "COL";
  readonly col?: number;
  readonly row?: number;
  readonly target?: readonly Zone[];
}

export function isProtected(getters: Getters, command: SheetCommand): boolean {
  if (STRUCTURE.has(command.type)) return getters.getOfficeWorkbook().protection !== undefined;
  const { sheetId, type } = command;
  const protection = sheetId === undefined ? undefined : getters.getOfficeSheet(sheetId).protection;
  if (!protection || sheetId === undefined) return false;
  if (CONTENT.has(type)) return "content" in command || type !== "UPDATE_CELL" ? !isUnlocked(getters, command) : false;
  const option = optionFor(command);
  return option !== undefined && protection.options[option] !== true;
}

function optionFor({ type, dimension }: SheetCommand): string | undefined {
  const prefix = BY_DIMENSION[type];
  return prefix === undefined ? NEEDS_OPTION[type] : prefix + (dimension === "COL" ? "Columns" : "Rows");
}

const isUnlocked = (getters: Getters, { sheetId = "", col = 0, row = 0, target }: SheetCommand) =>
  (target ?? [{ top: row, bottom: row, left: col, right: col }]).every((zone) => allUnlocked(getters, sheetId, zone));

function allUnlocked(getters: Getters, sheetId: string, { top, left, bottom, right }: Zone): boolean {
  for (let row = top; row <= bottom; row++)
    for (let col = left; col <= right; col++)
      if ((getters.getCellStyle({ sheetId, col, row }) as OfficeStyle).locked !== false) return false;
  return true;
}
