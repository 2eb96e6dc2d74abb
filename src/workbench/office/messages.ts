// Events: what happened in the spreadsheet -> what listeners of Office.js hear. Never inside of a batch.
import { type Area, localAddress } from "./area";
import type { Book } from "./book";
import { EVENT, listensTo, WHOLE_WORKBOOK } from "./eventRegistry";
import type { Message } from "./external";
import type { Zone } from "./library";
import { isCellWrites } from "./plugins/cellWrites";

const EVENT_CATEGORY = 65_536;

interface Command {
  readonly type: string;
  readonly sheetId?: string;
  readonly sheetIdTo?: string;
  readonly sheetIdFrom?: string;
  readonly col?: number;
  readonly row?: number;
}

interface Happenings {
  readonly observe: (command: { readonly type: string }) => void;
  /** What is to be told since the last time; `byAddIn` when its own batch did it. */
  readonly take: (byAddIn: boolean) => readonly Message[];
  readonly selection: () => readonly Message[];
}

/** What a batch or an edit of the user's did, collected until it is told. */
interface Collected {
  readonly changed: Map<string, Bounds>;
  readonly sheets: { readonly type: number; readonly sheetId: string }[];
}

interface Bounds {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export function happenings(book: Book): Happenings {
  const collected: Collected = { changed: new Map(), sheets: [] };
  return {
    observe: (command) => collect(collected, command),
    take: (byAddIn) => {
      const messages = messagesOf(book, collected, byAddIn ? "ThisLocalAddin" : "Unknown");
      collected.sheets.length = 0;
      collected.changed.clear();
      return messages;
    },
    selection: () => selectionMessages(book),
  };
}

function collect({ changed, sheets }: Collected, observed: { readonly type: string }): void {
  const command = observed as Command;
  const { type, sheetId = "", sheetIdTo, sheetIdFrom, col = 0, row = 0 } = command;
  const happened = (event: number, id = "") => void sheets.push({ type: event, sheetId: id });
  if (isCellWrites(observed))
    for (const [c, r, { content }] of observed.cells) if (content !== undefined) touch(changed, observed.sheetId, c, r);
  if (type === "UPDATE_CELL" && "content" in command) touch(changed, sheetId, col, row);
  if (type === "CREATE_SHEET") happened(EVENT.added, sheetId);
  if (type === "DUPLICATE_SHEET") happened(EVENT.added, sheetIdTo);
  if (type === "DELETE_SHEET") happened(EVENT.deleted, sheetId);
  if (type === "ACTIVATE_SHEET") {
    happened(EVENT.deactivated, sheetIdFrom);
    happened(EVENT.activated, sheetIdTo);
  }
}

function touch(changed: Map<string, Bounds>, sheetId: string, col: number, row: number): void {
  const bounds = changed.get(sheetId);
  if (!bounds) changed.set(sheetId, { top: row, bottom: row, left: col, right: col });
  else {
    bounds.top = Math.min(bounds.top, row);
    bounds.bottom = Math.max(bounds.bottom, row);
    bounds.left = Math.min(bounds.left, col);
    bounds.right = Math.max(bounds.right, col);
  }
}

const messagesOf = (book: Book, { changed, sheets }: Collected, triggerSource: string): readonly Message[] => [
  ...sheets.flatMap(({ type, sheetId }) => told(book, type, sheetId, { worksheetId: sheetId, source: "Local" })),
  ...[...changed].flatMap(([sheetId, bounds]) => changes(book, sheetId, { ...bounds }, triggerSource)),
];

function changes(book: Book, sheetId: string, zone: Zone, triggerSource: string): readonly Message[] {
  const range: Area = { kind: "Range", sheetId, zone };
  const isHeard = [sheetId, WHOLE_WORKBOOK].some((target) => listensTo(book.memory.events, EVENT.changed, target));
  if (!isHeard || !book.getters.tryGetSheet(sheetId)) return [];
  const referenceId = book.newId();
  book.memory.references.set(referenceId, range);
  return told(book, EVENT.changed, sheetId, {
    changeType: "RangeEdited",
    source: "Local",
    shiftDirection: "None",
    address: localAddress(range),
    worksheetId: sheetId,
    referenceId,
    triggerSource,
  });
}

function selectionMessages(book: Book): readonly Message[] {
  const sheetId = book.getters.getActiveSheetId();
  const address = localAddress({ kind: "Range", sheetId, zone: book.getters.getSelectedZone() });
  return told(book, EVENT.selectionChanged, sheetId, { address, worksheetId: sheetId, isInsideSelection: true });
}

/** To the listeners of the sheet and to those of the whole workbook. */
const told = ({ memory }: Book, type: number, sheetId: string, message: object): readonly Message[] =>
  memory.eventsEnabled
    ? [sheetId, WHOLE_WORKBOOK]
        .filter((target) => listensTo(memory.events, type, target))
        .map((target) => ({ category: EVENT_CATEGORY, type, target, message }))
    : [];
