import { area, areaArgument } from "../area";
import { numberArgument } from "../arguments";
import type { Book } from "../book";
import { defineKind, type Item } from "../kind";
import { grow } from "../sheetSize";

interface OfSheet extends Item {
  readonly sheetId: string;
}

function freeze(book: Book, sheetId: string, rows: number, columns: number): void {
  grow(book, sheetId, { top: 0, left: 0, bottom: rows, right: columns });
  book.dispatch("UNFREEZE_COLUMNS_ROWS", { sheetId });
  if (rows > 0) book.dispatch("FREEZE_ROWS", { sheetId, quantity: rows });
  if (columns > 0) book.dispatch("FREEZE_COLUMNS", { sheetId, quantity: columns });
}

function frozen({ getters }: Book, { sheetId }: OfSheet) {
  const { xSplit, ySplit } = getters.getPaneDivisions(sheetId);
  if (xSplit === 0 && ySplit === 0) return null;
  const zone = { top: 0, left: 0, bottom: ySplit - 1, right: xSplit - 1 };
  const whole = { bottom: ySplit === 0 ? 1_048_575 : zone.bottom, right: xSplit === 0 ? 16_383 : zone.right };
  return area(sheetId, { ...zone, ...whole }, "WorksheetFreezePanes.getLocationOrNullObject");
}

export const freezePanesKind = defineKind<OfSheet>({
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: (book, { sheetId }, count) =>
      freeze(book, sheetId, numberArgument(count ?? 1, "WorksheetFreezePanes.freezeRows", { min: 1 }), 0),
    FreezeColumns: (book, { sheetId }, count) =>
      freeze(book, sheetId, 0, numberArgument(count ?? 1, "WorksheetFreezePanes.freezeColumns", { min: 1 })),
    FreezeAt: (book, { sheetId }, range) => {
      const { zone } = areaArgument(book, sheetId, range, "WorksheetFreezePanes.freezeAt");
      freeze(book, sheetId, zone.bottom + 1, zone.right + 1);
    },
    Unfreeze: ({ dispatch }, { sheetId }) => dispatch("UNFREEZE_COLUMNS_ROWS", { sheetId }),
    GetLocationOrNullObject: frozen,
  },
});
