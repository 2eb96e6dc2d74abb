// The rows of a bill on a sheet of ours: how many stand there, and others in their place.
import type { Area } from "../../sheets/grid";
import { NUMBER_FORMATS } from "../../sheets/formats";
import type { BillRow } from "../focus/bill";
import { type BillPlace, WorkbookFailure } from "../workbookHost";
import { apply, type Change, contentsOf, literal, revert } from "./change";
import { failureFrom, told } from "./errors";
import { areaNamed, namesFrom } from "./nameFormula";
import { rangeOf } from "./ranges";
import { type Run, undoable } from "./run";
import { askSheet, refuseGone } from "./sheetOf";

const NOTHING = "Nothing was written.";
const PARTLY = "The bill may be written in part only: use Undo, or write it again.";
const NAME = "bill";
const LAST_ROW_OF_EXCEL = 1_048_576;
const FORMATS = [NUMBER_FORMATS.date, "General", NUMBER_FORMATS.whole, NUMBER_FORMATS.price, "General", "General"];

export const billPlace = (sheetId: string): Promise<BillPlace> =>
  told("Nothing was changed.", () =>
    Excel.run(async (context) => {
      const { area, filled } = await readPlace(context, sheetId);
      return { room: area.rows, filled };
    }),
  );

/** All rows that stand there go, also those below the room: sheets count whole columns. */
export const writeBill = (sheetId: string, rows: readonly BillRow[]): Promise<void> =>
  undoable((run) => writeOrPutBack(run, sheetId, rows));

async function writeOrPutBack(run: Run, sheetId: string, rows: readonly BillRow[]): Promise<void> {
  let changes: readonly Change[] = [];
  try {
    await run(async (context) => {
      const { sheet, area, filled } = await readPlace(context, sheetId);
      const touched = { ...area, rows: Math.max(filled, rows.length) };
      const standing = rangeOf(sheet, touched);
      standing.load("formulas,values");
      await context.sync();
      changes = [{ sheet: sheetId, area: touched, before: contentsOf(standing), after: cellsOf(rows, touched) }];
      apply(context.workbook.worksheets, changes);
      // Only the example's rows have looks of their own.
      rangeOf(sheet, { ...area, rows: rows.length }).numberFormat = rows.map(() => FORMATS);
      await context.sync();
    });
  } catch (thrown) {
    throw failureFrom(thrown, await putBack(changes));
  }
}

async function readPlace(context: Excel.RequestContext, sheetId: string) {
  const sheet = askSheet(context.workbook.worksheets, sheetId);
  await context.sync();
  refuseGone(sheet, NOTHING);
  const area = areaNamed(namesFrom(sheet.names.items), NAME);
  if (area?.columns !== FORMATS.length) throw new WorkbookFailure(placeGone(sheet.name));
  const below: Area = { ...area, rows: LAST_ROW_OF_EXCEL - area.row + 1 };
  const used = rangeOf(sheet, below).getUsedRangeOrNullObject(true);
  used.load("values,rowIndex");
  await context.sync();
  return { sheet, area, filled: used.isNullObject ? 0 : Math.max(0, lastFilled(used) - area.row + 1) };
}

/** The row of the sheet with the last value: what is used may reach further. */
const lastFilled = ({ values, rowIndex }: Excel.Range): number =>
  (values as unknown[][]).reduce((last, cells, i) => (cells.some((cell) => cell !== "") ? rowIndex + i + 1 : last), 0);

const cellsOf = (rows: readonly BillRow[], area: Area): Change["after"] =>
  Array.from({ length: area.rows }, (_, i) => {
    const row = rows[i];
    if (!row) return Array.from({ length: area.columns }, () => "");
    return [row.day, textOf(row.sku), row.quantity, row.cost, textOf(row.status), textOf(row.tags)];
  });

const textOf = (text: string): unknown => (text === "" ? "" : literal(text));

/** Says what became of the sheet. */
async function putBack(changes: readonly Change[]): Promise<string> {
  if (changes.length === 0) return NOTHING;
  try {
    await Excel.run(async (context) => {
      revert(context.workbook.worksheets, changes);
      await context.sync();
    });
    return NOTHING;
  } catch {
    return PARTLY;
  }
}

const placeGone = (sheet: string): string =>
  `On ${sheet} the columns of the bill were deleted, or an older version made the sheet. ${NOTHING} ` +
  "Undo the deletion, or insert the template again.";
