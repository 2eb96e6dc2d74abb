import { expect, test } from "@jest/globals";
import { openWorkbook } from "../../support/officeWorkbook";

interface Drawn {
  readonly type: string;
  readonly data: {
    readonly labels: readonly string[];
    readonly datasets: readonly {
      readonly label: string;
      readonly data: readonly number[];
      readonly type?: string;
      readonly stack?: string;
      readonly backgroundColor: string;
    }[];
  };
  readonly options: { readonly indexAxis?: string; readonly scales: Record<string, { readonly stacked?: boolean }> };
}

const TABLE = [
  ["GB", "Weights", "States"],
  ["A", 1, 2],
  ["B", 3, 4],
  ["C", 5, 6],
];

async function withTable() {
  const book = await openWorkbook({ sheets: ["T"] });
  const drawn = (index = 0, sheet = "T") =>
    book.drawnChart(book.charts(sheet)[index]?.id ?? "").chartJsConfig as unknown as Drawn;
  await book.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("T").getRange("A1:C4").values = TABLE;
    await context.sync();
  });
  return { ...book, drawn };
}

test("stacked columns with a line over them are drawn as Excel draws them", async () => {
  const { Excel, charts, drawn, internalErrors } = await withTable();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("T");
    const chart = sheet.charts.add("ColumnStacked", sheet.getRange("A1:C4"), "Columns");
    chart.name = "memory";
    chart.title.text = "Memory by part";
    chart.legend.position = "Bottom";
    chart.setPosition("E2", "K16");
    chart.axes.valueAxis.title.text = "GB";
    chart.axes.valueAxis.numberFormat = "0";
    chart.axes.categoryAxis.title.text = "Run";
    chart.series.getItemAt(0).format.fill.setSolidColor("#4472C4");
    const capacity = chart.series.add("Capacity");
    capacity.setValues(sheet.getRange("C2:C4"));
    capacity.setXAxisValues(sheet.getRange("A2:A4"));
    capacity.chartType = "Line";
    capacity.format.line.color = "#ff0000";
    await context.sync();
    const again = sheet.charts.getItem("memory");
    again.load("name,chartType,width,top,left,title/text,legend/position,axes/valueAxis/numberFormat");
    again.series.load("items/name,items/chartType");
    await context.sync();
    expect([again.name, again.chartType, again.title.text]).toEqual(["memory", "ColumnStacked", "Memory by part"]);
    expect([again.legend.position, again.axes.valueAxis.numberFormat]).toEqual(["Bottom", "0"]);
    expect(again.series.items.map((one) => [one.name, one.chartType])).toEqual([
      ["Weights", "ColumnStacked"],
      ["States", "ColumnStacked"],
      ["Capacity", "Line"],
    ]);
    expect([again.left, again.width]).toEqual([4 * 72, 7 * 72]);
  });
  const { data, options } = drawn();
  expect(data.labels).toEqual(["A", "B", "C"]);
  expect(data.datasets.map(({ label, type, stack }) => [label, type, stack])).toEqual([
    ["Weights", "bar", "columns"],
    ["States", "bar", "columns"],
    ["Capacity", "line", "line 2"],
  ]);
  expect(data.datasets.map(({ data: values }) => values)).toEqual([
    [1, 3, 5],
    [2, 4, 6],
    [2, 4, 6],
  ]);
  expect(data.datasets[2]?.backgroundColor).toBe("#FF0000");
  expect([options.scales.x?.stacked, options.scales.y?.stacked]).toEqual([true, true]);
  expect(charts("T")[0]?.definition).toMatchObject({ title: { text: "Memory by part" }, legendPosition: "bottom" });
  expect(internalErrors).toEqual([]);
});

test.each([
  ["ColumnClustered", "bar", "x", false],
  ["ColumnStacked", "bar", "x", true],
  ["BarClustered", "bar", "y", false],
  ["BarStacked", "bar", "y", true],
  ["Line", "line", undefined, false],
  ["LineMarkers", "line", undefined, false],
] as const)("%s", async (chartType, drawnType, indexAxis, stacked) => {
  const { Excel, drawn } = await withTable();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("T");
    const chart = sheet.charts.add(chartType, sheet.getRange("A1:C4"));
    chart.load("chartType");
    await context.sync();
    expect(chart.chartType).toBe(chartType);
  });
  const { type, options, data } = drawn();
  expect([type, options.indexAxis, !!options.scales.y?.stacked]).toEqual([drawnType, indexAxis, stacked]);
  expect(data.datasets.map(({ label }) => label)).toEqual(["Weights", "States"]);
});

test("a chart is copied with its sheet, draws the copy's cells, and is saved", async () => {
  const { Excel, drawn, charts, saved } = await withTable();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("T");
    sheet.charts.add("ColumnStacked", sheet.getRange("A1:C4")).name = "memory";
    await context.sync();
    const copy = sheet.copy();
    copy.getRange("B2").values = [[100]];
    const chart = copy.charts.getItem("memory");
    chart.load("name");
    copy.charts.load("count");
    await context.sync();
    expect([chart.name, copy.charts.count]).toEqual(["memory", 1]);
  });
  expect([drawn().data.datasets[0]?.data[0], drawn(0, "T (2)").data.datasets[0]?.data[0]]).toEqual([1, 100]);
  const again = await openWorkbook({ data: saved() });
  expect(again.charts("T")[0]?.definition).toEqual(charts("T")[0]?.definition);
});

test("a series is named by a cell, wherever that goes", async () => {
  const { Excel, drawn } = await withTable();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("T");
    const chart = sheet.charts.add("Line", sheet.getRange("B2:B4"), "Columns");
    chart.series.getItemAt(0).name = "=T!$C$1";
    chart.series.load("items/name");
    await context.sync();
    expect(chart.series.items.map(({ name }) => name)).toEqual(["States"]);
    sheet.copy().getRange("C1").values = [["Copied"]];
    sheet.getRange("1:1").insert("Down");
    sheet.getRange("C2").values = [["Renamed"]];
    sheet.name = "Other name";
    await context.sync();
  });
  expect(drawn(0, "Other name").data.datasets[0]?.label).toBe("Renamed");
  expect(drawn(0, "T (2)").data.datasets[0]?.label).toBe("Copied");
});

test("charts are moved, resized, found and deleted", async () => {
  const { Excel, charts } = await withTable();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("T");
    const chart = sheet.charts.add("Line", sheet.getRange("A1:C4"));
    Object.assign(chart, { top: 40, left: 100, width: 300, height: 150 });
    chart.load("top,left,width,height,name");
    const missing = sheet.charts.getItemOrNullObject("none");
    await context.sync();
    expect(missing.isNullObject).toBe(true);
    expect([chart.width, chart.height, chart.name]).toEqual([300, 150, "Chart 1"]);
    expect(chart.top).toBeCloseTo(40, 0);
    expect(chart.left).toBeCloseTo(100, 0);
    chart.series.getItemAt(0).delete();
    chart.legend.visible = false;
    chart.title.visible = false;
    await context.sync();
    expect(charts("T")[0]?.definition).toMatchObject({ legendPosition: "none", title: { text: "" } });
    chart.delete();
    await context.sync();
  });
  expect(charts("T")).toEqual([]);
});
