import { expect, test } from "@jest/globals";
import { openWorkbook } from "../../support/officeWorkbook";

test("sheets are added, found, renamed, colored, hidden and deleted", async () => {
  const { Excel, sheetNames, internalErrors } = await openWorkbook();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.add("Plan");
    const missing = worksheets.getItemOrNullObject("Nowhere");
    sheet.load("name,id,visibility,position");
    worksheets.load("items/name");
    await context.sync();
    expect(missing.isNullObject).toBe(true);
    expect([sheet.name, sheet.visibility, sheet.position]).toEqual(["Plan", "Visible", 1]);
    expect(worksheets.items.map(({ name }) => name)).toEqual(["Sheet1", "Plan"]);
    sheet.name = "The plan";
    sheet.tabColor = "#ff8800";
    sheet.showGridlines = false;
    sheet.activate();
    const active = worksheets.getActiveWorksheet();
    active.load("name,showGridlines,tabColor");
    await context.sync();
    expect([active.name, active.showGridlines, active.tabColor]).toEqual(["The plan", false, "#FF8800"]);
    worksheets.getItem(sheet.id).delete();
    await context.sync();
  });
  expect(sheetNames()).toEqual(["Sheet1"]);
  expect(internalErrors).toEqual([]);
});

test("names of sheets that Excel refuses are refused", async () => {
  const { Excel } = await openWorkbook();
  const adding = (name: string) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    });
  await expect(adding("sheet1")).rejects.toMatchObject({ code: "ItemAlreadyExists" });
  for (const name of ["a/b", "a[b", "x".repeat(32), " "])
    await expect(adding(name)).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("a copy has the formulas, formats, validations, names and widths of its sheet", async () => {
  const { Excel, ...book } = await openWorkbook({ sheets: ["First", "Plan", "Last"] });
  await Excel.run(async (context) => {
    const plan = context.workbook.worksheets.getItem("Plan");
    plan.getRange("A1:B2").formulas = [
      [1, "=A1*2"],
      ["x", "=Plan!A1+1"],
    ];
    plan.getRange("A1").format.fill.color = "#112233";
    plan.getRange("A:A").format.columnWidth = 90;
    plan.getRange("D1:D2").values = [["one"], ["two"]];
    plan.getRange("B5").dataValidation.rule = { list: { inCellDropDown: true, source: "=$D$1:$D$2" } };
    plan.names.add("gm_total", plan.getRange("B2"));
    plan.freezePanes.freezeRows(1);
    await context.sync();
    const copy = plan.copy("After", plan);
    copy.load("name,position");
    await context.sync();
    expect([copy.name, copy.position]).toEqual(["Plan (2)", 2]);
    copy.getRange("A1").values = [[10]];
    await context.sync();
  });
  expect(book.sheetNames()).toEqual(["First", "Plan", "Plan (2)", "Last"]);
  expect(book.value("Plan (2)", "B1")).toBe(20);
  expect(book.style("Plan (2)", "A1")).toMatchObject({ fillColor: "#112233" });
  expect(book.columnWidth("Plan (2)", "A1")).toBe(120);
  expect(book.names("Plan (2)")).toMatchObject([{ name: "gm_total", formula: "='Plan (2)'!$B$2" }]);
  expect(book.validation("Plan (2)", "B5")).toMatchObject({ criterion: { values: ["$D$1:$D$2"] } });
  expect(book.frozen("Plan (2)")).toEqual({ rows: 1, columns: 0 });
  expect(book.internalErrors).toEqual([]);
});

test("names and lists follow a sheet that is renamed and rows that are inserted", async () => {
  const { Excel, ...book } = await openWorkbook({ sheets: ["Plan", "Lists"] });
  await Excel.run(async (context) => {
    const [plan, lists] = [context.workbook.worksheets.getItem("Plan"), context.workbook.worksheets.getItem("Lists")];
    plan.names.add("gm_result", plan.getRange("B2:B4"));
    plan.names.add("gm_rate", "=0.25");
    plan.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: lists.getRange("A1:A3") } };
    await context.sync();
    plan.getRange("1:2").insert("Down");
    lists.getRange("1:1").insert("Down");
    lists.name = "GM lists";
    plan.name = "My plan";
    await context.sync();
    const [result, rate] = [plan.names.getItem("gm_result"), plan.names.getItem("gm_rate")];
    result.load("value,formula,type,scope");
    rate.load("value,type");
    const missing = plan.names.getItemOrNullObject("gm_none");
    const range = result.getRange();
    range.load("address");
    await context.sync();
    expect([result.formula, result.type, result.scope]).toEqual(["='My plan'!$B$4:$B$6", "Range", "Worksheet"]);
    expect(range.address).toBe("'My plan'!B4:B6");
    expect([rate.value, rate.type]).toEqual([0.25, "Double"]);
    expect(missing.isNullObject).toBe(true);
  });
  expect(book.validation("My plan", "A3")).toMatchObject({ criterion: { values: ["'GM lists'!$A$2:$A$4"] } });
  const again = await openWorkbook({ data: book.saved() });
  expect(again.names("My plan")).toEqual(book.names("My plan"));
  expect(book.internalErrors).toEqual([]);
});
