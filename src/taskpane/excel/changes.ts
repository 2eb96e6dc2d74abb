// Saved beside Live on every sheet with results of the engine; and what was looked at and kept.
import type { Logged, SheetChanges } from "../workbookChanges";
import { WorkbookFailure, type Work } from "../workbookHost";
import { LOG_FULL } from "./auditLog";
import { apply, type Change } from "./change";
import { changesInWords } from "../difference";
import { sheetChanges } from "./compareResults";
import { serialOf } from "./dates";
import { failureFrom, stopIfAborted, told } from "./errors";
import { namesFrom } from "./nameFormula";
import { putBack } from "./putBack";
import { type Run, undoable } from "./run";
import { changeOf, logLines } from "./saveChanges";
import { type AskedResults, askResults, isSaved, readAsked, readResults, type Results } from "./savedCells";

const UNTOUCHED = "Nothing was changed.";
const SAVED_MODE = 2;

/** Three requests, however many sheets there are. */
export const changedResults = (): Promise<readonly SheetChanges[]> =>
  told(UNTOUCHED, () =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/id,items/name");
      await context.sync();
      for (const { names } of worksheets.items) names.load("items/name,items/formula");
      await context.sync();
      const asked = worksheets.items.filter(hasResults).map(askOrWhyNot);
      await context.sync();
      return asked.map((one) => ("pairs" in one ? sheetChanges(readAsked(one)) : one));
    }),
  );

const hasResults = ({ names }: Excel.Worksheet): boolean =>
  names.items.some(({ name }) => /^(.*!)?gm_live_\d+$/.test(name));

/** A sheet whose rows were deleted does not keep the others from being compared. */
function askOrWhyNot(sheet: Excel.Worksheet): AskedResults | SheetChanges {
  try {
    return askResults(sheet, namesFrom(sheet.names.items), UNTOUCHED);
  } catch (thrown) {
    if (!(thrown instanceof WorkbookFailure)) throw thrown;
    const { id: sheetId, name } = sheet;
    return {
      ...{ sheet: name, sheetId, isSaved: false, savedVersion: "", liveVersion: "", changes: [], errors: [] },
      unreadable: thrown.message,
    };
  }
}

const NOT_KEPT = "Nothing was changed: the sheets are as they were.";
const PARTLY = "Some sheets may show saved results and some not: use Undo, or press Keep again.";

export const keepWith =
  (now: () => Date) =>
  (sheetIds: readonly string[], note: string, work: Work): Promise<Logged> =>
    undoable((run) => keepOrPutBack(run, serialOf(now()), sheetIds, note, work));

async function keepOrPutBack(
  run: Run,
  day: number,
  sheetIds: readonly string[],
  note: string,
  { progress, signal }: Work,
): Promise<Logged> {
  let changes: readonly Change[] = [];
  try {
    return await run(async (context) => {
      progress("Reading the results", 0, 2);
      const { results, log } = await readResults(context, sheetIds, NOT_KEPT);
      for (const one of results) refuseUnsaved(one);
      stopIfAborted(signal);
      progress("Entering it in the change log", 1, 2);
      changes = [
        ...results.map(({ sheetId, mode }) => changeOf(sheetId, mode, SAVED_MODE)),
        ...logLines(log, day, note, results.map(keptLine)),
      ];
      apply(context.workbook.worksheets, changes);
      await context.sync();
      return log.length < results.length ? { note: LOG_FULL } : {};
    });
  } catch (thrown) {
    throw failureFrom(thrown, await putBack(changes, NOT_KEPT, PARTLY));
  }
}

const keptLine = (results: Results) => ({
  sheet: results.name,
  what: `Kept what is saved: ${changesInWords(sheetChanges(results).changes)}`,
  version: results.savedVersion,
});

function refuseUnsaved(results: Results): void {
  if (!isSaved(results))
    throw new WorkbookFailure(
      `No results of ${results.name} were saved yet, so there is nothing to keep. ${NOT_KEPT} Save results first.`,
    );
}
