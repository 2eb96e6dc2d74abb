import { expect, test } from "@jest/globals";
import type { MeasuredCase } from "../../../src/cli/score/measuredCase";
import { familyOf, intervalScore, scored, steadySummary, summary, toleranceOf } from "../../../src/cli/score/metrics";
import { pairSummary, scoredPair } from "../../../src/cli/score/pairs";
import { median, quantile } from "../../../src/cli/score/statistics";
import { cases } from "../../measured/cases";

const [template] = cases.map(({ measured }) => measured);
const measured = (bytes: number, tolerance: number, changes: object = {}): MeasuredCase =>
  ({
    ...template,
    measure: { quantity: "allocated", bytes, tokens: null, tolerance_bytes: tolerance, unit_in_source: "B" },
    ...changes,
  }) as MeasuredCase;
const exactly = (predicted: number) => ({ predicted, low: predicted, high: predicted, steady: null });

test("quantiles interpolate between order statistics, the median is the mean of the middle two", () => {
  expect(quantile([0, 10, 20, 30], 0.9)).toBeCloseTo(27, 12);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([5], 0.9)).toBe(5);
});

test("an error within the rounding counts as 0, and in full beyond", () => {
  expect(scored(measured(1000, 5), exactly(1005)).error).toBe(0);
  expect(scored(measured(1000, 5), exactly(1006)).error).toBeCloseTo(0.006, 12);
  expect(scored(measured(1000, 5), exactly(994)).error).toBeCloseTo(-0.006, 12);
});

test("tokens: the rounding of the budget is relative", () => {
  const tokens = cases.map((each) => each.measured).find((each) => each.measure.tokens !== null);
  if (!tokens?.infer?.kv_budget_bytes) throw new Error("no case with tokens and a budget");
  const share = tokens.measure.tolerance_bytes / tokens.infer.kv_budget_bytes;
  expect(toleranceOf(tokens)).toBeCloseTo((tokens.measure.tokens ?? 0) * share, 9);
});

test("the families of the data", () => {
  const count = (task: string) =>
    new Set(cases.filter((each) => each.measured.task === task).map((each) => familyOf(each.measured))).size;
  expect([count("train"), count("infer")]).toEqual([19, 15]);
  const numbered = measured(1, 0, { source: "index file 12" });
  expect(familyOf(numbered)).not.toBe(familyOf({ ...numbered, source: "index file 13" }));
});

test("a case without a prediction counts as 100% low and outside", () => {
  const none = scored(measured(1000, 0), { unsupported: "no words" });
  expect(none).toMatchObject({ error: -1, inside: false, unsupported: "no words" });
  const total = summary([none, scored(measured(1000, 0), exactly(1000))]);
  expect(total).toMatchObject({ n: 2, unsupported: 1, inside: 0.5, aboveHigh: 0.5, max: 1 });
});

test("the interval score is the width and 40 times what lies outside", () => {
  const range = { predicted: 1000, low: 950, high: 1050, steady: null };
  expect(intervalScore(scored(measured(1000, 0), range))).toBeCloseTo(0.1, 12);
  expect(intervalScore(scored(measured(1100, 0), range))).toBeCloseTo((100 + 40 * 50) / 1100, 12);
  expect(intervalScore(scored(measured(900, 0), range))).toBeCloseTo((100 + 40 * 50) / 900, 12);
});

test("the median over families weighs every family once", () => {
  const a = [1010, 1010, 1010].map((predicted) => scored(measured(1000, 0), exactly(predicted)));
  const b = [scored(measured(1000, 0, { source: "another" }), exactly(1030))];
  const { median: pooled, medianOverFamilies, mean, tooLow } = summary([...a, ...b]);
  expect(pooled).toBeCloseTo(0.01, 12);
  expect(medianOverFamilies).toBeCloseTo(0.02, 12);
  expect(mean).toBeCloseTo(0.015, 12);
  expect(tooLow).toBe(0);
});

test("steady bytes: within 1% or 32 MiB", () => {
  const steady = (answer: number, predicted: number) => {
    const { measure } = measured(1, 0);
    const each = measured(1, 0, { measure: { ...measure, steady_bytes: answer } });
    return scored(each, { predicted: 1, low: 1, high: 1, steady: predicted });
  };
  const MIB = 2 ** 20;
  const near = [steady(100 * MIB, 131 * MIB), steady(1e12, 1.009e12)];
  expect(steadySummary([...near, steady(1e12, 1.011e12), steady(100 * MIB, 133 * MIB)])).toMatchObject({
    n: 4,
    within: 0.5,
  });
});

test("pairs: error of the difference, within 10% or 0.3 GiB, 0 within both roundings", () => {
  const GIB = 2 ** 30;
  const byId = (a: number, b: number) =>
    new Map([
      ["a", scored(measured(10 * GIB, 10), exactly(a))],
      ["b", scored(measured(20 * GIB, 10), exactly(b))],
    ]);
  const pair = { id: "p", a: "a", b: "b", option: "x", delta_bytes: 10 * GIB };
  expect(scoredPair(pair, byId(10 * GIB, 20 * GIB + 20))).toMatchObject({ error: 0, within: true });
  expect(scoredPair(pair, byId(10 * GIB, 20.9 * GIB))).toMatchObject({ within: true });
  const off = scoredPair(pair, byId(10 * GIB, 21.1 * GIB));
  expect(off.within).toBe(false);
  expect(off.error).toBeCloseTo(1.1 * GIB, 0);
  expect(pairSummary([off]).within).toBe(0);
});
