import { area, areaAt, cellArea } from "../area";
import { booleanArgument, choiceArgument, colorArgument, indexArgument } from "../arguments";
import { invalidArgument, invalidOperation } from "../apiError";
import type { Book } from "../book";
import { usedZone } from "../cells";
import { EVENT } from "../eventRegistry";
import { defineKind } from "../kind";
import { SHEET_RECORD } from "../plugins/records";
import { denyIfProtected } from "../protected";
import { checkSheetName } from "../sheetNames";
import { fixed } from "./properties";
import { registrations } from "./registrations";
import { activateSheet } from "./selection";
import { copySheet } from "./sheetCopy";
import type { Sheet } from "./worksheets";

const visibility = ({ getters }: Book, sheetId: string) => {
  if (getters.isSheetVisible(sheetId)) return "Visible";
  return getters.getOfficeSheet(sheetId).veryHidden ? "VeryHidden" : "Hidden";
};

function setVisibility(book: Book, { sheetId }: Sheet, value: unknown): void {
  const location = "Worksheet.visibility";
  const command = choiceArgument(
    value,
    { Visible: "SHOW_SHEET", Hidden: "HIDE_SHEET", VeryHidden: "HIDE_SHEET" } as const,
    location,
  );
  const isVisible = book.getters.isSheetVisible(sheetId);
  if (value === visibility(book, sheetId)) return;
  denyIfProtected(book, { type: command }, location);
  if (command === "HIDE_SHEET" && isVisible && book.getters.getVisibleSheetIds().length === 1)
    throw invalidOperation(location, "A workbook must contain at least one visible worksheet.");
  if (isVisible !== (command === "SHOW_SHEET")) book.dispatch(command, { sheetId });
  book.dispatch(SHEET_RECORD, { sheetId, changes: { veryHidden: value === "VeryHidden" } });
}

function rename(book: Book, { sheetId }: Sheet, value: unknown): void {
  const location = "Worksheet.name";
  const newName = checkSheetName(book, value, location, sheetId);
  denyIfProtected(book, { type: "RENAME_SHEET" }, location);
  const oldName = book.getters.getSheetName(sheetId);
  if (newName !== oldName) book.dispatch("RENAME_SHEET", { sheetId, oldName, newName });
}

function move(book: Book, { sheetId }: Sheet, value: unknown): void {
  const location = "Worksheet.position";
  const ids = book.getters.getSheetIds();
  const position = indexArgument(value, location);
  if (position < 0 || position >= ids.length) throw invalidArgument(location);
  denyIfProtected(book, { type: "MOVE_SHEET" }, location);
  moveSheet(book, sheetId, position);
}

/** o-spreadsheet counts only visible sheets while it moves one. */
export function moveSheet({ getters, dispatch }: Book, sheetId: string, position: number): void {
  const from = getters.getSheetIds().indexOf(sheetId);
  const [first, last] = from < position ? [from + 1, position] : [position, from - 1];
  const passed = getters
    .getSheetIds()
    .slice(first, last + 1)
    .filter((id) => getters.isSheetVisible(id)).length;
  const delta = from < position ? passed : -passed;
  if (delta !== 0) dispatch("MOVE_SHEET", { sheetId, delta });
}

function remove(book: Book, { sheetId }: Sheet): void {
  const location = "Worksheet.delete";
  denyIfProtected(book, { type: "DELETE_SHEET" }, location);
  const { getters } = book;
  if (getters.isSheetVisible(sheetId) && getters.getVisibleSheetIds().length === 1)
    throw invalidOperation(location, "A workbook must contain at least one visible worksheet.");
  book.dispatch("DELETE_SHEET", { sheetId, sheetName: getters.getSheetName(sheetId) });
}

const used = (book: Book, sheetId: string, valuesOnly: unknown) => {
  const zone = usedZone(book, sheetId, valuesOnly === true);
  return zone && area(sheetId, zone, "Worksheet.getUsedRange");
};

const below =
  (kind: string) =>
  (_: Book, { sheetId }: Sheet) => ({ kind, sheetId });

export const worksheetKind = defineKind<Sheet>({
  name: "Worksheet",
  identity: (_, { sheetId }) => ({ Id: sheetId }),
  exists: ({ getters }, { sheetId }) => getters.tryGetSheet(sheetId) !== undefined,
  setNames: { Gridlines: "ShowGridlines" },
  properties: {
    Id: { get: (_, { sheetId }) => sheetId },
    Name: { get: ({ getters }, { sheetId }) => getters.getSheetName(sheetId), set: rename },
    Position: { get: ({ getters }, { sheetId }) => getters.getSheetIds().indexOf(sheetId), set: move },
    Visibility: { get: (book, { sheetId }) => visibility(book, sheetId), set: setVisibility },
    TabColor: {
      get: ({ getters }, { sheetId }) => getters.getSheet(sheetId).color ?? "",
      set: ({ dispatch }, { sheetId }, value) =>
        dispatch("COLOR_SHEET", {
          sheetId,
          color: value === "" ? undefined : colorArgument(value, "Worksheet.tabColor"),
        }),
    },
    ShowGridlines: {
      get: ({ getters }, { sheetId }) => getters.getGridLinesVisibility(sheetId),
      set: ({ dispatch }, { sheetId }, value) => {
        const areGridLinesVisible = booleanArgument(value, "Worksheet.showGridlines");
        dispatch("SET_GRID_LINES_VISIBILITY", { sheetId, areGridLinesVisible });
      },
    },
    ShowHeadings: fixed(true),
    StandardHeight: fixed(15),
    StandardWidth: fixed(8.43),
    EnableCalculation: fixed(true),
  },
  children: {
    Charts: below("ChartCollection"),
    Names: below("NamedItemCollection"),
    FreezePanes: below("WorksheetFreezePanes"),
    Protection: below("WorksheetProtection"),
    PageLayout: below("PageLayout"),
  },
  readsValues: ["GetUsedRange", "GetUsedRangeOrNullObject"],
  methods: {
    Activate: (book, { sheetId }) => {
      if (!book.getters.isSheetVisible(sheetId))
        throw invalidOperation("Worksheet.activate", "The worksheet is hidden.");
      activateSheet(book, sheetId);
    },
    Calculate: ({ afterwards, model }) => afterwards(() => model.dispatch("EVALUATE_CELLS")),
    Copy: copySheet,
    Delete: remove,
    GetRange: (book, { sheetId }, address) => areaAt(book, sheetId, address, "Worksheet.getRange"),
    GetRangeByIndexes: (_, { sheetId }, row, column, rows, columns) => {
      const location = "Worksheet.getRangeByIndexes";
      const [top, left] = [indexArgument(row, location), indexArgument(column, location)];
      const bottom = top + indexArgument(rows, location) - 1;
      return area(sheetId, { top, left, bottom, right: left + indexArgument(columns, location) - 1 }, location);
    },
    GetCell: (_, { sheetId }, row, column) => cellArea(sheetId, row as number, column as number, "Worksheet.getCell"),
    GetUsedRange: (book, { sheetId }, valuesOnly) =>
      used(book, sheetId, valuesOnly) ?? cellArea(sheetId, 0, 0, "Worksheet.getUsedRange"),
    GetUsedRangeOrNullObject: (book, { sheetId }, valuesOnly) => used(book, sheetId, valuesOnly),
    ...registrations<Sheet>(
      {
        DataChanged: EVENT.changed,
        SelectionChanged: EVENT.selectionChanged,
        Activated: EVENT.activated,
        Deactivated: EVENT.deactivated,
        Calculated: EVENT.calculated,
      },
      ({ sheetId }) => sheetId,
    ),
  },
});
