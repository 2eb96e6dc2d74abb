// The workbook through Office.js.
import { support } from "../../sheets/templates/support";
import type { WorkbookHost } from "../workbookHost";
import { addRowWith } from "./addRow";
import { billPlace, writeBill } from "./bill";
import { selectedCell } from "./cell/selectedCell";
import { watchSelection } from "./cell/watchSelection";
import { changedResults, keepWith } from "./changes";
import { insertWith } from "./insert";
import { insertFormula } from "./insertFormula";
import { activate, setMode } from "./mode";
import { type Pause, realPause } from "./pending";
import { recalculateWith } from "./recalculate";
import { acceptWith, saveWith } from "./save";
import { selfCheckWith } from "./selfCheck";
import { findSelfCheck } from "./selfCheckResults";
import { defineShortNames, readShortNames, removeShortNames } from "./shortNames";
import { stampedSheets } from "./stamps";
import type { SupportTemplates } from "./supportSheets";

interface Surroundings {
  readonly templates?: SupportTemplates;
  readonly now?: () => Date;
  readonly pause?: Pause;
}

export const excelWorkbook = ({
  templates = support,
  now = () => new Date(),
  pause = realPause,
}: Surroundings = {}): WorkbookHost => ({
  insert: insertWith(templates),
  sheets: stampedSheets,
  saveResults: saveWith(now),
  setMode,
  activate,
  insertFormula,
  selectedCell,
  watchSelection,
  billPlace,
  writeBill,
  addRow: addRowWith(templates.assumptions, insertWith(templates)),
  recalculate: recalculateWith(pause),
  changes: changedResults,
  keepSaved: keepWith(now),
  acceptLive: acceptWith(now),
  shortNames: readShortNames,
  defineShortNames,
  removeShortNames,
  findSelfCheck,
  runSelfCheck: selfCheckWith(pause),
});
