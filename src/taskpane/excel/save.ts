// Save results: Live is copied to Saved as values, with date and note. All of it, or nothing.
import type { Work } from "../workbookHost";
import { apply, type Change, revert } from "./change";
import { isoOfSerial, serialOf } from "./dates";
import { failureFrom, stopIfAborted } from "./errors";
import { inOneUndoStep, syncButForPrint } from "./run";
import { changesOf, readResults, type Results } from "./savedCells";
import { refuseErrors } from "./saveRefusal";
import { writeStampFooter } from "./writePrint";

const NOTHING = "Nothing was saved, and the sheet is as it was.";
const PARTLY = "The sheet may be saved in part only: use Undo, or save again.";

export const saveWith =
  (now: () => Date) =>
  async (sheetId: string, note: string, work: Work): Promise<void> => {
    let changes: readonly Change[] = [];
    try {
      await inOneUndoStep(async (context) => {
        const results = await read(context, sheetId, work);
        const day = serialOf(now());
        changes = changesOf(results, day, note);
        const { worksheets } = context.workbook;
        apply(worksheets, changes);
        writeStampFooter(worksheets.getItem(sheetId), results.version, isoOfSerial(day));
        await syncButForPrint(context);
      });
      stopIfAborted(work.signal);
    } catch (thrown) {
      throw failureFrom(thrown, await putBack(changes));
    }
  };

async function read(context: Excel.RequestContext, sheetId: string, { progress, signal }: Work): Promise<Results> {
  stopIfAborted(signal);
  progress("Reading the results", 0, 2);
  const results = await readResults(context, sheetId, NOTHING);
  refuseErrors(results, NOTHING);
  stopIfAborted(signal);
  progress(`Saving ${results.name}`, 1, 2);
  return results;
}

/** Says what became of the sheet. */
async function putBack(changes: readonly Change[]): Promise<string> {
  if (changes.length === 0) return NOTHING;
  try {
    await Excel.run(async (context) => {
      revert(context.workbook.worksheets, changes);
      await context.sync();
    });
    return NOTHING;
  } catch {
    return PARTLY;
  }
}
