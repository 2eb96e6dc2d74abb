// Failures on order, undo, protection, events, themes: what a test of the add-in needs of its host.
import { expect, test } from "@jest/globals";
import { ApiError } from "../../../src/workbench/office/apiError";
import { openWorkbook } from "../../support/officeWorkbook";

test("a sync fails where it was ordered to: as a whole, or at one of its actions", async () => {
  const { Excel, host, value } = await openWorkbook();
  const writing = (texts: readonly string[]) =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      for (const [index, text] of texts.entries()) {
        sheet.getCell(index, 0).values = [[text]];
        await context.sync();
      }
    });
  host.failAt({ sync: 2 });
  await expect(writing(["one", "two", "three"])).rejects.toMatchObject({ code: "GeneralException" });
  expect(["A1", "A2", "A3"].map((address) => value("Sheet1", address))).toEqual(["one", null, null]);

  host.failAt({ sync: 1, action: 12, code: "AccessDenied" });
  const several = Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("C1:C2");
    range.getCell(0, 0).values = [["first"]];
    range.getCell(1, 0).values = [["second"]];
    await context.sync();
  });
  await expect(several).rejects.toMatchObject({ code: "AccessDenied" });
  expect([value("Sheet1", "C1"), value("Sheet1", "C2")]).toEqual(["first", null]);

  host.failAt({ sync: 1, member: "Zoom =", location: "PageLayout.zoom" });
  const printing = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("E1").values = [["written"]];
    sheet.pageLayout.zoom = { scale: 50 };
    sheet.getRange("E2").values = [["not written"]];
    await context.sync();
  });
  await expect(printing).rejects.toMatchObject({ debugInfo: { errorLocation: "PageLayout.zoom" } });
  expect([value("Sheet1", "E1"), value("Sheet1", "E2")]).toEqual(["written", null]);
  await writing(["again"]);
  expect(value("Sheet1", "A1")).toBe("again");
});

test("a test can look at every sync before it runs, and refuse it", async () => {
  const seen: number[] = [];
  const { Excel, host } = await openWorkbook({
    beforeSync: async ({ number, members }) => {
      seen.push(number);
      if (members.includes("Delete")) throw new ApiError("InvalidOperation", "Not now.", "Worksheet.delete");
    },
  });
  await expect(
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("New");
      await context.sync();
      sheet.delete();
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "InvalidOperation" });
  expect(seen).toEqual([1, 2]);
  expect(host.syncs.map(({ members }) => members)).toEqual([
    expect.arrayContaining(["Worksheets", "Add"]),
    expect.arrayContaining(["Delete"]),
  ]);
});

test("one sync is one step of undo, also when it reads between its writes", async () => {
  const { Excel, model, sheetNames, value } = await openWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("New");
    sheet.getRange("A1:B2").values = [
      [1, 2],
      [3, 4],
    ];
    const used = sheet.getUsedRange();
    used.load("address");
    sheet.getRange("A1:B2").format.font.bold = true;
    sheet.getRange("A:B").format.autofitColumns();
    await context.sync();
    expect(used.address).toBe("New!A1:B2");
    sheet.getRange("A1").values = [[10]];
    await context.sync();
  });
  model.dispatch("REQUEST_UNDO");
  expect(value("New", "A1")).toBe(1);
  model.dispatch("REQUEST_UNDO");
  expect(sheetNames()).toEqual(["Sheet1"]);
  model.dispatch("REQUEST_REDO");
  model.dispatch("REQUEST_REDO");
  expect(value("New", "A1")).toBe(10);
});

test("protected cells and a protected structure are refused to the add-in and to the user", async () => {
  const { Excel, model, value } = await openWorkbook({ sheets: ["S", "Other"] });
  const trying = (change: (workbook: Excel.Workbook) => void) =>
    Excel.run(async (context) => {
      change(context.workbook);
      await context.sync();
    });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("S");
    sheet.getRange("B2").format.protection.locked = false;
    sheet.protection.protect({ allowFormatColumns: true }, "secret");
    sheet.protection.load("protected");
    context.workbook.protection.load("protected");
    await context.sync();
    expect([sheet.protection.protected, context.workbook.protection.protected]).toEqual([true, false]);
  });
  await trying((workbook) => void (workbook.worksheets.getItem("S").getRange("B2").values = [[9]]));
  await trying((workbook) => void (workbook.worksheets.getItem("S").getRange("A:A").format.columnWidth = 90));
  const denied = { code: "AccessDenied" };
  await expect(trying((w) => void (w.worksheets.getItem("S").getRange("B3").values = [[9]]))).rejects.toMatchObject(
    denied,
  );
  await expect(
    trying((w) => void (w.worksheets.getItem("S").getRange("B2").format.font.bold = true)),
  ).rejects.toMatchObject(denied);
  const typed = (col: number, row: number) =>
    model.dispatch("UPDATE_CELL", { sheetId: "sheet1", col, row, content: "7" }).isSuccessful;
  expect([typed(0, 0), typed(1, 1)]).toEqual([false, true]);
  await expect(trying((w) => w.worksheets.getItem("S").protection.unprotect("wrong"))).rejects.toMatchObject(denied);
  await trying((workbook) => workbook.worksheets.getItem("S").protection.unprotect("secret"));
  expect([typed(0, 0), value("S", "A1")]).toEqual([true, 7]);

  await trying((workbook) => workbook.protection.protect());
  await expect(trying((w) => void w.worksheets.add("New"))).rejects.toMatchObject(denied);
  await expect(trying((w) => w.worksheets.getItem("S").delete())).rejects.toMatchObject(denied);
  await expect(trying((w) => void (w.worksheets.getItem("S").name = "X"))).rejects.toMatchObject(denied);
  await expect(trying((w) => void w.worksheets.getItem("S").copy())).rejects.toMatchObject(denied);
  await trying((workbook) => void (workbook.worksheets.getItem("S").getRange("A1").values = [[1]]));
  await trying((workbook) => workbook.protection.unprotect());
  await trying((workbook) => void workbook.worksheets.add("New"));
});

test("events reach the add-in after the batch", async () => {
  const { Excel, model } = await openWorkbook();
  const heard: unknown[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.getItem("Sheet1");
    sheet.onChanged.add(async (event) => {
      const values = await Excel.run(async (inner) => {
        const range = event.getRange(inner);
        range.load("values");
        await inner.sync();
        return range.values;
      });
      heard.push(["changed", event.address, values]);
    });
    sheet.onSelectionChanged.add(async ({ address }) => void heard.push(["selected", address]));
    worksheets.onAdded.add(async () => void heard.push(["added"]));
    worksheets.onDeleted.add(async () => void heard.push(["deleted"]));
    worksheets.onActivated.add(async () => void heard.push(["activated"]));
    context.workbook.onSelectionChanged.add(async () => void heard.push(["workbook selection"]));
    await context.sync();
  });
  model.dispatch("UPDATE_CELL", { sheetId: "sheet1", col: 0, row: 9, content: "42" });
  model.selection.selectCell(2, 2);
  await Excel.run(async (context) => {
    const added = context.workbook.worksheets.add("New");
    added.activate();
    await context.sync();
    added.delete();
    await context.sync();
  });
  await new Promise((done) => setTimeout(done, 50));
  expect(heard).toEqual(
    expect.arrayContaining([
      ["changed", "A10", [[42]]],
      ["selected", "C3"],
      ["added"],
      ["activated"],
      ["deleted"],
      ["workbook selection"],
    ]),
  );
});

test("objects live from sync to sync, and the client gives its ranges back", async () => {
  const { Excel, host } = await openWorkbook();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    await context.sync();
    range.values = [[77]];
    await context.sync();
    range.load("values");
    await context.sync();
    expect(range.values).toEqual([[77]]);
    const selected = context.workbook.worksheets.getItem("Sheet1").getRange("B2:C3");
    selected.select();
    await context.sync();
    const now = context.workbook.getSelectedRange();
    const cell = context.workbook.getActiveCell();
    now.load("address,worksheet/name");
    cell.load("address");
    await context.sync();
    expect([now.address, now.worksheet.name, cell.address]).toEqual(["Sheet1!B2:C3", "Sheet1", "Sheet1!B2"]);
  });
  await new Promise((done) => setTimeout(done, 20));
  expect(host.references.size).toBe(0);
});

test("settings, calculation, theme and the pane's own state", async () => {
  const { Excel, Office, host } = await openWorkbook({ theme: "dark" });
  await Excel.run(async (context) => {
    const { workbook } = context;
    workbook.settings.add("gpumem", JSON.stringify({ a: [1, 2] }));
    workbook.application.suspendApiCalculationUntilNextSync();
    workbook.application.suspendScreenUpdatingUntilNextSync();
    workbook.application.calculate("Full");
    workbook.application.calculationMode = "Manual";
    workbook.application.load("calculationMode");
    const setting = workbook.settings.getItemOrNullObject("gpumem");
    const missing = workbook.settings.getItemOrNullObject("none");
    setting.load("key,value");
    await context.sync();
    expect(setting.value).toBe('{"a":[1,2]}');
    expect([missing.isNullObject, workbook.application.calculationMode]).toEqual([true, "Manual"]);
  });
  expect(Office.context.officeTheme.bodyBackgroundColor).toBe("#292929");
  await Office.addin.hide();
  expect(host.appState()).toBe("Background");
  await Office.addin.showAsTaskpane();
  expect(host.appState()).toBe("Visible");
});
