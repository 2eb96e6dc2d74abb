// The budget blocks in the workbench: to the cent what independent arithmetic says, and their own examples free of errors.
import { expect, test } from "@jest/globals";
import { activity, timeline } from "../../src/sheets/budget/timeline";
import { breakEven } from "../../src/sheets/budget/breakEven";
import { depreciation } from "../../src/sheets/budget/depreciation";
import { PERIOD_ENDS, PERIOD_STARTS } from "../../src/sheets/budget/examplePeriods";
import { netPresentValue } from "../../src/sheets/budget/netPresentValue";
import { payment } from "../../src/sheets/budget/payment";
import { showback } from "../../src/sheets/budget/showback";
import { variance } from "../../src/sheets/budget/variance";
import { placeBlock } from "../../src/sheets/place";
import { failedChecks, lineValues, recalculated } from "../support/cellSheets";
import { expectToTheCent } from "../support/toTheCent";
import { BUDGET_CASES, BUDGET_SHEETS } from "./budgetCases";

const { read } = recalculated(BUDGET_SHEETS);

test.each(BUDGET_CASES.map((one) => [one.name, one] as const))("%s", (_, one) => expectToTheCent(read, one));

const BLOCKS = [timeline, activity, depreciation, netPresentValue, payment, breakEven, showback(["A", "B"]), variance];
test.each(BLOCKS.map((block) => [block.id, block] as const))("the example of %s passes its checks", (_, block) => {
  const placed = placeBlock(block, { row: 1, periods: 12 });
  const { read: readExample } = recalculated([{ name: "Sheet", cells: placed.cells }]);
  const shown = placed.cells.map(({ row, column }) => readExample("Sheet", row, column));
  expect(shown.filter((content) => /^#/.test(String(content)))).toEqual([]);
  expect(failedChecks(readExample, "Sheet", placed)).toEqual([]);
});

test("the example periods are those of the example timeline", () => {
  const placed = placeBlock(timeline, { row: 1, periods: 12 });
  const example = recalculated([{ name: "Sheet", cells: placed.cells }]);
  expect(lineValues(example.read, "Sheet", placed, "periodStart")).toEqual(PERIOD_STARTS);
  expect(lineValues(example.read, "Sheet", placed, "periodEnd")).toEqual(PERIOD_ENDS);
});
