// Switching a sheet between live and saved results, and showing it.
import { type StampedSheet, WorkbookFailure } from "../workbookHost";
import { told } from "./errors";
import { areaNamed, namesFrom } from "./nameFormula";
import { rangeOf } from "./ranges";
import { inOneUndoStep } from "./run";
import { askSheet, refuseGone } from "./sheetOf";

const AS_IT_WAS = "The sheet is as it was.";
const NUMBERS = { live: 1, saved: 2 } as const;

export const setMode = (sheetId: string, mode: StampedSheet["mode"]): Promise<void> =>
  told(AS_IT_WAS, () =>
    inOneUndoStep(async (context) => {
      const sheet = askSheet(context.workbook.worksheets, sheetId);
      await context.sync();
      refuseGone(sheet, AS_IT_WAS);
      const cells = askMode(sheet);
      await context.sync();
      if (mode === "saved" && cells.savedOn.values[0]?.[0] === "") throw new WorkbookFailure(neverSaved(sheet.name));
      cells.mode.values = [[NUMBERS[mode]]];
      await context.sync();
    }),
  );

function askMode(sheet: Excel.Worksheet) {
  const names = namesFrom(sheet.names.items);
  const [modeArea, savedOnArea] = [areaNamed(names, "gm_mode"), areaNamed(names, "gm_savedOn")];
  if (!modeArea || !savedOnArea) throw new WorkbookFailure(noMode(sheet.name));
  const [mode, savedOn] = [rangeOf(sheet, modeArea), rangeOf(sheet, savedOnArea)];
  savedOn.load("values");
  return { mode, savedOn };
}

const neverSaved = (sheet: string): string =>
  `No results of ${sheet} were saved yet, so there is nothing to show. ${AS_IT_WAS} Save results first.`;
const noMode = (sheet: string): string =>
  `On ${sheet} the cell of the mode was deleted. ${AS_IT_WAS} Undo that, or insert the template again.`;

export const activate = (sheetId: string): Promise<void> =>
  told("Nothing was changed.", () =>
    Excel.run(async (context) => {
      const sheet = askSheet(context.workbook.worksheets, sheetId);
      await context.sync();
      refuseGone(sheet, "Nothing was changed.");
      if (sheet.visibility !== "Visible") sheet.visibility = "Visible";
      sheet.activate();
      await context.sync();
    }),
  );
