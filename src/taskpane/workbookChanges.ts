// What the pane asks about results that the engine now sees otherwise than they were saved.
import type { Work } from "./workbookHost";

export type Shown = string | number | boolean;

export interface ResultChange {
  /** Of its row, and of its column where it stands in a table. */
  readonly label: string;
  readonly saved: Shown;
  readonly live: Shown;
  /** Relative to what is saved; undefined for texts, and from zero. */
  readonly change: number | undefined;
  /** Lines of the changelog, newest last. */
  readonly why: readonly string[];
}

export interface FailedResult {
  readonly label: string;
  /** What Excel shows, such as #VALUE!. */
  readonly error: string;
}

export interface SheetChanges {
  readonly sheet: string;
  readonly sheetId: string;
  /** Nothing is compared before the first save. */
  readonly isSaved: boolean;
  /** "" where the sheet keeps none. */
  readonly savedVersion: string;
  readonly liveVersion: string;
  readonly changes: readonly ResultChange[];
  /** Live results that are errors: they cannot be accepted. */
  readonly errors: readonly FailedResult[];
  /** Why nothing could be compared. */
  readonly unreadable?: string;
}

export interface Logged {
  /** What else there is to say, such as that the change log is full. */
  readonly note?: string;
}

export interface WorkbookChanges {
  /** Calculates every cell anew and waits until the results are there. */
  readonly recalculate: (work: Work) => Promise<void>;
  /** Of every sheet with results of the engine. */
  readonly changes: () => Promise<readonly SheetChanges[]>;
  /** Shows what is saved, and enters in the change log that the differences were looked at. */
  readonly keepSaved: (sheetIds: readonly string[], note: string, work: Work) => Promise<Logged>;
  /** Live becomes Saved, on all of these sheets or on none. */
  readonly acceptLive: (sheetIds: readonly string[], note: string, work: Work) => Promise<Logged>;
}
