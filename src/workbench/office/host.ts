// The Office host: answers the batches of Microsoft's own Excel client over a spreadsheet of the workbench.
import type { SpreadsheetLibrary, SpreadsheetModel } from "../spreadsheet";
import { ApiError } from "./apiError";
import { type Dispatch, commandsOf, runBatch, type Session } from "./batch";
import type { Book, Memory } from "./book";
import { cellBuffer, isIndependent } from "./cellBuffer";
import { externalFor, type OfficeTheme } from "./external";
import { type Getters, officeLibrary, officeModel } from "./library";
import { happenings } from "./messages";
import { attach, type Attached } from "./plugins/attached";
import { moveReferences } from "./references";
import { BASELINE_SETS, type RequirementSets } from "./requirementSets";
import { type SyncRecord, syncLog } from "./syncs";
import type { Batch, BatchResponse } from "./wire";

export type ThemeName = "light" | "dark";

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

export type OfficeHost = ReturnType<typeof officeHost>;

export function officeHost(library: SpreadsheetLibrary, model: SpreadsheetModel, options: OfficeHostOptions = {}) {
  const { sets = BASELINE_SETS, onInternalError = console.error, beforeSync } = options;
  let theme = THEMES[options.theme ?? "light"];
  const session = sessionOf(library, model);
  const { book } = session;
  const events = happenings(book);
  const observe = (command: { readonly type: string }) => {
    moveReferences(book.memory, command);
    events.observe(command);
  };
  const syncs = syncLog();
  const attached: Attached = { running: false, sync: undefined, observe, settled: () => tell() };
  const { external, fire, hasHandler } = externalFor({
    sets,
    theme: () => theme,
    execute: (batch) => executeWhenReady(batch),
  });

  function tell(): void {
    const messages = events.take(attached.running);
    if (messages.length > 0) setTimeout(() => fire(messages), 0);
  }
  const tellSelection = () => {
    const messages = events.selection();
    if (messages.length > 0) setTimeout(() => fire(messages), 0);
    const documentHandler = hasHandler(DOCUMENT_SELECTION);
    if (documentHandler) setTimeout(() => documentHandler(DOCUMENT_SELECTION, []), 0);
  };

  function execute(batch: Batch, sync = syncs.begin(batch)): BatchResponse {
    Object.assign(attached, { running: true, sync: batches++ });
    try {
      return runBatch(session, batch, { beforeAction: (_, index) => syncs.check(sync, batch, index), onInternalError });
    } finally {
      Object.assign(attached, { running: false, sync: undefined });
    }
  }
  let batches = 0;

  async function executeWhenReady(batch: Batch): Promise<BatchResponse> {
    const sync = syncs.begin(batch);
    try {
      if (sync) await beforeSync?.(sync);
    } catch (error) {
      if (error instanceof ApiError) return failed(error);
      throw error;
    }
    return execute(batch, sync);
  }

  attach(book.getters, attached);
  book.model.selection.observe(attached, { handleEvent: tellSelection });
  return {
    external,
    execute,
    setTheme: (name: ThemeName) => {
      theme = THEMES[name];
    },
    failAt: syncs.failAt,
    syncs: syncs.log,
    /** Ranges that the client has not given back. */
    references: book.memory.references,
    appState: () => book.memory.appState,
  };
}

const DOCUMENT_SELECTION = 2;

const failed = ({ code, message, location, status }: ApiError): BatchResponse => ({
  Error: { Code: code, Message: message, Location: location, ActionIndex: 0, HttpStatusCode: status },
  Results: [],
  TraceIds: [],
});

function sessionOf(spreadsheet: SpreadsheetLibrary, workbook: SpreadsheetModel): Session {
  const [library, model] = [officeLibrary(spreadsheet), officeModel(workbook)];
  const open: Session["open"] = { dispatch: undefined };
  const afterwards: (() => void)[] = [];
  const ids = new library.helpers.UuidGenerator();
  const memory: Memory = {
    references: new Map(),
    referenceOf: new WeakMap(),
    events: new Map(),
    drafts: new Map(),
    appState: "Visible",
    startState: "Inactive",
    eventsEnabled: true,
  };
  const command = commandsOf(open, model.dispatch as unknown as Dispatch);
  const cells = cellBuffer(command);
  const book: Book = {
    library,
    model,
    getters: model.getters as Getters,
    cells,
    dispatch: (type, payload) => {
      if (!isIndependent(type)) cells.flush();
      command(type, payload);
    },
    afterwards: (task) => void afterwards.push(task),
    memory,
    newId: () => ids.smallUuid(),
  };
  return { book, open, afterwards };
}
