// The selected cell in the pane, with a workbook that says which one it is.
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { reasonOf } from "../../src/functions/reason";
import type { CellStory } from "../../src/taskpane/workbookHost";
import { type Panes, screenshot, scrollsSideways, startPanes, tab, violations } from "../support/panePage";

jest.setTimeout(120_000);

let panes: Panes;
beforeAll(async () => {
  panes = await startPanes();
});
afterAll(() => panes?.close());

const SCENARIO = [
  ["Model", "llama-3.1-8b"],
  ["GPU", "h100-sxm"],
  ["GPUs", 8],
  ["ZeRO stage", 3],
];
const WEIGHTS: CellStory = {
  address: "'Training breakdown'!E46",
  label: "Weights",
  formula: "=INDEX($C46:$D46,1,$C$4)",
  shown: "2.0",
  sentence: undefined,
  reason: reasonOf("RESULT", [SCENARIO, [["Weights"]], [["GB"]]]),
  cells: [],
};
const NATIVE: CellStory = {
  address: "Plan!C15",
  label: "Cost",
  formula: "=C10*C14*E18",
  shown: "#DIV/0!",
  sentence: "The formula divides by zero, or by an empty cell.",
  reason: undefined,
  cells: [
    { label: "GPUs", address: "C10", shown: "4" },
    { label: "Price per GPU-hour", address: "GM Assumptions!C8", shown: "2.50" },
  ],
};

const select = (page: Page, story: CellStory) =>
  page.evaluate(
    (one) => (window as unknown as { fakeWorkbook: { select(one: unknown): number } }).fakeWorkbook.select(one),
    story as never,
  );

test("the selected cell is explained while the reference is in view, and only then", async () => {
  const page = await panes.openWithWorkbook();
  expect(await select(page, WEIGHTS)).toBe(0);
  await tab(page, "Reference").click();
  const card = page.getByRole("region", { name: "The selected cell" });
  await card.getByText("Memory per GPU in all: low").waitFor();
  await card.getByRole("status").getByText("Weights").waitFor();
  expect(await card.getByRole("link").getAttribute("href")).toBe("reference.html#RESULT");
  expect(await select(page, NATIVE)).toBe(1);
  await card.getByText("The formula divides by zero").waitFor();
  await card.getByText("2.50 · GM Assumptions!C8").waitFor();
  await tab(page, "Workbook").click();
  await page.waitForTimeout(50);
  expect(await select(page, WEIGHTS)).toBe(0);
  await page.context().close();
});

test.each([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["320", { viewport: { width: 320, height: 640 } }],
] as const)("it is accessible and keeps to the pane's width: %s", async (name, options) => {
  const page = await panes.openWithWorkbook("", options);
  await tab(page, "Reference").click();
  for (const [what, story] of [
    ["result", WEIGHTS],
    ["native", NATIVE],
  ] as const) {
    await select(page, story);
    await page.getByText(story.address).first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await screenshot(page, `cell-${what}-${name}`, false);
  }
  await page.context().close();
});

test("no error reached the page", () => expect(panes.problems).toEqual([]));
