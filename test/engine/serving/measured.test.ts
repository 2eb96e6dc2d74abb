import { describe, expect, test } from "@jest/globals";
import fs from "node:fs";
import path from "node:path";
import { servingFigure, servingRun } from "../../../src/cli/score/servingRun";
import type { MeasuredCase, Quantity } from "../../../src/cli/score/measuredCase";
import { servingEstimate } from "../../../src/engine/serving/estimate";

/** |error| that each quantity must keep within; an identity must agree to the printed digits. */
const LIMITS: Partial<Readonly<Record<Quantity, number>>> = {
  weights: 0.007,
  activation_peak: 0.05,
  allocated: 0.04,
  load_delta: 0.05,
  kv_bytes: 0.015,
  compute_buffer: 0.05,
  kv_tokens: 0.005,
};

const CASES_FILE = path.join(__dirname, "../../measured/cases.json");
const cases: readonly MeasuredCase[] = JSON.parse(fs.readFileSync(CASES_FILE, "utf8"));
const serving = cases.filter((each) => each.task === "infer");

function outcome(each: (typeof serving)[number]) {
  const range = servingFigure(servingEstimate(servingRun(each)), each);
  const { bytes, tokens, tolerance_bytes } = each.measure;
  const measured = tokens ?? bytes ?? 0;
  const budget = each.infer?.kv_budget_bytes ?? null;
  const tolerance = tokens !== null && budget !== null ? (tolerance_bytes / budget) * measured : tolerance_bytes;
  if (!range) throw new Error(`${each.id} has no figure`);
  return { range, measured, tolerance, off: Math.abs(range.likely - measured) };
}

describe("measured figures", () => {
  test.each(serving.map((each) => [each.id, each] as const))("%s", (_id, each) => {
    const { off, tolerance, measured } = outcome(each);
    const limit = LIMITS[each.measure.quantity];
    expect(limit).toBeDefined();
    expect(off).toBeLessThanOrEqual(Math.max(tolerance, (limit ?? 0) * measured));
  });
});

test("identities agree to the printed digits", () => {
  const exact = serving.filter(({ measure, infer }) => {
    const cacheOfGivenSize = measure.quantity === "kv_bytes" && infer?.batch !== null;
    return cacheOfGivenSize || measure.quantity === "kv_tokens" || measure.quantity === "compute_buffer";
  });
  expect(exact.length).toBeGreaterThan(0);
  for (const each of exact) {
    const { off, tolerance } = outcome(each);
    expect(off).toBeLessThanOrEqual(tolerance);
  }
});

test("activation peaks agree to the printed digits: no constant is fitted", () => {
  for (const each of serving.filter(({ measure }) => measure.quantity === "activation_peak")) {
    const { off, tolerance } = outcome(each);
    expect(off).toBeLessThanOrEqual(tolerance);
  }
});

test("differences of free memory are inside the range", () => {
  for (const each of serving.filter(({ measure }) => measure.quantity === "load_delta")) {
    const { range, measured } = outcome(each);
    expect(range.low).toBeLessThanOrEqual(measured);
    expect(range.high).toBeGreaterThanOrEqual(measured);
  }
});
