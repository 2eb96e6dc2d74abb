// What an insert leaves behind when it does not succeed: nothing.
import { expect, jest, test } from "@jest/globals";
import { WorkbookFailure } from "../../../src/taskpane/workbookHost";
import { breakNext, openSmallPane, work } from "../../support/excelPane";
import { audit, plan } from "../../support/smallTemplates";

const failure = async (done: Promise<unknown>): Promise<WorkbookFailure> => {
  const thrown = await done.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(thrown).toBeInstanceOf(WorkbookFailure);
  return thrown as WorkbookFailure;
};

/** Sheets, names and records of a saved workbook, whatever the order of their keys. */
const contentOf = (saved: object) => {
  const { sheets, office, namedRanges } = saved as Record<string, unknown>;
  return structuredClone({ sheets, office, namedRanges });
};

test("a protected workbook is refused before anything is written", async () => {
  const { pane, Excel, host, sheetNames } = await openSmallPane();
  await Excel.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
  const { message } = await failure(pane.insert(plan, work()));
  expect(message).toMatch(/structure.*protected.*Nothing was changed.*Protect Workbook/);
  expect(sheetNames()).toEqual(["Sheet1"]);
  expect(host.syncs.filter(({ writes }) => writes)).toEqual([]);
});

test.each([0, 40, 300, 500])("a sync that fails at its action %i leaves nothing behind", async (action) => {
  const { pane, host, sheetNames, Excel } = await openSmallPane();
  host.failAt({ sync: 3, action });
  const { message } = await failure(pane.insert(plan, work()));
  expect(message).toMatch(/^Excel could not do it.*Nothing was inserted, and your sheets are as they were.*Try again/);
  expect(sheetNames()).toEqual(["Sheet1"]);
  await Excel.run(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet().load("name");
    await context.sync();
    expect(active.name).toBe("Sheet1");
  });
  expect(await pane.insert(plan, work())).toEqual({ sheet: "Plan" });
});

test.each(["Activate", "Select"])(
  "beside sheets that were there, all of them and the register stay as they were: %s fails",
  async (name) => {
    const { pane, host, saved, value } = await openSmallPane();
    await pane.insert(plan, work());
    const before = contentOf(saved());
    // After the new sheet and its row of the register were written.
    breakNext(host, name);
    await failure(pane.insert(plan, work()));
    expect(contentOf(saved())).toEqual(before);
    await pane.insert(plan, work());
    expect(value("GM Audit", "B10")).toBe("Plan 2");
  },
);

test("a sheet that appears under the same name at the same moment is somebody else's", async () => {
  let meddle = () => {};
  const { pane, model, sheetNames, value } = await openSmallPane({
    beforeSync: ({ writes }) => (writes ? meddle() : undefined),
  });
  meddle = () => {
    meddle = () => {};
    model.dispatch("CREATE_SHEET", { sheetId: "theirs", name: "Plan", position: 1 });
    model.dispatch("UPDATE_CELL", { sheetId: "theirs", col: 0, row: 0, content: "theirs" });
  };
  const { message } = await failure(pane.insert(plan, work()));
  expect(message).toMatch(/that name appeared.*Nothing was inserted.*next free name/);
  expect(sheetNames()).toEqual(["Sheet1", "Plan"]);
  expect(value("Plan", "A1")).toBe("theirs");
  expect(await pane.insert(plan, work())).toEqual({ sheet: "Plan 2" });
});

test.each([
  ["Reading the workbook", false],
  ["Writing Plan", true],
] as const)("cancelled while %s: nothing stays", async (step, isWritten) => {
  const { pane, host, sheetNames } = await openSmallPane();
  const { message } = await failure(pane.insert(plan, work(step)));
  expect(message).toBe("Cancelled. Nothing was inserted, and your sheets are as they were.");
  expect(sheetNames()).toEqual(["Sheet1"]);
  expect(host.syncs.some(({ writes }) => writes)).toBe(isWritten);
});

test("cancelled before it began", async () => {
  const { pane, host } = await openSmallPane();
  const job = work();
  job.abort();
  await failure(pane.insert(plan, job));
  expect(host.syncs.length).toBe(0);
});

test("without a connection nothing is written, and the sentence says what may be there", async () => {
  let isDown = false;
  const { pane, sheetNames } = await openSmallPane({
    beforeSync: () => {
      if (isDown) throw new Error("no connection");
    },
  });
  isDown = true;
  const { message } = await failure(pane.insert(plan, work()));
  expect(message).toMatch(/Nothing was inserted.*[Tt]ry again/);
  expect(sheetNames()).toEqual(["Sheet1"]);
});

test("where even taking back fails, the sentence names the sheets", async () => {
  let syncs = 0;
  const { pane } = await openSmallPane({
    beforeSync: () => {
      if (++syncs > 3) throw new Error("no connection");
    },
  });
  // A failure in the middle of the writing, and none of what follows gets through.
  const { message } = await failure(pane.insert(plan, work("Writing Plan")));
  expect(message).toMatch(/Plan, GM Lists, GM Assumptions, GM Audit may be half-filled: delete/);
});

test("in cell edit mode it says what to press", async () => {
  const { pane, host, sheetNames } = await openSmallPane();
  host.failAt({ sync: 1, code: "InvalidOperationInCellEditMode" });
  expect((await failure(pane.insert(plan, work()))).message).toMatch(/being edited.*Nothing was inserted.*Press Enter/);
  expect(sheetNames()).toEqual(["Sheet1"]);
});

test("a sheet of ours that lost what is linked to is named", async () => {
  const { pane, Excel, sheetNames } = await openSmallPane();
  await pane.insert(audit, work());
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("GM Assumptions").getRange("8:8").delete("Up");
    await context.sync();
  });
  const { message } = await failure(pane.insert(plan, work()));
  expect(message).toMatch(/lacks what the template links to \(.*assumptions\.price\).*Nothing was changed/);
  expect(sheetNames()).toEqual(["Sheet1", "GM Lists", "GM Assumptions", "GM Audit"]);
});

test("one undo step where Excel offers it, and without where something in it cannot be undone", async () => {
  const { pane, Excel, host, sheetNames } = await openSmallPane({ sets: { ExcelApi: "1.20", SharedRuntime: "1.1" } });
  const run = jest.spyOn(Excel, "run");
  await pane.insert(plan, work());
  expect(run.mock.calls.map(([options]) => options)).toEqual([{ mergeUndoGroup: true }]);
  run.mockClear();
  host.failAt({ sync: 3, action: 50, code: "UndoNotSupported" });
  expect(await pane.insert(plan, work())).toEqual({ sheet: "Plan 2" });
  expect(run.mock.calls.map(([options]) => typeof options)).toEqual(["object", "function", "function"]);
  expect(sheetNames()).toEqual(["Sheet1", "Plan", "GM Lists", "GM Assumptions", "GM Audit", "Plan 2"]);
});

test("without it in ExcelApi 1.9", async () => {
  const { pane, Excel } = await openSmallPane();
  const run = jest.spyOn(Excel, "run");
  await pane.insert(plan, work());
  expect(run.mock.calls.map(([batch]) => typeof batch)).toEqual(["function"]);
});

test("a sheet that is one chart may be in front", async () => {
  const { pane, host, sheetNames } = await openSmallPane();
  host.failAt({ sync: 1, code: "GeneralException", location: "WorksheetCollection.getActiveWorksheet" });
  expect(await pane.insert(plan, work())).toEqual({ sheet: "Plan" });
  expect(sheetNames()).toEqual(["Sheet1", "Plan", "GM Lists", "GM Assumptions", "GM Audit"]);
});

test("without a printer the sheet is there, and a note says what is missing", async () => {
  const { pane, host, value, record } = await openSmallPane();
  breakNext(host, "SetPrintArea");
  const { sheet, note } = await pane.insert(plan, work());
  expect([sheet, note]).toEqual(["Plan", expect.stringMatching(/page setup could not be written.*Page Layout/)]);
  expect([value("Plan", "C15"), value("GM Audit", "B9")]).toEqual([640, "Plan"]);
  expect(record("Plan").areas).toBeUndefined();
});
