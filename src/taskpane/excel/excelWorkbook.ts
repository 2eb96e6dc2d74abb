// The workbook through Office.js.
import { support } from "../../sheets/templates/support";
import type { WorkbookHost } from "../workbookHost";
import { selectedCell } from "./cell/selectedCell";
import { watchSelection } from "./cell/watchSelection";
import { insertWith } from "./insert";
import { insertFormula } from "./insertFormula";
import { activate, setMode } from "./mode";
import { saveWith } from "./save";
import { stampedSheets } from "./stamps";
import type { SupportTemplates } from "./supportSheets";

interface Surroundings {
  readonly templates?: SupportTemplates;
  readonly now?: () => Date;
}

export const excelWorkbook = ({ templates = support, now = () => new Date() }: Surroundings = {}): WorkbookHost => ({
  insert: insertWith(templates),
  sheets: stampedSheets,
  saveResults: saveWith(now),
  setMode,
  activate,
  insertFormula,
  selectedCell,
  watchSelection,
});
