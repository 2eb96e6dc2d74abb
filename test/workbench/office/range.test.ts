import { expect, test } from "@jest/globals";
import { openWorkbook } from "../../support/officeWorkbook";

const matrix = (rows: number, columns: number, at: (row: number, column: number) => unknown) =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => at(row, column)));

test("values, formulas, formats and texts come back as Excel shows them", async () => {
  const { Excel, internalErrors } = await openWorkbook();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:C2");
    range.values = [
      [1, "x", true],
      [null, "=A1*2", ""],
    ];
    range.numberFormat = [
      ["0.00", "General", "General"],
      ["General", "0.0", "General"],
    ];
    range.load("values,formulas,text,valueTypes,numberFormat,address,rowCount,columnCount,rowIndex,columnIndex");
    await context.sync();
    expect(range.values).toEqual([
      [1, "x", true],
      ["", 2, ""],
    ]);
    expect(range.formulas[1]).toEqual(["", "=A1*2", ""]);
    expect(range.text).toEqual([
      ["1.00", "x", "TRUE"],
      ["", "2.0", ""],
    ]);
    expect(range.valueTypes[1]).toEqual(["Empty", "Double", "Empty"]);
    expect(range.numberFormat[0]).toEqual(["0.00", "General", "General"]);
    expect([range.address, range.rowCount, range.columnCount]).toEqual(["Sheet1!A1:C2", 2, 3]);
  });
  expect(internalErrors).toEqual([]);
});

test("the add-in's functions compute and spill; without the add-in they are #NAME?", async () => {
  const read = async (functions: boolean) => {
    const { Excel } = await openWorkbook({ functions });
    return Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:A2").values = [[7e9], [70e9]];
      sheet.getRange("B1").formulas = [['=GPUMEM.TRAIN_MEM(A1:A2,"bf16","adam")']];
      const range = sheet.getRange("B1:B2");
      range.load("values,formulas");
      await context.sync();
      return [range.values, range.formulas[1]];
    });
  };
  expect(await read(true)).toEqual([[[112], [1120]], [1120]]);
  expect(await read(false)).toEqual([[["#NAME?"], [""]], [""]]);
});

test("a matrix that the client sends in pieces arrives whole, and the sheet grows once", async () => {
  const { Excel, host, model, value } = await openWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const range = sheet.getRangeByIndexes(0, 0, 900, 4);
    range.values = matrix(900, 4, (row, column) => row * 10 + column) as number[][];
    const last = sheet.getRange("D900");
    last.load("values");
    await context.sync();
    expect(last.values).toEqual([[8993]]);
  });
  expect(value("Sheet1", "D900")).toBe(8993);
  expect(model.getters.getNumberRows("sheet1")).toBe(950);
  expect(host.syncs[0]?.members.filter((member) => member === "Values =").length).toBeGreaterThan(1);
  model.dispatch("REQUEST_UNDO");
  expect(model.getters.getNumberRows("sheet1")).toBe(200);
});

test("a sheet that grows moves no range", async () => {
  const { Excel, value } = await openWorkbook();
  const address = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(180, 20, 60, 30);
    range.formulas = matrix(60, 30, (row, column) => row * 100 + column) as number[][];
    range.numberFormat = matrix(60, 30, () => "0.0") as string[][];
    range.load("address");
    await context.sync();
    return range.address;
  });
  expect(address).toBe("Sheet1!U181:AX240");
  expect(value("Sheet1", "AX240")).toBe(5929);
});

test("ranges are found from ranges", async () => {
  const { Excel } = await openWorkbook();
  const addresses = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B2:C3").values = [
      [1, 2],
      [3, 4],
    ];
    const ranges = [
      sheet.getUsedRange(),
      sheet.getRange("A1").getResizedRange(2, 1).getOffsetRange(1, 1),
      sheet.getRange("C:C"),
      sheet.getRange("2:3"),
      sheet.getRange("A1:B4").getLastCell(),
      sheet.getCell(3, 3),
      sheet.getRange("A1:C3").getRow(1),
      sheet.getRange("A1:C3").getColumn(1),
      sheet.getRange("B2").getEntireColumn(),
      sheet.getRange("B2").getEntireRow(),
    ];
    for (const range of ranges) range.load("address");
    await context.sync();
    return ranges.map(({ address }) => address.replace("Sheet1!", ""));
  });
  expect(addresses).toEqual(["B2:C3", "B2:C4", "C:C", "2:3", "B4", "D4", "A2:C2", "B1:B3", "B:B", "2:2"]);
});

test("formats are set and read; different ones read as null", async () => {
  const { Excel, border, style, internalErrors } = await openWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const { format } = sheet.getRange("A1:C1");
    format.fill.color = "#1f4e78";
    format.font.color = "white";
    format.font.bold = true;
    format.font.size = 14;
    format.font.name = "Consolas";
    format.columnWidth = 90;
    format.rowHeight = 30;
    format.horizontalAlignment = "Center";
    format.verticalAlignment = "Top";
    format.wrapText = true;
    format.indentLevel = 2;
    format.protection.locked = false;
    const bottom = format.borders.getItem("EdgeBottom");
    bottom.style = "Continuous";
    bottom.color = "#FF0000";
    bottom.weight = "Thick";
    const range = sheet.getRange("A1:C1");
    range.load("format/fill/color,format/font,format/columnWidth,format/rowHeight,format/horizontalAlignment");
    range.load("format/verticalAlignment,format/wrapText,format/indentLevel,format/protection/locked");
    const mixed = sheet.getRange("A1:A2").format;
    mixed.load("font/bold,protection/locked");
    await context.sync();
    expect(range.format.toJSON()).toMatchObject({
      fill: { color: "#1F4E78" },
      font: { color: "#FFFFFF", bold: true, size: 14, name: "Consolas", italic: false, underline: "None" },
      ...{ columnWidth: 90, rowHeight: 30, horizontalAlignment: "Center", verticalAlignment: "Top" },
      ...{ wrapText: true, indentLevel: 2, protection: { locked: false } },
    });
    expect(mixed.font.bold).toBeNull();
    format.borders.getItem("EdgeBottom").style = "None";
    format.fill.clear();
    await context.sync();
  });
  expect(border("Sheet1", "B1")).toBeNull();
  expect(style("Sheet1", "B1")).toMatchObject({ fillColor: "", bold: true });
  expect(internalErrors).toEqual([]);
});

test("clearing contents leaves formats and drop-downs, clearing formats leaves contents", async () => {
  const { Excel, style, validation, value } = await openWorkbook();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
    range.values = [
      [1, 2],
      [3, 4],
    ];
    range.format.font.bold = true;
    range.dataValidation.rule = { list: { inCellDropDown: true, source: "1,2,3,4" } };
    range.getCell(0, 0).clear("Contents");
    range.getCell(1, 1).clear("Formats");
    await context.sync();
  });
  expect([value("Sheet1", "A1"), value("Sheet1", "B2")]).toEqual([null, 4]);
  expect([style("Sheet1", "A1"), style("Sheet1", "B2")]).toEqual([{ bold: true }, {}]);
  expect(validation("Sheet1", "A1")).toBeDefined();
});

test("values are copied as values", async () => {
  const { Excel, cell } = await openWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B2").formulas = [
      ["=1+1", '=TEXT(7,"0")'],
      ["=NA()", "x"],
    ];
    sheet.getRange("D1").copyFrom("A1:B2", "Values");
    await context.sync();
  });
  expect(["D1", "E1", "D2", "E2"].map((address) => cell("Sheet1", address))).toMatchObject([
    { value: 2 },
    { value: "7" },
    { value: "#N/A" },
    { value: "x" },
  ]);
  expect(cell("Sheet1", "D1").formula).toBeUndefined();
});

test("ranges move with their cells, in the same sync and later", async () => {
  const { Excel, value } = await openWorkbook();
  const addresses = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const [below, over, kept] = [sheet.getRange("B5"), sheet.getRange("A2:C4"), sheet.getRange("A1")];
    sheet.getRange("3:4").insert("Down");
    below.values = [["moved"]];
    await context.sync();
    for (const range of [below, over, kept]) range.load("address");
    await context.sync();
    const now = [below.address, over.address, kept.address];
    sheet.getRange("7:7").delete("Up");
    below.load("address");
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidReference" });
    return now;
  });
  expect(addresses).toEqual(["Sheet1!B7", "Sheet1!A2:C6", "Sheet1!A1"]);
  expect(value("Sheet1", "B7")).toBeNull();
});
