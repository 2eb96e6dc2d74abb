// Saved beside Live: what differs and why, kept or accepted, through Microsoft's client.
import { expect, test } from "@jest/globals";
import type { SheetTemplate } from "../../../src/sheets/sections";
import { openSmallPane, TODAY_SERIAL, work } from "../../support/excelPane";
import { plan } from "../../support/smallTemplates";

const TABLES: SheetTemplate = {
  ...plan,
  id: "small-tables",
  name: "Tables",
  sections: [
    ...plan.sections,
    {
      kind: "engineTable",
      id: "grid",
      title: "By size",
      call: 'GPUMEM.TRAIN_MEM({count}*{1;2}*1E9,{"fp32","bf16"},"adam")',
      rows: 2,
      columns: 2,
      rowLabels: ["Once", "Twice"],
      columnLabels: ["FP32", "BF16"],
    },
  ],
};

async function openSaved(template = plan, sheet = template.name) {
  const book = await openSmallPane();
  await book.pane.insert(template, work());
  const write = (on: string, address: string, content: unknown) =>
    book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(on).getRange(address).formulas = [[content]];
      await context.sync();
    });
  const idOf = (name: string) => book.sheetId(name);
  const changesOf = async (name = sheet) => (await book.pane.changes()).find((one) => one.sheet === name);
  const sheetId = idOf(sheet);
  await book.pane.saveResults(sheetId, "first", work());
  const log = (row: number) => [..."BCDEF"].map((column) => book.value("GM Audit", `${column}${row}`));
  return { ...book, write, idOf, changesOf, log, id: sheetId };
}

test("nothing differs after a save, and before one nothing is compared", async () => {
  const { pane, changesOf, host } = await openSaved();
  const before = host.syncs.length;
  expect(await changesOf()).toMatchObject({ changes: [], errors: [] });
  expect(host.syncs.length - before).toBe(3);
  await pane.insert(plan, work());
  expect(await changesOf("Plan 2")).toMatchObject({ isSaved: false, changes: [], errors: [] });
  expect((await pane.changes()).map(({ sheet }) => sheet).sort()).toEqual(["Plan", "Plan 2"]);
});

test("a result that differs has both values, the change, and the changelog's line when the version is newer", async () => {
  const { write, changesOf, value } = await openSaved();
  await write("Plan", "C9", 5);
  const live = value("Plan", "C19");
  const same = { label: "Model states", saved: 64, live: 80, change: 0.25, why: [] };
  expect(await changesOf()).toMatchObject({ savedVersion: live, liveVersion: live, changes: [same] });
  await write("Plan", "D19", "GPUMEM 0.0.9, catalog 2026-01-01");
  const why = ["0.1.0: The first version of the engine."];
  expect((await changesOf())?.changes).toEqual([{ ...same, why }]);
});

test("hosts may round otherwise: below 1e-9 nothing has changed", async () => {
  const { write, changesOf } = await openSaved();
  await write("Plan", "D18", 64 * (1 + 5e-10));
  expect((await changesOf())?.changes).toEqual([]);
  await write("Plan", "D18", 64 * (1 + 5e-9));
  expect((await changesOf())?.changes).toHaveLength(1);
});

test("results in tables are called by their row and their column", async () => {
  const { write, changesOf } = await openSaved(TABLES);
  await write("Tables", "C9", 8);
  const labels = ((await changesOf())?.changes ?? []).map(({ label }) => label);
  expect(labels).toEqual(["Model states", "Once · FP32", "Once · BF16", "Twice · FP32", "Twice · BF16"]);
});

test("tables of results need no cell for the version", async () => {
  const tables = {
    ...TABLES,
    sections: TABLES.sections.filter(({ kind }) => kind === "scenario" || kind === "engineTable"),
  };
  const { pane, write, changesOf, id } = await openSaved({ ...tables, verdict: undefined, charts: [], outputs: [] });
  expect((await pane.sheets())[0]).toMatchObject({ hasResults: true, hasVersion: false, savedAt: "2026-11-24" });
  await write("Tables", "C9", 8);
  expect(await changesOf()).toMatchObject({ isSaved: true, savedVersion: "" });
  expect((await changesOf())?.changes).toHaveLength(4);
  expect(await pane.keepSaved([id], "", work())).toEqual({});
});

test("errors are told, not compared, and not accepted", async () => {
  const { pane, write, changesOf, id, value } = await openSaved();
  await write("Plan", "C18", '=GPUMEM.TRAIN_MEM("no model","bf16","adam")');
  expect(await changesOf()).toMatchObject({ changes: [], errors: [{ label: "Model states", error: "#VALUE!" }] });
  await expect(pane.acceptLive([id], "", work())).rejects.toThrow(
    /live results show an error in “Model states” \(row 18\)\. Nothing was accepted.*then accept again/,
  );
  expect(value("Plan", "D18")).toBe(64);
});

test("Accept: Live becomes Saved on all sheets, each with a line of the log", async () => {
  const { pane, write, idOf, changesOf, value, log, id } = await openSaved();
  await write("Plan", "C9", 5);
  expect(await pane.acceptLive([id], "=Q4", work())).toEqual({});
  expect([value("Plan", "D18"), value("Plan", "D5"), value("Plan", "C4")]).toEqual([80, "=Q4", 1]);
  const what = "Accepted: 1 result differs, the largest by +25% (Model states)";
  expect(log(15)).toEqual([TODAY_SERIAL, "Plan", what, value("Plan", "C19"), "=Q4"]);
  expect((await changesOf())?.changes).toEqual([]);
  await pane.insert(plan, work());
  const both = await pane.acceptLive([id, idOf("Plan 2")], "", work());
  expect(both.note).toMatch(/no free row/);
  expect(value("Plan 2", "D18")).toBe(64);
});

test("Accept on several sheets: one that fails leaves all as they were", async () => {
  const { pane, write, idOf, value, id, host } = await openSaved();
  await pane.insert(plan, work());
  await write("Plan", "C9", 5);
  host.failAt({ sync: 3, action: 14 });
  await expect(pane.acceptLive([id, idOf("Plan 2")], "", work())).rejects.toThrow(/Nothing was accepted/);
  await expect(pane.acceptLive([id, "gone"], "", work())).rejects.toThrow(/no longer in the workbook/);
  await expect(pane.acceptLive([id], "", work("Saving"))).rejects.toThrow(/^Cancelled\. Nothing was accepted/);
  expect([value("Plan", "D18"), value("Plan 2", "D18"), value("GM Audit", "B15")]).toEqual([64, null, null]);
});

test("Keep: the saved results are shown, nothing else is written but a line of the log", async () => {
  const { pane, write, value, log, id } = await openSaved();
  await write("Plan", "C9", 5);
  expect(await pane.keepSaved([id], "still the plan", work())).toEqual({});
  expect([value("Plan", "C4"), value("Plan", "D18"), value("Plan", "E18"), value("Plan", "D5")]).toEqual([
    2,
    64,
    64,
    "first",
  ]);
  const what = "Kept what is saved: 1 result differs, the largest by +25% (Model states)";
  expect(log(15)).toEqual([TODAY_SERIAL, "Plan", what, value("Plan", "D19"), "still the plan"]);
  expect((await pane.keepSaved([id], "", work())).note).toMatch(/no free row/);
});

test("Keep needs something that is saved, and is taken back when it fails", async () => {
  const { pane, idOf, value, id, host } = await openSaved();
  await pane.insert(plan, work());
  await expect(pane.keepSaved([id, idOf("Plan 2")], "", work())).rejects.toThrow(/No results of Plan 2 were saved yet/);
  await expect(pane.keepSaved([id], "", work("Reading"))).rejects.toThrow(/^Cancelled\. Nothing was changed/);
  host.failAt({ sync: 3, action: 5 });
  await expect(pane.keepSaved([id], "", work())).rejects.toThrow(/Nothing was changed: the sheets are as they were/);
  expect([value("Plan", "C4"), value("GM Audit", "B15")]).toEqual([1, null]);
});

test("a sheet whose results were cut keeps no other from being compared", async () => {
  const { pane, Excel, changesOf } = await openSaved();
  await pane.insert(plan, work());
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Plan").names.getItem("gm_savedNote").delete();
    await context.sync();
  });
  expect((await changesOf())?.unreadable).toMatch(/^On Plan the cells for mode, date and note of a save were deleted/);
  expect((await changesOf("Plan 2"))?.unreadable).toBeUndefined();
});

test("recalculation calculates all, waits, and says when Excel does not come to an end", async () => {
  const { pane, host, write } = await openSaved();
  const job = work();
  const before = host.syncs.length;
  await pane.recalculate(job);
  expect(host.syncs.slice(before).flatMap(({ members }) => members)).toContain("Calculate");
  expect(job.steps).toEqual(["Calculating every cell"]);
  await expect(pane.recalculate(work("Calculating"))).rejects.toThrow(/^Cancelled\. Your inputs and saved results/);
  await write("Plan", "C18", '="#BUSY!"');
  await expect(pane.recalculate(work())).rejects.toThrow(/still calculating after 60 seconds.*then press Refresh/);
  expect(host.syncs.length).toBeGreaterThan(100);
});
