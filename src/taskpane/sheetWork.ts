// What can be done with a stamped sheet, as jobs of the pane.
import { TEXT } from "./strings";
import type { Job } from "./useWork";
import type { StampedSheet, WorkbookHost } from "./workbookHost";

type Mode = StampedSheet["mode"];

export const goingTo = (workbook: WorkbookHost, { sheet, sheetId }: StampedSheet): Job<void> => ({
  title: TEXT.going(sheet),
  work: () => workbook.activate(sheetId),
  done: () => TEXT.went(sheet),
});

export const switching = (workbook: WorkbookHost, { sheet, sheetId }: StampedSheet, mode: Mode): Job<void> => ({
  title: TEXT.switching(sheet),
  work: () => workbook.setMode(sheetId, mode),
  done: () => (mode === "live" ? TEXT.nowLive(sheet) : TEXT.nowSaved(sheet)),
});

/** A sheet that still shows live results is offered its saved ones. */
export const saving = (
  workbook: WorkbookHost,
  stamped: StampedSheet,
  note: string,
  showSaved: () => void,
): Job<void> => ({
  title: TEXT.saving(stamped.sheet),
  cancellable: true,
  work: (work) => workbook.saveResults(stamped.sheetId, note.trim(), work),
  done: () => (stamped.mode === "live" ? TEXT.savedNow(stamped.sheet) : TEXT.savedAgain(stamped.sheet)),
  offer: stamped.mode === "live" ? { label: TEXT.showSaved, run: showSaved } : undefined,
});

export const checksText = ({ checks }: StampedSheet): string => {
  if (checks === undefined) return TEXT.checksError;
  return checks === 0 ? TEXT.checksGood : TEXT.checksFailed(checks);
};

/** What is saved, and how it stands to what is live. */
export function savedTexts({
  hasResults,
  hasVersion,
  savedVersion,
  savedAt,
  liveVersion,
}: StampedSheet): readonly string[] {
  if (!hasResults) return [];
  const saved = savedAt === "" ? TEXT.notSaved : TEXT.saved(savedAt, savedVersion);
  return hasVersion ? [saved, liveText(savedVersion, liveVersion)] : [saved];
}

function liveText(savedVersion: string, liveVersion: string): string {
  if (liveVersion === "") return TEXT.functionsGone;
  if (savedVersion === "") return TEXT.liveFrom(liveVersion);
  return liveVersion === savedVersion ? TEXT.liveFromSame : TEXT.versionsDiffer(liveVersion);
}
