// The Office host: answers the batches of Microsoft's own Excel client over a spreadsheet of the workbench.
import type { SpreadsheetLibrary, SpreadsheetModel } from "../spreadsheet";
import { ApiError } from "./apiError";
import { runBatch, type Session } from "./batch";
import type { Book } from "./book";
import { externalFor, type Message, type OfficeTheme } from "./external";
import { happenings } from "./messages";
import { attach, type Attached } from "./plugins/attached";
import { moveReferences } from "./references";
import { BASELINE_SETS, type RequirementSets } from "./requirementSets";
import { sessionOf } from "./session";
import { type SyncRecord, syncLog, type Syncs } from "./syncs";
import type { Batch, BatchResponse } from "./wire";

type ThemeName = "light" | "dark";

export interface OfficeHostOptions {
  readonly sets?: RequirementSets;
  readonly theme?: ThemeName;
  /** An exception in our own code; the add-in sees a GeneralException. */
  readonly onInternalError?: (error: unknown) => void;
  /** Before a sync of the add-in's runs: may take its time, or throw an ApiError to make it fail. */
  readonly beforeSync?: (sync: SyncRecord) => void | Promise<void>;
}

const THEMES: Readonly<Record<ThemeName, OfficeTheme>> = {
  light: { background: 0xffffff, text: 0x242424 },
  dark: { background: 0x292929, text: 0xffffff },
};

export function officeHost(library: SpreadsheetLibrary, model: SpreadsheetModel, options: OfficeHostOptions = {}) {
  const { sets = BASELINE_SETS, beforeSync } = options;
  let theme = THEMES[options.theme ?? "light"];
  const session = sessionOf(library, model);
  const syncs = syncLog();
  const attached: Attached = { running: false, sync: undefined, observe: () => undefined, settled: () => undefined };
  const execute = executor(session, syncs, attached, options);
  const native = externalFor({
    sets,
    theme: () => theme,
    execute: async (batch) => {
      const sync = syncs.begin(batch);
      const refused = await refusalBefore(sync, beforeSync);
      return refused ? failed(refused) : execute(batch, sync);
    },
  });
  connect(session.book, attached, native);
  return {
    external: native.external,
    execute: (batch: Batch) => execute(batch, syncs.begin(batch)),
    setTheme: (name: ThemeName) => {
      theme = THEMES[name];
    },
    failAt: syncs.failAt,
    syncs: syncs.log,
    /** Ranges that the client has not given back. */
    references: session.book.memory.references,
    appState: () => session.book.memory.appState,
  };
}

function executor(
  session: Session,
  syncs: Syncs,
  attached: Attached,
  { onInternalError = console.error }: OfficeHostOptions,
) {
  let batches = 0;
  return (batch: Batch, sync: SyncRecord | undefined): BatchResponse => {
    Object.assign(attached, { running: true, sync: batches++ });
    try {
      return runBatch(session, batch, { beforeAction: (_, index) => syncs.check(sync, batch, index), onInternalError });
    } finally {
      Object.assign(attached, { running: false, sync: undefined });
    }
  };
}

async function refusalBefore(
  sync: SyncRecord | undefined,
  beforeSync: OfficeHostOptions["beforeSync"],
): Promise<ApiError | undefined> {
  try {
    if (sync) await beforeSync?.(sync);
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

const failed = ({ code, message, location, status }: ApiError): BatchResponse => ({
  Error: { Code: code, Message: message, Location: location, ActionIndex: 0, HttpStatusCode: status },
  Results: [],
  TraceIds: [],
});

const DOCUMENT_SELECTION = 2;

/** What happens in the spreadsheet reaches the add-in, never inside of a batch. */
function connect(book: Book, attached: Attached, { fire, handlerOf }: ReturnType<typeof externalFor>): void {
  const events = happenings(book);
  const tell = (messages: readonly Message[]) => {
    if (messages.length > 0) setTimeout(() => fire(messages), 0);
  };
  attached.observe = (command) => {
    moveReferences(book, command);
    events.observe(command);
  };
  attached.settled = () => tell(events.take(attached.running));
  attach(book.getters, attached);
  book.model.selection.observe(attached, {
    handleEvent: () => {
      tell(events.selection());
      const ofDocument = handlerOf(DOCUMENT_SELECTION);
      if (ofDocument) setTimeout(() => ofDocument(DOCUMENT_SELECTION, []), 0);
    },
  });
}
