// Save results: Live is copied to Saved as values, with date and note. All of it, or nothing.
import type { Logged } from "../workbookChanges";
import type { Work } from "../workbookHost";
import { LOG_FULL } from "./auditLog";
import { apply, type Change } from "./change";
import { changesInWords } from "../difference";
import { sheetChanges } from "./compareResults";
import { isoOfSerial, serialOf } from "./dates";
import { failureFrom, stopIfAborted } from "./errors";
import { putBack } from "./putBack";
import { type Run, syncButForPrint, undoable } from "./run";
import { logLines, saveChanges } from "./saveChanges";
import { type ReadResults, readResults, type Results } from "./savedCells";
import { refuseErrors } from "./saveRefusal";
import { writeStampFooter } from "./writePrint";

interface Saving {
  readonly act: "save" | "accept";
  /** For the change log. */
  readonly what: (results: Results) => string;
  readonly nothing: string;
  readonly partly: string;
}

const SAVE: Saving = {
  act: "save",
  what: () => "Saved results",
  nothing: "Nothing was saved, and the sheet is as it was.",
  partly: "The sheet may be saved in part only: use Undo, or save again.",
};
const ACCEPT: Saving = {
  act: "accept",
  what: (results) => `Accepted: ${changesInWords(sheetChanges(results).changes)}`,
  nothing: "Nothing was accepted, and the sheets are as they were.",
  partly: "Some results may be accepted and some not: use Undo, or accept again.",
};

export const saveWith =
  (now: () => Date) =>
  async (sheetId: string, note: string, work: Work): Promise<void> =>
    void (await undoable((run) => saveAll(run, SAVE, { now, sheetIds: [sheetId], note, work })));

export const acceptWith = (now: () => Date) => (sheetIds: readonly string[], note: string, work: Work) =>
  undoable((run) => saveAll(run, ACCEPT, { now, sheetIds, note, work }));

interface Wish {
  readonly now: () => Date;
  readonly sheetIds: readonly string[];
  readonly note: string;
  readonly work: Work;
}

async function saveAll(run: Run, saving: Saving, { now, sheetIds, note, work }: Wish): Promise<Logged> {
  let changes: readonly Change[] = [];
  try {
    const logged = await run(async (context) => {
      const { results, log } = await read(context, saving, sheetIds, work);
      const day = serialOf(now());
      const lines = results.map((one) => ({ sheet: one.name, what: saving.what(one), version: one.version }));
      changes = [...results.flatMap((one) => saveChanges(one, day, note)), ...logLines(log, day, note, lines)];
      apply(context.workbook.worksheets, changes);
      writeFooters(context, results, isoOfSerial(day));
      await syncButForPrint(context);
      return log.length < lines.length ? { note: LOG_FULL } : {};
    });
    stopIfAborted(work.signal);
    return logged;
  } catch (thrown) {
    throw failureFrom(thrown, await putBack(changes, saving.nothing, saving.partly));
  }
}

async function read(
  context: Excel.RequestContext,
  { act, nothing }: Saving,
  sheetIds: readonly string[],
  { progress, signal }: Work,
): Promise<ReadResults> {
  stopIfAborted(signal);
  progress("Reading the results", 0, 2);
  const read = await readResults(context, sheetIds, nothing);
  for (const results of read.results) refuseErrors(results, nothing, act);
  stopIfAborted(signal);
  progress(`Saving ${read.results.map(({ name }) => name).join(", ")}`, 1, 2);
  return read;
}

/** Last in their request. */
function writeFooters({ workbook }: Excel.RequestContext, results: readonly Results[], day: string): void {
  for (const { sheetId, version } of results) writeStampFooter(workbook.worksheets.getItem(sheetId), version, day);
}
