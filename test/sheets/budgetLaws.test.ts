// What holds for any inputs, by the workbench's arithmetic.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Block } from "../../src/sheets/block";
import { breakEven } from "../../src/sheets/budget/breakEven";
import { depreciation } from "../../src/sheets/budget/depreciation";
import { netPresentValue } from "../../src/sheets/budget/netPresentValue";
import { payment } from "../../src/sheets/budget/payment";
import { showback } from "../../src/sheets/budget/showback";
import { variance } from "../../src/sheets/budget/variance";
import { placeBlock } from "../../src/sheets/place";
import { failedChecks, lineTotal, lineValues, recalculated, setInput } from "../support/cellSheets";
import { monthsLater, serial } from "./independent";

const RUNS = { numRuns: 40 };
type Values = Readonly<Record<string, number | readonly number[]>>;

/** A block alone on a sheet: types inputs, reads lines. */
function alone(block: Block, periods: number) {
  const placed = placeBlock(block, { row: 1, periods });
  const book = recalculated([{ name: "Sheet", cells: placed.cells }]);
  return {
    type: (values: Values) =>
      Object.entries(values).forEach(([id, given]) => setInput(book, "Sheet", placed, id, given)),
    line: (id: string) => lineValues(book.read, "Sheet", placed, id) as number[],
    one: (id: string) => lineValues(book.read, "Sheet", placed, id)[0] as number,
    total: (id: string) => lineTotal(book.read, "Sheet", placed, id) as number,
    checks: () => failedChecks(book.read, "Sheet", placed),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const money = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((cents) => cents / 100);
const row = (of: fc.Arbitrary<number>, length: number) => fc.array(of, { minLength: length, maxLength: length });

test("the parts of the variance add up to actual - budget, also without work or hours", () => {
  const sheet = alone(variance, 4);
  const inputs = fc.record({
    volume: row(fc.integer({ min: 0, max: 500 }), 4),
    hoursPerUnit: row(money(5000), 4),
    price: row(money(10), 4),
    unused: row(money(1e6), 4),
    actualVolume: row(fc.integer({ min: 0, max: 500 }), 4),
    actualHours: row(fc.oneof(fc.constant(0), money(2e6)), 4),
    actualCost: row(money(2e7), 4),
    actualUnused: row(money(1e6), 4),
  });
  fc.assert(
    fc.property(inputs, (values) => {
      sheet.type(values);
      values.volume.forEach((volume, i) => {
        const budget = volume * (values.hoursPerUnit[i] ?? 0) * (values.price[i] ?? 0) + (values.unused[i] ?? 0);
        const actual = (values.actualCost[i] ?? 0) + (values.actualUnused[i] ?? 0);
        const parts = ["volumePart", "efficiencyPart", "ratePart", "unusedPart"].map((id) => sheet.line(id)[i] ?? NaN);
        expect(sum(parts)).toBeCloseTo(actual - budget, 4);
      });
      expect(sheet.checks()).toEqual([]);
    }),
    RUNS,
  );
});

test("at the break-even allocation renting and owning cost the same; above it owning costs less", () => {
  const sheet = alone(breakEven, 1);
  const inputs = fc.record({
    gpus: fc.integer({ min: 1, max: 100_000 }),
    rentPrice: money(15).map((price) => price + 0.5),
    ownPrice: money(0.4),
    fixedYearly: money(5e8),
  });
  fc.assert(
    fc.property(inputs, (values) => {
      sheet.type(values);
      const even = sheet.one("even");
      const hours = values.gpus * 365 * 24 * even;
      expect(hours * values.rentPrice - values.fixedYearly - hours * values.ownPrice).toBeCloseTo(0, 2);
      sheet.type({ allocation: even + 0.01 });
      expect(sheet.one("saving")).toBeGreaterThan(0);
      expect(sheet.checks()).toEqual([]);
    }),
    RUNS,
  );
});

test("depreciation adds up to cost - residual where the plan covers the whole life, whenever it begins", () => {
  const PERIODS = 24;
  const sheet = alone(depreciation, PERIODS);
  const inputs = fc.record({
    cost: money(1e8),
    residualShare: fc.double({ min: 0, max: 1, noNaN: true }),
    lifeYears: fc.integer({ min: 1, max: 55 }).map((months) => months / 12),
    inService: fc.integer({ min: 0, max: 364 }).map((day) => serial(2027, 1, 1) + day),
    months: fc.constantFrom(3, 6),
  });
  fc.assert(
    fc.property(inputs, ({ residualShare, ...values }) => {
      const residual = Math.round(values.cost * residualShare * 100) / 100;
      const periodStart = Array.from({ length: PERIODS }, (_, i) => monthsLater(serial(2027, 1, 1), i * values.months));
      sheet.type({ ...values, residual, periodStart });
      expect(sheet.total("charge")).toBeCloseTo(values.cost - residual, 3);
      expect(sheet.line("closing").at(-1)).toBeCloseTo(residual, 3);
      expect(sum(sheet.line("starts"))).toBe(1);
      expect(sheet.checks()).toEqual([]);
    }),
    RUNS,
  );
});

test("showback adds up to what was paid, also where nobody used anything", () => {
  const sheet = alone(showback(["Research", "Search", "Ads"]), 3);
  const used = row(fc.oneof(fc.constant(0), money(1e5)), 3);
  const inputs = fc.record({
    "used.0": used,
    "used.1": used,
    "used.2": used,
    paid: row(
      money(1e6).map((hours) => hours + 3e5),
      3,
    ),
    cost: row(money(1e7), 3),
  });
  fc.assert(
    fc.property(inputs, (values) => {
      sheet.type(values);
      const total = (kind: string) => sum(["0", "1", "2", "nobody"].map((who) => sheet.total(`${kind}.${who}`)));
      expect(total("hours")).toBeCloseTo(sum(values.paid), 3);
      expect(total("cost")).toBeCloseTo(sum(values.cost), 3);
      expect(sheet.checks()).toEqual([]);
    }),
    RUNS,
  );
});

test("more used than paid for fails a check and still adds up", () => {
  const sheet = alone(showback(["Research"]), 1);
  sheet.type({ paid: [100], cost: [50], "used.0": [120] });
  expect(sheet.checks()).toEqual(["idle"]);
  expect([sheet.total("hours.0"), sheet.total("cost.0")]).toEqual([100, 50]);
});

test("a loan is repaid: payments and balloon are principal and interest, and nothing is left", () => {
  const sheet = alone(payment, 12);
  const inputs = fc.record({
    principal: money(1e8),
    balloon: money(1e5),
    yearlyRate: fc.integer({ min: 0, max: 4000 }).map((points) => points / 10_000),
    count: fc.integer({ min: 1, max: 10 }),
    atStart: fc.constantFrom(0, 1),
    firstPeriod: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(inputs, (values) => {
      sheet.type(values);
      const given = sheet.total("paid") + sheet.total("balloonPaid");
      expect(given).toBeCloseTo(values.principal + sheet.total("interest"), 3);
      expect(sheet.line("closing").at(-1)).toBeCloseTo(0, 3);
      expect(sheet.checks()).toEqual([]);
    }),
    RUNS,
  );
});

test("text among the cash flows is an error, not one period less", () => {
  const placed = placeBlock(netPresentValue, { row: 1, periods: 3 });
  const cash = placed.rowOf.get("cash");
  const cells = placed.cells.map((cell) =>
    cell.row === cash && cell.column === 9 ? { ...cell, content: "none" } : cell,
  );
  const book = recalculated([{ name: "Sheet", cells }]);
  expect(String(lineValues(book.read, "Sheet", placed, "presentValue")[0])).toMatch(/^#/);
});
