// A bill pasted onto a sheet, through Microsoft's client.
import { expect, test } from "@jest/globals";
import { budgetVersusActual } from "../../../src/sheets/templates/budgetVersusActual";
import { bill as example } from "../../../src/sheets/templates/budgetVersusActual/bill";
import { fitted } from "../../../src/taskpane/focus/aggregate";
import { type BillRow, readBill } from "../../../src/taskpane/focus/bill";
import { areaNamed, namesFrom } from "../../../src/taskpane/excel/nameFormula";
import { relative } from "../../../src/sheets/address";
import { breakNext, openPane, work } from "../../support/excelPane";

const SHEET = "Budget versus actual";
const row = (changes: Partial<BillRow> = {}): BillRow => ({
  ...{ day: 46_388, sku: "gpu-8xh100-od", quantity: 10, cost: 293.6, status: "", tags: "Research" },
  ...changes,
});

async function openBill() {
  const book = await openPane();
  await book.pane.insert(budgetVersusActual, work());
  const id = (await book.pane.sheets()).find(({ sheet }) => sheet === SHEET)!.sheetId;
  const names = namesFrom(
    await book.Excel.run(async (context) => {
      const { names: items } = context.workbook.worksheets.getItem(SHEET);
      items.load("items/name,items/formula");
      await context.sync();
      return items.items.map(({ name, formula }) => ({ name, formula: String(formula) }));
    }),
  );
  const area = areaNamed(names, "bill")!;
  /** Counted from 0. */
  const at = (i: number, j: number) => relative(area.row + i, area.column + j);
  const rowAt = (i: number) => [0, 1, 2, 3, 4, 5].map((j) => book.value(SHEET, at(i, j)));
  const outside = () => book.cells(SHEET).filter(({ formula }) => formula !== undefined).length;
  const sum = (label: string) => {
    const found = book.cells(SHEET).find(({ address, value }) => /^B\d+$/.test(address) && value === label);
    return book.value(SHEET, `C${found?.address.slice(1)}`);
  };
  return { ...book, id, at, rowAt, outside, sum, area };
}

test("the place says its room and its rows; others replace them and nothing else", async () => {
  const { pane, id, rowAt, at, outside, sum, format, host } = await openBill();
  expect(await pane.billPlace(id)).toEqual({ room: 2000, filled: example.rows.length });
  const formulas = outside();
  const before = host.syncs.length;
  await pane.writeBill(id, [
    row(),
    row({ day: 46_419, sku: "=cmd|'/C calc'!A0", quantity: "", cost: 0.1, tags: "+1" }),
  ]);
  expect(host.syncs.length - before).toBe(4);
  expect(rowAt(0)).toEqual([46_388, "gpu-8xh100-od", 10, 293.6, null, "Research"]);
  expect(rowAt(1)).toEqual([46_419, "=cmd|'/C calc'!A0", null, 0.1, null, "+1"]);
  expect(rowAt(2)).toEqual([null, null, null, null, null, null]);
  expect(rowAt(example.rows.length - 1)).toEqual([null, null, null, null, null, null]);
  expect([outside(), format(SHEET, at(1, 0))]).toEqual([formulas, "yyyy-mm-dd"]);
  expect(await pane.billPlace(id)).toEqual({ room: 2000, filled: 2 });
  expect(sum("EffectiveCost of all rows")).toBeCloseTo(293.7, 9);
});

test("rows that were pasted below the room go, too", async () => {
  const { pane, id, at, Excel, value } = await openBill();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(SHEET).getRange(at(2100, 3)).values = [[5]];
    await context.sync();
  });
  expect((await pane.billPlace(id)).filled).toBe(2101);
  await pane.writeBill(id, [row()]);
  expect(value(SHEET, at(2100, 3))).toBeNull();
});

test("as many rows as fit are written in one go", async () => {
  const { pane, id, rowAt, sum } = await openBill();
  await pane.writeBill(
    id,
    Array.from({ length: 2000 }, (_, i) => row({ cost: i })),
  );
  expect(rowAt(1999)).toEqual([46_388, "gpu-8xh100-od", 10, 1999, null, "Research"]);
  expect(sum("EffectiveCost of all rows")).toBe((1999 * 2000) / 2);
});

test("50,000 rows of an export are summed, and the sheet adds them up to the same", async () => {
  const { pane, id, sum } = await openBill();
  const lines = Array.from(
    { length: 50_000 },
    (_, i) =>
      `2027-0${1 + (i % 6)}-${10 + (i % 18)}T00:00:00Z,gpu-8xh100-od,1,${(i % 97) / 4},,"{""team"":""t${i % 40}""}"`,
  );
  const read = readBill(
    ["ChargePeriodStart,SkuId,ConsumedQuantity,EffectiveCost,CommitmentDiscountStatus,Tags", ...lines].join("\n"),
  );
  const fits = "value" in read ? fitted(read.value.rows, (await pane.billPlace(id)).room) : undefined;
  expect(fits).toMatchObject({ summed: true });
  expect(fits?.rows.length).toBeLessThan(300);
  await pane.writeBill(id, fits?.rows ?? []);
  expect(sum("EffectiveCost of all rows")).toBeCloseTo(
    lines.reduce((total, _, i) => total + (i % 97) / 4, 0),
    6,
  );
});

test("a failure in the middle puts the old rows back", async () => {
  const { pane, id, rowAt, host } = await openBill();
  const old = rowAt(0);
  breakNext(host, "NumberFormat");
  await expect(pane.writeBill(id, [row()])).rejects.toThrow(/Nothing was written/);
  expect(rowAt(0)).toEqual(old);
});

test("a sheet without the columns, and one that is gone, say so", async () => {
  const { pane, id, Excel, area } = await openBill();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(SHEET);
    sheet
      .getRangeByIndexes(0, area.column - 1, 1, 1)
      .getEntireColumn()
      .delete("Left");
    await context.sync();
  });
  await expect(pane.writeBill(id, [row()])).rejects.toThrow(
    /the columns of the bill were deleted.*Nothing was written/,
  );
  await expect(pane.billPlace("no such sheet")).rejects.toThrow(/no longer in the workbook/);
});
