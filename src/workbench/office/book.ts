// What every member needs: the spreadsheet, a way to change it, and what only the host remembers.
import type { ApiError } from "./apiError";
import type { Area } from "./area";
import type { CellBuffer } from "./cellBuffer";
import type { FormatDraft } from "./conditionalRules";
import type { EventRegistry } from "./eventRegistry";
import type { Getters, OfficeLibrary, OfficeModel } from "./library";

export interface Book {
  readonly library: OfficeLibrary;
  readonly model: OfficeModel;
  readonly getters: Getters;
  /** Runs a command of the spreadsheet; throws what Excel would say when it is refused. */
  readonly dispatch: (command: string, payload: object) => void;
  readonly cells: CellBuffer;
  /** For what the spreadsheet cannot do inside a batch of commands. */
  readonly afterwards: (task: () => void) => void;
  readonly memory: Memory;
  readonly newId: () => string;
}

/** Lives as long as the host; nothing of it belongs into the file. */
export interface Memory {
  /** Ranges that the client keeps, by the reference that it was given. */
  readonly references: Map<string, Area>;
  readonly referenceOf: WeakMap<object, string>;
  readonly events: EventRegistry;
  /** Conditional formats that have no rule yet. */
  readonly drafts: Map<string, FormatDraft>;
  appState: string;
  startState: string;
  eventsEnabled: boolean;
}

/** What a command answers when it changes nothing: no failure in Excel. */
const UNCHANGED = new Set(["NoChanges", "UnchangedSheetName"]);

/** The refusal as an error of Excel's, or undefined where there is none. */
export function refusal(
  command: string,
  { isSuccessful, reasons }: { readonly isSuccessful: boolean; readonly reasons: readonly string[] },
  error: { readonly denied: ApiError; readonly other: (message: string) => ApiError },
): ApiError | undefined {
  if (isSuccessful || reasons.every((reason) => UNCHANGED.has(reason))) return undefined;
  if (reasons.includes("SheetLocked")) return error.denied;
  return error.other(`${command}: ${reasons.join(", ")}`);
}
