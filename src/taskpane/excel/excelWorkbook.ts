// The workbook through Office.js.
import { WorkbookFailure, type WorkbookHost } from "../workbookHost";

const notYet = (): Promise<never> =>
  Promise.reject(
    new WorkbookFailure(
      "This version cannot write to the workbook yet. Nothing was changed; Copy works, and formulas can be typed.",
    ),
  );

export const excelWorkbook = (): WorkbookHost => ({
  insert: notYet,
  sheets: () => Promise.resolve([]),
  saveResults: notYet,
  setMode: notYet,
  activate: notYet,
  insertFormula: notYet,
});
