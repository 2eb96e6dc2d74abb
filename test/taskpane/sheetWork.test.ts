import { expect, test } from "@jest/globals";
import { checksText, savedTexts, saving } from "../../src/taskpane/sheetWork";
import { tabAfterKey } from "../../src/taskpane/tabKeys";
import { isDark } from "../../src/taskpane/theme";
import type { StampedSheet } from "../../src/taskpane/workbookHost";
import { fakeWorkbook } from "./fakeWorkbook";

const SHEET: StampedSheet = {
  sheet: "Training",
  sheetId: "one",
  template: "training-breakdown",
  mode: "live",
  hasResults: true,
  hasVersion: true,
  savedVersion: "",
  savedAt: "",
  savedNote: "",
  liveVersion: "GPUMEM 2",
  checks: 0,
  verdict: "",
};

test("checks in words", () => {
  expect(checksText(SHEET)).toBe("All checks are good");
  expect(checksText({ ...SHEET, checks: 1 })).toBe("1 check fails");
  expect(checksText({ ...SHEET, checks: 3 })).toBe("3 checks fail");
  expect(checksText({ ...SHEET, checks: undefined })).toBe("The checks show an error");
});

test("what is saved, and whether live results may differ", () => {
  const saved = { ...SHEET, savedVersion: "GPUMEM 2", savedAt: "2026-11-24" };
  expect(savedTexts(SHEET)).toEqual(["No results are saved yet.", "Live results come from GPUMEM 2."]);
  expect(savedTexts(saved)).toEqual(["Saved 2026-11-24 with GPUMEM 2.", "Live results come from the same version."]);
  expect(savedTexts({ ...saved, hasResults: false })).toEqual([]);
  expect(savedTexts({ ...saved, savedVersion: "", hasVersion: false })).toEqual(["Saved 2026-11-24."]);
  expect(savedTexts({ ...saved, savedVersion: "GPUMEM 1" })[1]).toContain("GPUMEM 2; the saved ones may differ");
  expect(savedTexts({ ...saved, liveVersion: "" })[1]).toContain("do not answer");
});

test("after a save, saved results are offered where live ones are shown", () => {
  const workbook = fakeWorkbook(0);
  expect(saving(workbook, SHEET, "", () => undefined).offer?.label).toBe("Show saved results");
  expect(saving(workbook, { ...SHEET, mode: "saved" }, "", () => undefined).offer).toBeUndefined();
});

test("arrow keys go round the tabs, and the other way in right-to-left text", () => {
  expect(tabAfterKey("ArrowRight", 2, 3)).toBe(0);
  expect(tabAfterKey("ArrowLeft", 0, 3)).toBe(2);
  expect(tabAfterKey("ArrowLeft", 0, 3, true)).toBe(1);
  expect(tabAfterKey("Home", 2, 3)).toBe(0);
  expect(tabAfterKey("End", 0, 3)).toBe(2);
  expect(tabAfterKey("Enter", 0, 3)).toBeUndefined();
});

test.each([
  ["#1F1F1F", true],
  ["#FFFFFF", false],
  ["#217346", true],
  ["#F3F2F1", false],
] as const)("the theme with the background %s: dark is %s", (color, dark) => expect(isDark(color)).toBe(dark));
