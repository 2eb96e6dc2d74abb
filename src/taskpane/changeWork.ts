// What can be done about changed results, as jobs of the pane.
import { TEXT } from "./strings";
import type { Job } from "./useWork";
import type { Logged, SheetChanges, WorkbookChanges } from "./workbookChanges";

/** What the buttons act on: one sheet, or all that have changes. */
export interface Target {
  /** "Training 70B" or "all sheets". */
  readonly name: string;
  readonly sheetIds: readonly string[];
}

export const targetOf = (sheets: readonly SheetChanges[]): Target => ({
  name: sheets.map(({ sheet }) => sheet).join(", "),
  sheetIds: sheets.map(({ sheetId }) => sheetId),
});

/** Those with something to look at. */
export const changedSheets = (changes: readonly SheetChanges[]): readonly SheetChanges[] =>
  changes.filter((one) => one.changes.length > 0);

export const countOf = (changes: readonly SheetChanges[]): number =>
  changes.reduce((count, one) => count + one.changes.length, 0);

export const recalculating = (workbook: WorkbookChanges): Job<readonly SheetChanges[]> => ({
  title: TEXT.recalculating,
  cancellable: true,
  work: async (work) => {
    await workbook.recalculate(work);
    return changedSheets(await workbook.changes());
  },
  done: (changed) => TEXT.recalculated(changed.length, countOf(changed)),
});

export const keeping = (workbook: WorkbookChanges, { name, sheetIds }: Target, note: string): Job<Logged> => ({
  title: TEXT.keeping(name),
  cancellable: true,
  work: (work) => workbook.keepSaved(sheetIds, note.trim(), work),
  done: (logged) => TEXT.kept(name, logged.note ?? ""),
});

export const accepting = (workbook: WorkbookChanges, { name, sheetIds }: Target, note: string): Job<Logged> => ({
  title: TEXT.accepting(name),
  cancellable: true,
  work: (work) => workbook.acceptLive(sheetIds, note.trim(), work),
  done: (logged) => TEXT.accepted(name, logged.note ?? ""),
});
