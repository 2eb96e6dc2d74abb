// A template into a workbook, through Microsoft's client.
import { expect, jest, test } from "@jest/globals";
import { namesOfTemplate } from "../../../src/sheets/layout/layout";
import { templates } from "../../../src/sheets/templates/index";
import { support } from "../../../src/sheets/templates/support";
import { openPane, openSmallPane, requestSizes, work } from "../../support/excelPane";
import type { ReadCell } from "../../support/officeReaders";
import { audit, plan } from "../../support/smallTemplates";

test("the first insert makes the template's sheet and the three that it leans on", async () => {
  const { pane, sheetNames, value, cell, internalErrors } = await openSmallPane();
  expect(await pane.insert(plan, work())).toEqual({ sheet: "Plan" });
  expect(sheetNames()).toEqual(["Sheet1", "Plan", "GM Lists", "GM Assumptions", "GM Audit"]);
  expect(cell("Plan", "C14")).toMatchObject({ formula: "='GM Assumptions'!$C$8", value: 2.5 });
  // 4 billion parameters take 64 GB.
  expect([value("Plan", "C18"), value("Plan", "E18"), value("Plan", "C15")]).toEqual([64, 64, 640]);
  expect([value("Plan", "B2"), value("Plan", "C2")]).toEqual(["Verdict", "Costs 640"]);
  expect(value("Plan", "C3")).toBe(0);
  expect(internalErrors).toEqual([]);
});

test("numbers, dates and texts stay what they are", async () => {
  const { pane, value, format } = await openSmallPane();
  await pane.insert(plan, work());
  expect([value("Plan", "C9"), format("Plan", "C9")]).toEqual([4, '#,##0;(#,##0);"–"']);
  expect([value("Plan", "C10"), format("Plan", "C10")]).toEqual([46296, "yyyy-mm-dd"]);
  expect(value("Plan", "C11")).toBe("1.10");
  expect(value("GM Lists", "B11")).toBe("8xH100");
  expect(format("Plan", "C15")).toBe('#,##0;(#,##0);"–"');
});

test("it looks as its roles say", async () => {
  const { pane, style, border, columnWidth, frozen, model, sheetId } = await openSmallPane();
  await pane.insert(plan, work());
  expect(style("Plan", "A1")).toMatchObject({ bold: true, fontSize: 16, textColor: "#0B3A6F" });
  expect(style("Plan", "C9")).toMatchObject({ textColor: "#0000C0", fillColor: "#EEF4FF" });
  expect(style("Plan", "C6")).toMatchObject({ bold: true, textColor: "#FFFFFF", fillColor: "#0B3A6F" });
  expect(style("Plan", "D18")).toMatchObject({ italic: true });
  expect(style("Plan", "B9")).toMatchObject({ textColor: "#1B1F24" });
  expect(border("Plan", "C15")?.top).toMatchObject({ style: "thin" });
  expect(border("Plan", "A7")?.bottom).toMatchObject({ style: "thin" });
  expect(frozen("Plan")).toEqual({ rows: 6, columns: 2 });
  // 32 and 8 characters of seven pixels and five around them.
  expect([columnWidth("Plan", "B1"), columnWidth("Plan", "A1")]).toEqual([229, 61]);
  expect(model.getters.getGridLinesVisibility(sheetId("Plan"))).toBe(false);
  expect(model.getters.getSheet(sheetId("Plan")).color).toBe("#0B5CAD");
});

test("lists advise, and a failed check shows", async () => {
  const { pane, validation, look, conditionalFormats, Excel, value } = await openSmallPane();
  await pane.insert(plan, work());
  expect(validation("Plan", "C8")).toMatchObject({ isBlocking: false });
  expect(JSON.stringify(validation("Plan", "C8")?.criterion)).toContain("'GM Lists'!$B$9:$B$12");
  expect(conditionalFormats("Plan").length).toBeGreaterThan(2);
  expect(look("Plan", "C37").fillColor).not.toBe("#FFC7CE");
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("GM Assumptions").getRange("C8").values = [[0]];
    await context.sync();
  });
  expect(value("Plan", "C37")).toBe(1);
  expect(look("Plan", "C37")).toMatchObject({ fillColor: "#FFC7CE", textColor: "#9C0006" });
  expect(look("Plan", "C3")).toMatchObject({ fillColor: "#FFC7CE" });
});

test("its chart: stacked columns with the capacity as a line", async () => {
  const { pane, charts } = await openSmallPane();
  await pane.insert(plan, work());
  const [chart, ...others] = charts("Plan");
  expect(others).toEqual([]);
  const text = JSON.stringify(chart?.definition);
  for (const part of ["What it holds", "Weights", "States", "Capacity", "#0B3A6F", "#2F77BC", "#C00000"])
    expect(text).toContain(part);
  expect(text).toMatch(/C23:D23.*C24:D24.*C25:D25/);
});

test("it prints one page wide, with a head on every page and a foot", async () => {
  const { pane, record } = await openSmallPane();
  await pane.insert(plan, work());
  const { page, areas } = record("Plan");
  const text = JSON.stringify({ page, areas });
  for (const part of ["Letter", "Landscape", '"horizontalFitToPages":1', "$1:$6", "&F · &A", "Page &P of &N"])
    expect(text).toContain(part);
  expect(text).toMatch(/GPUMEM [^"]*not saved/);
});

test("names are the sheet's own", async () => {
  const { pane, names, workbookNames } = await openSmallPane();
  await pane.insert(plan, work());
  expect(names("Plan").find(({ name }) => name === "cost")?.formula).toBe("=Plan!$C$15");
  expect(names("Plan").map(({ name }) => name)).toEqual(
    expect.arrayContaining(["gm_template", "gm_live_0", "gm_mode"]),
  );
  expect(workbookNames()).toEqual([]);
});

test("it is in front, its first input selected", async () => {
  const { pane, Excel } = await openSmallPane();
  await pane.insert(plan, work());
  await Excel.run(async (context) => {
    const cell = context.workbook.getActiveCell().load("address");
    await context.sync();
    expect(cell.address).toBe("Plan!C8");
  });
});

test("one Excel.run, three syncs, told step by step", async () => {
  const { pane, host, Excel } = await openSmallPane();
  const run = jest.spyOn(Excel, "run");
  const job = work();
  await pane.insert(plan, job);
  expect(run).toHaveBeenCalledTimes(1);
  expect(host.syncs.map(({ writes }) => writes)).toEqual([false, false, true]);
  expect(host.references.size).toBe(0);
  expect(job.steps).toEqual([
    "Reading the workbook",
    "Writing GM Lists",
    "Writing GM Assumptions",
    "Writing GM Audit",
    "Writing Plan",
  ]);
});

test("a second insert takes the next name and leaves the first alone", async () => {
  const { pane, host, Excel, sheetNames, value, cell } = await openSmallPane();
  await pane.insert(plan, work());
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Plan").getRange("C9").values = [[8]];
    await context.sync();
  });
  const before = host.syncs.length;
  expect(await pane.insert(plan, work())).toEqual({ sheet: "Plan 2" });
  expect(host.syncs.length - before).toBe(3);
  expect(sheetNames()).toEqual(["Sheet1", "Plan", "GM Lists", "GM Assumptions", "GM Audit", "Plan 2"]);
  expect([value("Plan", "C15"), value("Plan 2", "C15")]).toEqual([2560, 640]);
  expect(cell("Plan 2", "C14").formula).toBe("='GM Assumptions'!$C$8");
});

test("both enter themselves in the register; a full one is said", async () => {
  const { pane, value, cell } = await openSmallPane();
  await pane.insert(plan, work());
  await pane.insert(plan, work());
  const rows = ["9", "10"].map((row) => [..."BCDEFG"].map((column) => value("GM Audit", `${column}${row}`)));
  expect(rows[0]).toEqual(["Plan", "Plan", 0, 1, value("Plan", "E19"), "Costs 640"]);
  expect(rows[1]).toEqual(["Plan 2", "Plan", 0, 1, value("Plan", "E19"), "Costs 640"]);
  expect(cell("GM Audit", "D10").formula).toBe("='Plan 2'!$C$3");
  const { note } = await pane.insert(plan, work());
  expect(note).toMatch(/register on GM Audit has no free row/);
  expect(value("Plan 3", "C15")).toBe(640);
});

test("a row of the register whose sheet was deleted is used again", async () => {
  const { pane, Excel, value } = await openSmallPane();
  await pane.insert(plan, work());
  await pane.insert(plan, work());
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Plan").delete();
    await context.sync();
  });
  expect(await pane.insert(plan, work())).toEqual({ sheet: "Plan" });
  expect([value("GM Audit", "B9"), value("GM Audit", "D9")]).toEqual(["Plan", 0]);
});

test("a sheet of the user's keeps its name and its cells", async () => {
  const { pane, sheetNames, value, Excel } = await openSmallPane({ sheets: ["plan", "GM Lists"] });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("GM Lists").getRange("A1").values = [["mine"]];
    await context.sync();
  });
  expect(await pane.insert(plan, work())).toEqual({ sheet: "Plan 2" });
  expect(sheetNames()).toEqual(["plan", "GM Lists", "Plan 2", "GM Lists 2", "GM Assumptions", "GM Audit"]);
  expect([value("GM Lists", "A1"), value("GM Lists 2", "B9")]).toEqual(["mine", "h100"]);
});

test("our sheets are known again by their stamp, renamed and with rows inserted", async () => {
  const { pane, Excel, sheetNames, cell, validation, value } = await openSmallPane();
  await pane.insert(plan, work());
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem("GM Assumptions").getRange("5:6").insert("Down");
    worksheets.getItem("GM Lists").getRange("2:2").insert("Down");
    worksheets.getItem("GM Lists").name = "Our lists";
    await context.sync();
  });
  await pane.insert(plan, work());
  expect(sheetNames()).toEqual(["Sheet1", "Plan", "Our lists", "GM Assumptions", "GM Audit", "Plan 2"]);
  expect(cell("Plan 2", "C14")).toMatchObject({ formula: "='GM Assumptions'!$C$10", value: 2.5 });
  expect(JSON.stringify(validation("Plan 2", "C8")?.criterion)).toContain("'Our lists'!$B$10:$B$13");
  expect(value("Plan", "C15")).toBe(640);
});

test("of a copy and the sheet itself, the one with its own name is linked to", async () => {
  const { pane, Excel, sheetNames, cell } = await openSmallPane();
  await pane.insert(plan, work());
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem("GM Assumptions").copy("Beginning").name = "Before the raise";
    await context.sync();
  });
  await pane.insert(plan, work());
  expect(sheetNames().filter((name) => name.startsWith("GM Assumptions"))).toEqual(["GM Assumptions"]);
  expect(cell("Plan 2", "C14").formula).toBe("='GM Assumptions'!$C$8");
});

test("the audit: all three, and shown; when they are there, it says so", async () => {
  const { pane, Excel, sheetNames } = await openSmallPane();
  expect(await pane.insert(audit, work())).toEqual({ sheet: "GM Audit" });
  expect(sheetNames()).toEqual(["Sheet1", "GM Lists", "GM Assumptions", "GM Audit"]);
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem("Sheet1").activate();
    worksheets.getItem("GM Audit").visibility = "Hidden";
    await context.sync();
  });
  const { sheet, note } = await pane.insert(audit, work());
  expect([sheet, note]).toEqual(["GM Audit", expect.stringMatching(/there already/)]);
  expect(sheetNames().length).toBe(4);
  await Excel.run(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet().load("name,visibility");
    await context.sync();
    expect([active.name, active.visibility]).toEqual(["GM Audit", "Visible"]);
  });
});

/** No cell's address in either notation, nothing but letters, digits, "_" and ".". */
const EXCEL_NAME = /^(?![a-z]{1,3}\d+$)(?!r?\d*c?\d*$)[a-z_][\w.]{0,254}$/i;

test("all names of shipped sheets are such as Excel takes", () => {
  expect(["fp8", "XFD1", "r", "c", "R1C1", "rc", "a b", "1st"].filter((name) => EXCEL_NAME.test(name))).toEqual([]);
  const names = [...templates, ...Object.values(support)].flatMap(namesOfTemplate);
  expect(names.map(({ name }) => name).filter((name) => !EXCEL_NAME.test(name))).toEqual([]);
});

/** Excel on the web refuses larger requests. */
const MOST_ON_THE_WEB = 5e6;

/** FIXED is Excel's; the spreadsheet of the workbench may lack it. */
const isWrong = ({ message = "FIXED" }: ReadCell) => !message.includes("FIXED");

test.each(templates.map((template) => [template.name, template] as const))(
  "%s with the shipped sheets",
  async (_, template) => {
    const { pane, host, cells, sheetNames, internalErrors } = await openPane();
    const sizes = requestSizes(host);
    const { sheet } = await pane.insert(template, work());
    expect(Math.max(...sizes)).toBeLessThan(MOST_ON_THE_WEB / 3);
    expect(host.syncs.length).toBe(3);
    expect(sheetNames()).toEqual(expect.arrayContaining(["GM Lists", "GM Assumptions", "GM Audit"]));
    for (const name of new Set([sheet, ...Object.values(support).map((one) => one.name)]))
      expect(cells(name).filter(isWrong)).toEqual([]);
    expect(internalErrors).toEqual([]);
  },
);
