import { itemNotFound } from "../apiError";
import type { Book } from "../book";
import { EVENT, WHOLE_WORKBOOK } from "../eventRegistry";
import { defineKind, type Item } from "../kind";
import { denyIfProtected } from "../protected";
import { NEW_SHEET } from "../sheetSize";
import { checkSheetName, freeSheetName } from "../sheetNames";
import { registrations } from "./registrations";

export interface Sheet extends Item {
  readonly kind: "Worksheet";
  readonly sheetId: string;
}

export const sheet = (sheetId: string): Sheet => ({ kind: "Worksheet", sheetId });

/** By id or by name. */
function findSheet({ getters }: Book, key: unknown): Sheet | undefined {
  if (typeof key !== "string") return undefined;
  const sheetId = getters.getSheetIds().includes(key) ? key : getters.getSheetIdByName(key);
  return sheetId === undefined ? undefined : sheet(sheetId);
}

function add(book: Book, name: unknown): Sheet {
  const location = "WorksheetCollection.add";
  const wished = name ?? freeSheetName(book, (number) => `Sheet${number}`, 1);
  const free = checkSheetName(book, wished, location);
  denyIfProtected(book, { type: "CREATE_SHEET" }, location);
  const sheetId = book.newId();
  const position = book.getters.getSheetIds().length;
  book.dispatch("CREATE_SHEET", { sheetId, name: free, position, rows: NEW_SHEET.rows, cols: NEW_SHEET.cols });
  return sheet(sheetId);
}

const among = ({ getters }: Book, visibleOnly: unknown) =>
  visibleOnly === true ? getters.getVisibleSheetIds() : getters.getSheetIds();

function at(ids: readonly string[], index: number, location: string): Sheet {
  const id = ids.at(index);
  if (id === undefined) throw itemNotFound(location);
  return sheet(id);
}

export const worksheetsKind = defineKind({
  name: "WorksheetCollection",
  elements: ({ getters }) => getters.getSheetIds().map(sheet),
  byKey: (book, _, key) => findSheet(book, key),
  methods: {
    Add: (book, _, name) => add(book, name),
    GetItemOrNullObject: (book, _, key) => findSheet(book, key) ?? null,
    GetActiveWorksheet: ({ getters }) => sheet(getters.getActiveSheetId()),
    GetCount: (book, _, visibleOnly) => among(book, visibleOnly).length,
    GetFirst: (book, _, visibleOnly) => at(among(book, visibleOnly), 0, "WorksheetCollection.getFirst"),
    GetLast: (book, _, visibleOnly) => at(among(book, visibleOnly), -1, "WorksheetCollection.getLast"),
    ...registrations(
      {
        Added: EVENT.added,
        Deleted: EVENT.deleted,
        Activated: EVENT.activated,
        Deactivated: EVENT.deactivated,
        DataChanged: EVENT.changed,
        SelectionChanged: EVENT.selectionChanged,
        Calculated: EVENT.calculated,
      },
      () => WHOLE_WORKBOOK,
    ),
  },
});
