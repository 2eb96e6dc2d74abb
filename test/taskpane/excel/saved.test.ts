// Sheets found by their stamps, results saved, modes switched, a formula into a cell.
import { expect, test } from "@jest/globals";
import { WorkbookFailure } from "../../../src/taskpane/workbookHost";
import { breakNext, openSmallPane, TODAY_SERIAL, work } from "../../support/excelPane";
import { plan } from "../../support/smallTemplates";

async function openPlan(options?: Parameters<typeof openSmallPane>[0]) {
  const book = await openSmallPane(options);
  await book.pane.insert(plan, work());
  const write = (sheet: string, address: string, content: unknown) =>
    book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).formulas = [[content]];
      await context.sync();
    });
  const stamp = async (name: string) => (await book.pane.sheets()).find(({ sheet }) => sheet === name);
  const planId = (await stamp("Plan"))?.sheetId as string;
  return { ...book, write, stamp, planId };
}

test("the sheets of templates say what they are, in two syncs", async () => {
  const { pane, host, planId, value } = await openPlan();
  const before = host.syncs.length;
  const found = await pane.sheets();
  expect(host.syncs.length - before).toBe(2);
  expect(found.map(({ sheet }) => sheet)).toEqual(["Plan", "GM Lists", "GM Assumptions", "GM Audit"]);
  expect(found[0]).toEqual({
    sheet: "Plan",
    sheetId: planId,
    template: "small-plan",
    mode: "live",
    hasResults: true,
    hasVersion: true,
    savedVersion: "",
    savedAt: "",
    savedNote: "",
    liveVersion: value("Plan", "C19"),
    checks: 0,
    verdict: "Costs 640",
  });
});

test("a save copies Live to Saved as values, with day, note, foot and a line of the log", async () => {
  const { pane, planId, stamp, cell, value, format, record } = await openPlan();
  const job = work();
  await pane.saveResults(planId, "=approved", job);
  expect(job.steps).toEqual(["Reading the results", "Saving Plan"]);
  expect(cell("Plan", "D18")).toEqual({ address: "D18", value: 64 });
  expect(value("Plan", "D19")).toBe(value("Plan", "C19"));
  expect([value("Plan", "C5"), format("Plan", "C5")]).toEqual([TODAY_SERIAL, "yyyy-mm-dd"]);
  expect(await stamp("Plan")).toMatchObject({
    mode: "live",
    savedVersion: value("Plan", "C19"),
    savedAt: "2026-11-24",
    savedNote: "=approved",
  });
  const line = [..."BCDEF"].map((column) => value("GM Audit", `${column}14`));
  expect(line).toEqual([TODAY_SERIAL, "Plan", "Saved results", value("Plan", "C19"), "=approved"]);
  expect(JSON.stringify(record("Plan").page)).toContain("saved 2026-11-24");
});

test("saved mode holds what was saved while inputs change", async () => {
  const { pane, planId, write, value } = await openPlan();
  await expect(pane.setMode(planId, "saved")).rejects.toThrow(/No results of Plan were saved yet.*Save results first/);
  await pane.saveResults(planId, "", work());
  await pane.setMode(planId, "saved");
  await write("Plan", "C9", 8);
  expect([value("Plan", "C4"), value("Plan", "C18"), value("Plan", "E18")]).toEqual([2, 128, 64]);
  await pane.setMode(planId, "live");
  expect([value("Plan", "C4"), value("Plan", "E18")]).toEqual([1, 128]);
});

test("an error among the live results is not saved, and its row is named", async () => {
  const { pane, planId, write, value } = await openPlan();
  await pane.saveResults(planId, "first", work());
  await write("Plan", "C18", '=GPUMEM.TRAIN_MEM("no model","bf16","adam")');
  const saving = pane.saveResults(planId, "second", work());
  await expect(saving).rejects.toBeInstanceOf(WorkbookFailure);
  await expect(saving).rejects.toThrow(
    /On Plan the live results show an error in “Model states” \(row 18\)\. Nothing was saved.*Correct the inputs/,
  );
  expect([value("Plan", "D18"), value("Plan", "D5")]).toEqual([64, "first"]);
});

test("a save that fails in the middle puts back what was there", async () => {
  const { pane, host, planId, write, value } = await openPlan();
  await pane.saveResults(planId, "first", work());
  await write("Plan", "C9", 8);
  host.failAt({ sync: 3, action: 12 });
  await expect(pane.saveResults(planId, "second", work())).rejects.toThrow(
    /Nothing was saved, and the sheet is as it was/,
  );
  expect([value("Plan", "D18"), value("Plan", "D5"), value("GM Audit", "B15")]).toEqual([64, "first", null]);
});

test("a cancelled save puts back what was there", async () => {
  const { pane, planId, write, value } = await openPlan();
  await pane.saveResults(planId, "1.10", work());
  await write("Plan", "C9", 8);
  await expect(pane.saveResults(planId, "second", work("Saving"))).rejects.toThrow(/^Cancelled\. Nothing was saved/);
  expect([value("Plan", "D18"), value("Plan", "D5")]).toEqual([64, "1.10"]);
});

test("without a printer the results are saved all the same", async () => {
  const { pane, host, planId, value } = await openPlan();
  breakNext(host, "CenterFooter");
  await pane.saveResults(planId, "note", work());
  expect([value("Plan", "D18"), value("Plan", "D5")]).toEqual([64, "note"]);
});

test("a protected sheet is said to be protected", async () => {
  const { pane, Excel, planId, value } = await openPlan();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Plan").protection.protect();
    await context.sync();
  });
  await expect(pane.saveResults(planId, "", work())).rejects.toThrow(/protected.*Remove the protection/);
  await expect(pane.setMode(planId, "live")).rejects.toThrow(/protected.*The sheet is as it was/);
  expect(value("Plan", "D18")).toBeNull();
});

test("a copy has its own stamp, and its own save", async () => {
  const { pane, Excel, stamp, value, planId } = await openPlan();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Plan").copy("End").name = "Plan for May";
    await context.sync();
  });
  const copy = await stamp("Plan for May");
  expect(copy).toMatchObject({ template: "small-plan", verdict: "Costs 640" });
  expect(copy?.sheetId).not.toBe(planId);
  await pane.saveResults(String(copy?.sheetId), "of the copy", work());
  expect([value("Plan for May", "D18"), value("Plan", "D18")]).toEqual([64, null]);
  expect(await stamp("Plan")).toMatchObject({ savedNote: "" });
});

test("rows that the user inserted move nothing out of place", async () => {
  const { pane, Excel, planId, value } = await openPlan();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Plan").getRange("2:3").insert("Down");
    await context.sync();
  });
  await pane.saveResults(planId, "", work());
  expect([value("Plan", "D20"), value("Plan", "C7")]).toEqual([64, TODAY_SERIAL]);
  await pane.setMode(planId, "saved");
  expect(value("Plan", "C6")).toBe(2);
});

test("a sheet that was deleted meanwhile, and one without results", async () => {
  const { pane, stamp } = await openPlan();
  await expect(pane.saveResults("gone", "", work())).rejects.toThrow(/no longer in the workbook.*Press Refresh/);
  await expect(pane.setMode("gone", "live")).rejects.toThrow(/no longer in the workbook/);
  await expect(pane.activate("gone")).rejects.toThrow(/no longer in the workbook/);
  const lists = await stamp("GM Lists");
  await expect(pane.saveResults(String(lists?.sheetId), "", work())).rejects.toThrow(/GM Lists has no results/);
});

test("going to a sheet shows it, hidden or not", async () => {
  const { pane, Excel, planId } = await openPlan();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem("Sheet1").activate();
    worksheets.getItem("Plan").visibility = "Hidden";
    await context.sync();
  });
  await pane.activate(planId);
  await Excel.run(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet().load("name");
    await context.sync();
    expect(active.name).toBe("Plan");
  });
});

test("where the functions are gone, the stamps say so", async () => {
  const { pane, value } = await openSmallPane({ functions: false });
  await pane.insert(plan, work());
  const [found] = await pane.sheets();
  expect(value("Plan", "C18")).toBe("#NAME?");
  expect(found).toMatchObject({ sheet: "Plan", liveVersion: "", checks: undefined, verdict: "" });
});

test("a formula goes into the selected cell, if that is empty", async () => {
  const { pane, Excel, value } = await openSmallPane();
  const select = (address: string) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange(address).select();
      await context.sync();
    });
  await select("B2");
  expect(await pane.insertFormula('=GPUMEM.TRAIN_MEM({1;7}*1E9,"bf16","adam")')).toEqual({ address: "B2" });
  expect([value("Sheet1", "B2"), value("Sheet1", "B3")]).toEqual([16, 112]);
  await expect(pane.insertFormula("=1")).rejects.toThrow("Cell B2 is not empty. Nothing was written.");
  await select("B3");
  await expect(pane.insertFormula("=1")).rejects.toThrow("Cell B3 is not empty.");
  expect(value("Sheet1", "B3")).toBe(112);
});
