// What the pane asks about the self-check: every documented example, calculated by this Excel.
import type { Work } from "./workbookHost";

export type Outcome = "pass" | "fail" | "pending";

export interface CheckedExample {
  readonly id: string;
  /** Without its "=". */
  readonly example: string;
  readonly here: string;
  readonly documented: string;
  readonly outcome: Outcome;
}

export interface Platform {
  readonly host: string;
  readonly platform: string;
  readonly version: string;
  /** "ExcelApi 1.1-1.17". */
  readonly sets: readonly string[];
  readonly engine: string;
}

export interface SelfCheckResult {
  readonly sheet: string;
  readonly examples: readonly CheckedExample[];
  readonly platform: Platform;
  /** What else there is to say, such as that the page setup could not be written. */
  readonly note?: string;
}

export interface SelfCheckSheet {
  readonly sheet: string;
  readonly sheetId: string;
}

export interface SelfCheckHost {
  /** One that is there already. */
  readonly findSelfCheck: () => Promise<SelfCheckSheet | undefined>;
  /** On a new sheet; with the id of an old one, in its place. Waits until the functions have answered. */
  readonly runSelfCheck: (replaced: string | undefined, work: Work) => Promise<SelfCheckResult>;
}
