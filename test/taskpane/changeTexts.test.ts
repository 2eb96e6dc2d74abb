import { expect, test } from "@jest/globals";
import { changeText, explained, firstOf, pairTexts } from "../../src/taskpane/changeTexts";
import type { ResultChange, SheetChanges } from "../../src/taskpane/workbookChanges";

const change = (saved: ResultChange["saved"], live: ResultChange["live"], why: readonly string[] = []) => ({
  ...{ label: "Total", saved, live, why },
  change: undefined,
});
const sheet = (changes: readonly ResultChange[], liveVersion = "GPUMEM 0.2.0"): SheetChanges => ({
  ...{ sheet: "Plan", sheetId: "one", isSaved: true, savedVersion: "GPUMEM 0.1.0", liveVersion },
  ...{ changes, errors: [] },
});

test.each([
  [71.42, 68.91, "71.42", "68.91"],
  [1_204_500, 1_310_000.4, "1,204,500", "1,310,000"],
  [5.5e24, 6e24, "5.5e24", "6e24"],
  [1, 1.00000001, "1", "1.00000001"],
  ["", "no", "(empty)", "no"],
  [true, false, "TRUE", "FALSE"],
] as const)("%p and %p are written %s and %s", (saved, live, savedText, liveText) => {
  expect(pairTexts(change(saved, live))).toEqual([savedText, liveText]);
});

test("what is no number has no percentage", () => {
  expect(changeText({ ...change(64, 80), change: 0.25 })).toBe("+25%");
  expect([changeText(change(0, 5)), changeText(change("a", "b"))]).toEqual(["from 0", "differs"]);
});

test("results stand under the lines that explain them; what no line explains has a sentence", () => {
  const changes = [change(1, 2, ["0.2.0: Logits."]), change(3, 4), change(5, 6, ["0.2.0: Logits."])];
  const groups = explained(sheet(changes));
  expect(groups.map(({ reasons, changes: { length } }) => [reasons, length])).toEqual([
    [["0.2.0: Logits."], 2],
    [["The changelog names no reason: look at the inputs."], 1],
  ]);
  expect(explained(sheet([change(3, 4)], "GPUMEM 0.1.0"))[0]?.reasons[0]).toMatch(/^Saved with the same version/);
  expect(explained(sheet([change(3, 4)], ""))[0]?.reasons[0]).toMatch(/^This sheet keeps no version/);
  expect(firstOf(groups, 2).map((group) => group.changes.length)).toEqual([2]);
});
