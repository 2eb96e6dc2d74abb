// What Excel's errors mean for the user: what happened, what became of the workbook, what to do.
import { WorkbookFailure } from "../workbookHost";
import { codeOf } from "./run";

interface Meaning {
  readonly what: string;
  readonly advice: string;
}

const PROTECTED: Meaning = {
  what: "The workbook or the sheet is protected, so Excel refused the change.",
  advice: "Remove the protection under Review, then try again.",
};
const TOO_LARGE: Meaning = {
  what: "Excel refused the change because it was too large for one request.",
  advice: "Close other large workbooks, or use Excel for Windows or Mac, and try again.",
};
const TOO_OLD: Meaning = {
  what: "This version of Excel lacks something that GPUMEM needs.",
  advice: "Update Office, or use Excel on the web.",
};
const NO_CONNECTION: Meaning = {
  what: "The connection to Excel was lost.",
  advice: "Check the network, reload the workbook, look whether everything is there, and try again.",
};
const INTERRUPTED: Meaning = { what: "Excel broke off the work.", advice: "Try again." };
const GONE: Meaning = {
  what: "A sheet or a cell that GPUMEM needed is no longer there.",
  advice: "Press Refresh in the pane and try again.",
};
const CHANGED_MEANWHILE: Meaning = {
  what: "Somebody changed the workbook at the same moment.",
  advice: "Try again.",
};

const MEANINGS: Readonly<Record<string, Meaning>> = {
  AccessDenied: PROTECTED,
  ItemAlreadyExists: {
    what: "A sheet with that name appeared at the same moment.",
    advice: "Try again: the next free name is taken then.",
  },
  InvalidOperationInCellEditMode: {
    what: "Excel waits for a cell that is being edited.",
    advice: "Press Enter or Esc in that cell, then try again.",
  },
  InvalidSelection: {
    what: "A chart or a picture is selected, or another workbook is in front.",
    advice: "Click on a cell of this workbook, then try again.",
  },
  ActivityLimitReached: {
    what: "Excel is busy with too many requests.",
    advice: "Wait a minute, then try again.",
  },
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  GeneralException: {
    what: "Excel could not do it and did not say why.",
    advice: "Try again; if it stays, save the workbook, reload it, and try once more.",
  },
  ApiNotFound: TOO_OLD,
  ApiNotAvailable: TOO_OLD,
  NotImplemented: TOO_OLD,
  UnsupportedOperation: TOO_OLD,
  ConnectionFailure: NO_CONNECTION,
  ServiceNotAvailable: NO_CONNECTION,
  Timeout: NO_CONNECTION,
  RequestAborted: INTERRUPTED,
  OperationAborted: INTERRUPTED,
  ItemNotFound: GONE,
  InvalidReference: GONE,
  Conflict: CHANGED_MEANWHILE,
};

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

function unknown(thrown: unknown): Meaning {
  const said = messageOf(thrown).replace(/[.\s]+$/, "");
  return { what: `Excel answered: ${said}.`, advice: "Try again; if it stays, reload the workbook." };
}

/** A failure that has its own sentence keeps it; `kept` says what became of the workbook. */
export function failureFrom(thrown: unknown, kept: string): WorkbookFailure {
  if (thrown instanceof WorkbookFailure) return thrown;
  if (thrown instanceof Stopped) return new WorkbookFailure(`Cancelled. ${kept}`, thrown);
  const { what, advice } = MEANINGS[codeOf(thrown) ?? ""] ?? unknown(thrown);
  return new WorkbookFailure(`${what} ${kept} ${advice}`, thrown);
}

/** Runs what only reads or writes one thing, and tells its failure. */
export async function told<T>(kept: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw failureFrom(thrown, kept);
  }
}

/** The user has cancelled: no failure, and what became of the workbook is said later. */
export class Stopped extends Error {}

/** Between two steps. */
export function stopIfAborted({ aborted }: AbortSignal): void {
  if (aborted) throw new Stopped();
}
