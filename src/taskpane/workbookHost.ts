// What the pane asks of the workbook. excel/ answers it through Office.js; tests of the pane answer it themselves.
import type { CellReason } from "../functions/reason";
import type { SheetTemplate } from "../sheets/template";
import type { BillRow } from "./focus/bill";
import type { OwnRow } from "./own/rows";
import type { SelfCheckHost } from "./selfCheckHost";
import type { ShortNamesHost } from "./shortNamesHost";
import type { WorkbookChanges } from "./workbookChanges";

/** Long work: says how far it is, and stops between two steps when it is aborted. */
export interface Work {
  readonly progress: (step: string, done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** A sheet that one of our templates filled, as its own cells say. */
export interface StampedSheet {
  readonly sheet: string;
  readonly sheetId: string;
  /** The id of its template. */
  readonly template: string;
  readonly mode: "live" | "saved";
  /** Whether it has results of the engine, which can be saved. */
  readonly hasResults: boolean;
  /** Whether it has a cell for the engine's version; tables of results alone need none. */
  readonly hasVersion: boolean;
  /** The version text of VERSION() at the last save, "" before the first. */
  readonly savedVersion: string;
  readonly savedAt: string;
  readonly savedNote: string;
  /** The version that its live cells show now, "" where the functions are gone. */
  readonly liveVersion: string;
  /** 0 is good; undefined: it shows an error. */
  readonly checks: number | undefined;
  readonly verdict: string;
}

/** A failure as a sentence for the user: what happened, that nothing was lost, what to do. */
export class WorkbookFailure extends Error {
  constructor(
    message: string,
    readonly cause?: unknown,
  ) {
    super(message);
    this.name = "WorkbookFailure";
  }
}

export interface Inserted {
  readonly sheet: string;
  /** What else there is to say, such as that the register is full. */
  readonly note?: string;
}

/** Where a row of the user's own went. */
export interface AddedRow {
  readonly sheet: string;
  readonly row: number;
}

/** How many rows of a bill a sheet has room for, and how many stand there. */
export interface BillPlace {
  readonly room: number;
  readonly filled: number;
}

/** What is told of a cell. */
export interface CellStory {
  readonly address: string;
  /** What stands beside it in column B, on sheets of ours. */
  readonly label: string;
  /** "" where there is none. */
  readonly formula: string;
  readonly shown: string;
  /** Why there is nothing to explain, or what the error means. */
  readonly sentence: string | undefined;
  /** Of a function of ours. */
  readonly reason: CellReason | undefined;
  /** What a formula of Excel's own functions refers to. */
  readonly cells: readonly { readonly label: string; readonly address: string; readonly shown: string }[];
}

export interface WorkbookHost extends WorkbookChanges, ShortNamesHost, SelfCheckHost {
  /** Inserts a new sheet (and the assumptions, lists and audit where they are missing) and shows it. Rejects with WorkbookFailure. */
  readonly insert: (template: SheetTemplate, work: Work) => Promise<Inserted>;
  readonly sheets: () => Promise<readonly StampedSheet[]>;
  /** Copies Live to Saved, stamps version, date and note. Refuses while a live cell is an error. */
  readonly saveResults: (sheetId: string, note: string, work: Work) => Promise<void>;
  readonly setMode: (sheetId: string, mode: StampedSheet["mode"]) => Promise<void>;
  readonly activate: (sheetId: string) => Promise<void>;
  /** Writes a formula into the selected cell if that is empty; says where. */
  readonly insertFormula: (formula: string) => Promise<{ readonly address: string }>;
  readonly selectedCell: () => Promise<CellStory>;
  /** Calls when another cell is selected; resolves to what ends that. */
  readonly watchSelection: (heard: () => void) => Promise<() => Promise<void>>;
  /** Writes a row into the first empty one of its list on GM Assumptions, which is inserted where it is missing. */
  readonly addRow: (row: OwnRow, work: Work) => Promise<AddedRow>;
  readonly billPlace: (sheetId: string) => Promise<BillPlace>;
  /** Puts these rows in the place of those that stand there; nothing else is touched. */
  readonly writeBill: (sheetId: string, rows: readonly BillRow[]) => Promise<void>;
}
