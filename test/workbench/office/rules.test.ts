// Drop-downs, conditional formats and page layout.
import { expect, test } from "@jest/globals";
import { openWorkbook } from "../../support/officeWorkbook";

test("drop-downs: lists that are written out, ranges, prompts and alerts", async () => {
  const { Excel, validation, internalErrors } = await openWorkbook({ sheets: ["S", "Lists"] });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("S");
    const lists = context.workbook.worksheets.getItem("Lists");
    const inline = sheet.getRange("B5").dataValidation;
    inline.prompt = { showPrompt: true, title: "GPU", message: "Pick one." };
    inline.rule = { list: { inCellDropDown: true, source: "H100,H200" } };
    inline.errorAlert = { showAlert: true, style: "Warning", title: "Unknown", message: "Not in the list." };
    inline.ignoreBlanks = false;
    const fromRange = sheet.getRange("B6:B9").dataValidation;
    fromRange.rule = { list: { inCellDropDown: false, source: lists.getRange("A1:A3") } };
    const decimal = sheet.getRange("C1").dataValidation;
    decimal.rule = { decimal: { formula1: 0, formula2: 1, operator: "Between" } };
    const custom = sheet.getRange("D1").dataValidation;
    custom.rule = { custom: { formula: "=D1>0" } };
    for (const one of [inline, fromRange, decimal, custom]) one.load("rule,type,prompt,errorAlert,ignoreBlanks");
    await context.sync();
    expect(inline.rule).toEqual({ list: { inCellDropDown: true, source: "H100,H200" } });
    expect(inline.prompt).toEqual({ showPrompt: true, title: "GPU", message: "Pick one." });
    expect([inline.errorAlert.style, inline.ignoreBlanks, inline.type]).toEqual(["Warning", false, "List"]);
    expect(fromRange.rule).toEqual({ list: { inCellDropDown: false, source: "=Lists!$A$1:$A$3" } });
    expect([decimal.type, custom.type]).toEqual(["Decimal", "Custom"]);
    expect(decimal.rule).toEqual({ decimal: { formula1: 0, formula2: 1, operator: "Between" } });
    sheet.getRange("B7").dataValidation.clear();
    await context.sync();
  });
  // A warning lets the value stay; a stop does not.
  expect(validation("S", "B5")).toMatchObject({ isBlocking: false, criterion: { values: ["H100", "H200"] } });
  expect(validation("S", "B6")).toMatchObject({ isBlocking: true });
  expect([validation("S", "B7"), validation("S", "B8")]).toEqual([undefined, expect.anything()]);
  expect(internalErrors).toEqual([]);
});

test("what Excel refuses as a rule is refused", async () => {
  const { Excel } = await openWorkbook();
  const ruling = (rule: object) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").dataValidation.rule = rule;
      await context.sync();
    });
  const refused = { code: "InvalidArgument" };
  await expect(ruling({ list: { inCellDropDown: true, source: "x".repeat(256) } })).rejects.toMatchObject(refused);
  await expect(ruling({ list: { inCellDropDown: true, source: "=Nowhere!A1:A3" } })).rejects.toMatchObject(refused);
  await expect(ruling({ lists: {} })).rejects.toMatchObject(refused);
  await expect(ruling({ decimal: { formula1: 1, operator: "More" } })).rejects.toMatchObject(refused);
});

test("conditional formats color cells, the newest first", async () => {
  const { Excel, look, conditionalFormats, internalErrors } = await openWorkbook();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("E1:E9");
    range.getResizedRange(-6, 0).values = [[11], [5], [-1]];
    const large = range.conditionalFormats.add("CellValue");
    large.cellValue.format.fill.color = "#FFC7CE";
    large.cellValue.rule = { formula1: "=10", operator: "GreaterThan" };
    const negative = range.conditionalFormats.add("Custom");
    negative.custom.rule.formula = "=$E1<0";
    negative.custom.format.font.color = "#ff0000";
    negative.custom.format.font.bold = true;
    await context.sync();
    // Without a second definition: the client comes back with its identity.
    negative.custom.format.fill.color = "#00FF00";
    range.conditionalFormats.load("items/type,items/priority");
    large.cellValue.load("rule");
    negative.custom.rule.load("formula");
    await context.sync();
    expect(range.conditionalFormats.items.map(({ type }) => type)).toEqual(["Custom", "CellValue"]);
    expect(large.cellValue.rule).toEqual({ operator: "GreaterThan", formula1: "=10" });
    expect(negative.custom.rule.formula).toBe("=$E1<0");
  });
  expect(look("Sheet1", "E1")).toMatchObject({ fillColor: "#FFC7CE" });
  expect(look("Sheet1", "E2").fillColor).toBeUndefined();
  expect(look("Sheet1", "E3")).toMatchObject({ textColor: "#FF0000", bold: true, fillColor: "#00FF00" });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.copy();
    sheet.getRange("E3").conditionalFormats.clearAll();
    await context.sync();
  });
  expect(look("Sheet1", "E3").textColor).toBeUndefined();
  expect(look("Sheet1", "E1")).toMatchObject({ fillColor: "#FFC7CE" });
  expect(look("Sheet1 (2)", "E3")).toMatchObject({ textColor: "#FF0000" });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:Z99").conditionalFormats.clearAll();
    await context.sync();
  });
  expect(conditionalFormats("Sheet1")).toEqual([]);
  expect(internalErrors).toEqual([]);
});

test("page layout is kept with the sheet and follows inserted rows", async () => {
  const { Excel, record } = await openWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const { pageLayout } = sheet;
    pageLayout.orientation = "Landscape";
    pageLayout.paperSize = "A4";
    pageLayout.centerHorizontally = true;
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.setPrintArea("A1:H40");
    pageLayout.setPrintTitleRows("$1:$3");
    pageLayout.setPrintMargins("Centimeters", { top: 2.54 });
    pageLayout.headersFooters.defaultForAllPages.leftFooter = "&F";
    pageLayout.headersFooters.defaultForAllPages.rightFooter = "&P / &N";
    await context.sync();
    sheet.getRange("10:11").insert("Down");
    pageLayout.load("orientation,paperSize,zoom,centerHorizontally,topMargin");
    pageLayout.headersFooters.defaultForAllPages.load("leftFooter,centerFooter");
    const titles = pageLayout.getPrintTitleRowsOrNullObject();
    titles.load("address");
    await context.sync();
    expect([pageLayout.orientation, pageLayout.paperSize, pageLayout.centerHorizontally]).toEqual([
      "Landscape",
      "A4",
      true,
    ]);
    expect(pageLayout.zoom).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 0 });
    expect(pageLayout.topMargin).toBe(72);
    expect(pageLayout.headersFooters.defaultForAllPages.leftFooter).toBe("&F");
    expect(titles.address).toBe("Sheet1!1:3");
    sheet.copy();
    await context.sync();
  });
  expect(record("Sheet1").areas).toEqual({ printArea: "=$A$1:$H$42", printTitleRows: "=$1:$3" });
  expect(record("Sheet1 (2)").page).toEqual(record("Sheet1").page);
});
