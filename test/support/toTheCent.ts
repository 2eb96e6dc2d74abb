import { expect } from "@jest/globals";
import { failedChecks, lineTotal, lineValues, type ReadCell } from "./cellSheets";
import type { BudgetCase } from "../sheets/budgetCases";

/** Half a cent for money; the same for days, flags and shares, where it is still far below one. */
const CENT = 0.005;

const same = (got: unknown, wanted: number | string) =>
  typeof wanted === "number" ? typeof got === "number" && Math.abs(got - wanted) < CENT : got === wanted;

/** Compares all that a case expects; says which line and period differ. */
export function expectToTheCent(read: ReadCell, { sheet, placed, expected, totals = {} }: BudgetCase): void {
  const differing = Object.entries(expected).flatMap(([id, wanted]) => {
    const list = Array.isArray(wanted) ? (wanted as readonly number[]) : [wanted as number | string];
    const got = lineValues(read, sheet, placed, id);
    expect([id, got.length]).toEqual([id, list.length]);
    return list.flatMap((one, i) => (same(got[i], one) ? [] : [{ id, period: i + 1, got: got[i], wanted: one }]));
  });
  const wrongTotals = Object.entries(totals)
    .map(([id, wanted]) => ({ id, got: lineTotal(read, sheet, placed, id), wanted }))
    .filter(({ got, wanted }) => !same(got, wanted));
  expect([...differing, ...wrongTotals]).toEqual([]);
  expect(failedChecks(read, sheet, placed)).toEqual([]);
}
