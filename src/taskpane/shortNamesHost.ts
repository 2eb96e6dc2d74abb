// What the pane asks about short names: TRAIN_MEM for GPUMEM.TRAIN_MEM.
import type { Work } from "./workbookHost";

export interface ShortNamesState {
  /** Names of the workbook that are exactly ours. */
  readonly ours: readonly string[];
  /** Names that somebody else gave something: they are left alone. */
  readonly others: readonly string[];
  /** Functions that get no short name, because Excel has one of that name itself. */
  readonly excels: readonly string[];
}

export interface ShortNamesHost {
  readonly shortNames: () => Promise<ShortNamesState>;
  /** All or none. Rejects with WorkbookFailure where this Excel does not know LAMBDA. */
  readonly defineShortNames: (work: Work) => Promise<ShortNamesState>;
  /** Deletes those that have exactly our formula. */
  readonly removeShortNames: (work: Work) => Promise<ShortNamesState>;
}
