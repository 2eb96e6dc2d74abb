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

export interface Happenings {
  readonly observe: (command: { readonly type: string }) => void;
  /** What is to be told since the last time; `byAddIn` when its own batch did it. */
  readonly take: (byAddIn: boolean) => readonly Message[];
  readonly selection: () => readonly Message[];
}

export function happenings(book: Book): Happenings {
  const changed = new Map<string, Zone>();
  const sheets: { readonly type: number; readonly sheetId: string }[] = [];
  const touch = (sheetId: string, col: number, row: number) =>
    changed.set(sheetId, union(changed.get(sheetId), { top: row, bottom: row, left: col, right: col }));
  const happened = (type: number, sheetId = "") => void sheets.push({ type, sheetId });

  const observe = (observed: { readonly type: string }) => {
    const command = observed as Command;
    const { sheetId = "", sheetIdTo, sheetIdFrom, col = 0, row = 0 } = command;
    if (isCellWrites(observed))
      for (const [c, r, { content }] of observed.cells) if (content !== undefined) touch(observed.sheetId, c, r);
    if (command.type === "UPDATE_CELL" && "content" in command) touch(sheetId, col, row);
    if (command.type === "CREATE_SHEET") happened(EVENT.added, sheetId);
    if (command.type === "DUPLICATE_SHEET") happened(EVENT.added, sheetIdTo);
    if (command.type === "DELETE_SHEET") happened(EVENT.deleted, sheetId);
    if (command.type === "ACTIVATE_SHEET") {
      happened(EVENT.deactivated, sheetIdFrom);
      happened(EVENT.activated, sheetIdTo);
    }
  };

  const take = (byAddIn: boolean) => {
    const triggerSource = byAddIn ? "ThisLocalAddin" : "Unknown";
    const messages = [
      ...sheets.flatMap(({ type, sheetId }) => told(book, type, sheetId, { worksheetId: sheetId, source: "Local" })),
      ...[...changed].flatMap(([sheetId, zone]) => changes(book, sheetId, zone, triggerSource)),
    ];
    sheets.length = 0;
    changed.clear();
    return messages;
  };
  return { observe, take, selection: () => selectionMessages(book) };
}

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

const union = (one: Zone | undefined, other: Zone): Zone => ({
  top: Math.min(one?.top ?? other.top, other.top),
  left: Math.min(one?.left ?? other.left, other.left),
  bottom: Math.max(one?.bottom ?? other.bottom, other.bottom),
  right: Math.max(one?.right ?? other.right, other.right),
});
