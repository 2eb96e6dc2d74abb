// What Excel refuses, and what stays done when a batch fails.
import { expect, test } from "@jest/globals";
import { openWorkbook } from "../../support/officeWorkbook";

type Workbook = Awaited<ReturnType<typeof openWorkbook>>;
type Batch = (context: Excel.RequestContext, sheet: Excel.Worksheet) => void;

const sync = ({ Excel }: Workbook, batch: Batch) =>
  Excel.run(async (context) => {
    batch(context, context.workbook.worksheets.getItem("Sheet1"));
    await context.sync();
  });

const REFUSED: readonly (readonly [string, string, Batch])[] = [
  ["a matrix of another shape", "InvalidArgument", (_, s) => void (s.getRange("A1:B2").values = [[1], [2]])],
  ["an address that is none", "InvalidArgument", (_, s) => void s.getRange("ZZZZ9").select()],
  ["a color that is none", "InvalidArgument", (_, s) => void (s.getRange("A1").format.fill.color = "reddish")],
  [
    "an alignment that is none",
    "InvalidArgument",
    (_, s) => void (s.getRange("A1").format.horizontalAlignment = "Middle" as never),
  ],
  ["a formula that cannot be parsed", "InvalidArgument", (_, s) => void (s.getRange("A1").formulas = [["=SUM(1"]])],
  ["a range before the first row", "InvalidArgument", (_, s) => void s.getRange("A1").getOffsetRange(-1, 0).select()],
  ["a chart that is not there", "ItemNotFound", (_, s) => s.charts.getItem("none").delete()],
  ["a name that is not there", "ItemNotFound", (_, s) => s.names.getItem("none").delete()],
  ["a name that reads as a cell", "InvalidArgument", (_, s) => void s.names.add("AB12", s.getRange("A1"))],
  ["the only sheet goes", "InvalidOperation", (_, s) => s.delete()],
  [
    "a number format that is not shown here",
    "NotImplemented",
    (_, s) => void (s.getRange("A1").numberFormat = [["[Red]0"]]),
  ],
  ["a chart that is not drawn here", "NotImplemented", (_, s) => void s.charts.add("Surface", s.getRange("A1:B2"))],
  ["a member that is not answered here", "NotImplemented", (_, s) => void (s.getRange("A1").format.shrinkToFit = true)],
];

test.each(REFUSED)("%s: %s", async (_, code, batch) => {
  const book = await openWorkbook();
  // The client checks requirement sets first: shrinkToFit is of 1.9.
  await expect(sync(book, batch)).rejects.toMatchObject({ code });
  expect(book.internalErrors).toEqual([]);
});

test("a refused member is named", async () => {
  const book = await openWorkbook();
  const refused = sync(book, (_, sheet) => void (sheet.getRange("A1").format.shrinkToFit = true));
  await expect(refused).rejects.toThrow("RangeFormat.shrinkToFit");
});

test("properties must be loaded, and members beyond the declared requirement sets are refused", async () => {
  const book = await openWorkbook();
  await expect(sync(book, (_, sheet) => void sheet.getRange("A1").values)).rejects.toMatchObject({
    code: "PropertyNotLoaded",
  });
  const spilled: Batch = (_, sheet) => void sheet.getRange("A1").getSpillingToRangeOrNullObject();
  await expect(sync(book, spilled)).rejects.toMatchObject({ code: "ApiNotFound" });
  const { Office, ...newer } = await openWorkbook({ sets: { ExcelApi: "1.12", RichApiRuntime: "1.1" } });
  expect(["1.9", "1.12", "1.13"].map((set) => Office.context.requirements.isSetSupported("ExcelApi", set))).toEqual([
    true,
    true,
    false,
  ]);
  await newer.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1").formulas = [["=SEQUENCE(2,3)"]];
    const range = sheet.getRange("A1").getSpillingToRangeOrNullObject();
    const none = sheet.getRange("H1").getSpillingToRangeOrNullObject();
    range.load("address,hasSpill");
    sheet.getRange("1:2").group("ByRows");
    await context.sync();
    expect([range.address, range.hasSpill, none.isNullObject]).toEqual(["Sheet1!A1:C2", true, true]);
  });
  expect(newer.internalErrors).toEqual([]);
});

test("a batch stops at the first failure; what ran before stays", async () => {
  const book = await openWorkbook();
  const failing = sync(book, (context, sheet) => {
    sheet.getRange("H1").values = [["kept"]];
    context.workbook.worksheets.getItem("none").activate();
    sheet.getRange("H2").values = [["lost"]];
  });
  await expect(failing).rejects.toMatchObject({
    code: "ItemNotFound",
    debugInfo: { errorLocation: expect.any(String) },
  });
  expect([book.value("Sheet1", "H1"), book.value("Sheet1", "H2")]).toEqual(["kept", null]);
});

test("null objects answer loads and children with nothing", async () => {
  const { Excel } = await openWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject("none");
    const range = sheet.getRange("A1");
    range.load("values");
    const name = sheet.names.getItemOrNullObject("x");
    const used = context.workbook.worksheets.getItem("Sheet1").getUsedRangeOrNullObject(true);
    await context.sync();
    expect([sheet.isNullObject, range.isNullObject, name.isNullObject, used.isNullObject]).toEqual(Array(4).fill(true));
  });
});
