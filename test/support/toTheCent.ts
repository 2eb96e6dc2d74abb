import { expect } from "@jest/globals";
import { failedChecks, lineTotal, lineValues, type ReadCell } from "./cellSheets";
import { lineOf } from "../../src/sheets/site";
import type { BudgetCase } from "../sheets/budgetCases";

/** Half a cent; rates and shares are no money and must agree to the ninth digit. */
const allowed = (unit: string) => (unit === "fraction" ? 1e-9 : 0.005);

const same = (got: unknown, wanted: number | string, unit: string) =>
  typeof wanted === "number" ? typeof got === "number" && Math.abs(got - wanted) < allowed(unit) : got === wanted;

/** Compares all that a case expects; says which line and period differ. */
export function expectToTheCent(read: ReadCell, { sheet, placed, expected, totals = {} }: BudgetCase): void {
  const differing = Object.entries(expected).flatMap(([id, wanted]) => {
    const list = Array.isArray(wanted) ? (wanted as readonly number[]) : [wanted as number | string];
    const got = lineValues(read, sheet, placed, id);
    const { unit } = lineOf(placed, id);
    expect([id, got.length]).toEqual([id, list.length]);
    return list.flatMap((one, i) => (same(got[i], one, unit) ? [] : [{ id, period: i + 1, got: got[i], wanted: one }]));
  });
  const wrongTotals = Object.entries(totals)
    .map(([id, wanted]) => ({ id, got: lineTotal(read, sheet, placed, id), wanted }))
    .filter(({ got, wanted }) => !same(got, wanted, "USD"));
  expect([...differing, ...wrongTotals]).toEqual([]);
  expect(failedChecks(read, sheet, placed)).toEqual([]);
}
