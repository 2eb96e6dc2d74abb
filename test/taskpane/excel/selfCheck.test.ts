// The self-check through Microsoft's client: every documented example passes, and a function that is wrong is named.
import { expect, test } from "@jest/globals";
import { selfCheckExamples } from "../../../src/sheets/selfCheck";
import { openSmallPane, work } from "../../support/excelPane";
import { libraryWith } from "../../support/wrongFunction";

const COUNT = selfCheckExamples.length;

test("all documented examples pass", async () => {
  const { pane, sheetNames, value, host, internalErrors } = await openSmallPane();
  const job = work();
  const { sheet, examples, platform } = await pane.runSelfCheck(undefined, job);
  expect(examples.filter(({ outcome }) => outcome !== "pass")).toEqual([]);
  expect(examples).toHaveLength(COUNT);
  console.log(`Self-check: ${examples.length} of ${COUNT} examples pass.`);
  expect(sheetNames()).toEqual(["Sheet1", sheet]);
  expect(value(sheet, "B2")).toBe(`${COUNT} of ${COUNT} examples pass`);
  expect(job.steps.slice(0, 3)).toEqual(["Reading the workbook", "Writing GM Self-check", "Calculating the examples"]);
  expect(host.syncs.length).toBeLessThanOrEqual(5);
  expect(platform.sets[0]).toBe("ExcelApi 1.1-1.9");
  expect(platform.engine).toMatch(/^GPUMEM \d/);
  expect(platform.platform).toBe("PC");
  expect(internalErrors).toEqual([]);
  expect(await pane.sheets()).toMatchObject([{ template: "self-check", checks: 0, hasResults: false }]);
});

test("a function that answers wrongly fails and is named", async () => {
  await openSmallPane();
  const library = libraryWith("KV_MEM", (right) => (...args) => {
    const answer = right(...args) as number[][];
    return answer.map((row) => row.map((cell) => (typeof cell === "number" ? cell * 1.001 : cell)));
  });
  const { pane } = await openSmallPane({ library });
  const { examples } = await pane.runSelfCheck(undefined, work());
  const failed = examples.filter(({ outcome }) => outcome === "fail");
  expect([...new Set(failed.map(({ id }) => id))]).toEqual(["KV_MEM"]);
  expect(Number(failed[0]?.here)).toBeCloseTo(Number(failed[0]?.documented) * 1.001, 6);
});

test("a second run stands beside the first, or takes its place", async () => {
  const { pane, sheetNames } = await openSmallPane();
  expect(await pane.findSelfCheck()).toBeUndefined();
  await pane.runSelfCheck(undefined, work());
  const first = await pane.findSelfCheck();
  expect(first?.sheet).toBe("GM Self-check");
  expect((await pane.runSelfCheck(undefined, work())).sheet).toBe("GM Self-check 2");
  const replaced = await pane.runSelfCheck(first?.sheetId, work());
  expect(replaced.sheet).toBe("GM Self-check");
  expect(replaced.examples.every(({ outcome }) => outcome === "pass")).toBe(true);
  expect([...sheetNames()].sort()).toEqual(["GM Self-check", "GM Self-check 2", "Sheet1"]);
});

test("an earlier one that cannot go stays, and that is said", async () => {
  const { pane, host, sheetNames } = await openSmallPane();
  await pane.runSelfCheck(undefined, work());
  const first = await pane.findSelfCheck();
  host.failAt({ sync: 5 });
  const { sheet, note } = await pane.runSelfCheck(first?.sheetId, work());
  expect([sheet, note]).toEqual(["GM Self-check 2", expect.stringContaining("stands beside it")]);
  expect(sheetNames()).toEqual(["Sheet1", "GM Self-check", "GM Self-check 2"]);
});

test("a failure in the middle, or a cancel before, leaves no sheet; the old one stays", async () => {
  const { pane, host, sheetNames } = await openSmallPane();
  await pane.runSelfCheck(undefined, work());
  const first = await pane.findSelfCheck();
  host.failAt({ sync: 3, action: 200 });
  await expect(pane.runSelfCheck(first?.sheetId, work())).rejects.toThrow(/No sheet was added/);
  await expect(pane.runSelfCheck(undefined, work("Reading"))).rejects.toThrow(/^Cancelled\. No sheet was added/);
  expect(sheetNames()).toEqual(["Sheet1", "GM Self-check"]);
});

test("a cancel while the functions calculate says that the sheet is there", async () => {
  const { pane, sheetNames } = await openSmallPane();
  await expect(pane.runSelfCheck(undefined, work("Calculating the examples"))).rejects.toThrow(
    /^Cancelled\. The sheet GM Self-check is there/,
  );
  expect(sheetNames()).toContain("GM Self-check");
});

test("results that are on their way are waited for, and those that never come are told", async () => {
  let state = "#BUSY!";
  const library = libraryWith(
    "KV_MEM",
    (right) =>
      (...args) =>
        state === "" ? right(...args) : [[state]],
  );
  const { pane, model } = await openSmallPane({
    library,
    beforeSync: ({ number }) => {
      if (number === 8) state = "";
      if (number === 8) model.dispatch("EVALUATE_CELLS");
    },
  });
  const job = work();
  const { examples } = await pane.runSelfCheck(undefined, job);
  expect(job.steps.filter((step) => step === "Waiting for the functions").length).toBeGreaterThan(1);
  expect(examples.every(({ outcome }) => outcome === "pass")).toBe(true);
  state = "#BUSY!";
  const late = await pane.runSelfCheck(undefined, work());
  expect(late.examples.filter(({ outcome }) => outcome === "pending").map(({ id }) => id)).toContain("KV_MEM");
});

test("without the functions every example fails", async () => {
  const { pane } = await openSmallPane({ functions: false });
  const { examples } = await pane.runSelfCheck(undefined, work());
  expect(examples.every(({ outcome, here }) => outcome === "fail" && here === "#NAME?")).toBe(true);
});
