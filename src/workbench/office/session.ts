// What a host keeps from one batch to the next.
import type { SpreadsheetLibrary, SpreadsheetModel } from "../spreadsheet";
import { commandsOf, type Dispatch, type Session } from "./batch";
import type { Book, Memory } from "./book";
import { cellBuffer, isIndependent } from "./cellBuffer";
import { type Getters, officeLibrary, officeModel } from "./library";

const emptyMemory = (): Memory => ({
  references: new Map(),
  referenceOf: new WeakMap(),
  events: new Map(),
  drafts: new Map(),
  appState: "Visible",
  startState: "Inactive",
  eventsEnabled: true,
});

export function sessionOf(spreadsheet: SpreadsheetLibrary, workbook: SpreadsheetModel): Session {
  const [library, model] = [officeLibrary(spreadsheet), officeModel(workbook)];
  const open: Session["open"] = { dispatch: undefined };
  const afterwards: (() => void)[] = [];
  const ids = new library.helpers.UuidGenerator();
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
    memory: emptyMemory(),
    newId: () => ids.smallUuid(),
  };
  return { book, open, afterwards };
}
