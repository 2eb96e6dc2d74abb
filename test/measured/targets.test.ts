// What the scores set out to reach, as far as they reach it.
import { expect, test } from "@jest/globals";
import type { Quantity } from "../../src/cli/score/measuredCase";
import { predict } from "../../src/cli/score/predict";
import { scores } from "../../src/cli/score/scores";
import { cases, pairs } from "./cases";

const result = scores(cases, pairs, predict);
const summaryOf = (group: string) => {
  const found = result.groups.find((each) => each.group === group);
  if (!found) throw new Error(`no group ${group}`);
  return found.summary;
};
const training = summaryOf("training");

test("training: median over families at most 1.5%, 90th percentile at most 5%, above 20 GiB at most 4%", () => {
  expect(training.medianOverFamilies).toBeLessThanOrEqual(0.015);
  expect(training.p90).toBeLessThanOrEqual(0.05);
  expect(summaryOf("training above 20 GiB").p90).toBeLessThanOrEqual(0.04);
});

const stacks = result.groups.filter(({ group, summary }) => / \(training\)$/.test(group) && summary.n >= 5);

test.each(stacks.map(({ group, summary }) => [group, summary] as const))(
  "%s: median at most 2.5%%, signed mean within 1%%",
  (_, { median, mean }) => {
    expect(median).toBeLessThanOrEqual(0.025);
    expect(Math.abs(mean)).toBeLessThanOrEqual(0.01);
  },
);

test("steady bytes: 80% within 1% or 32 MiB", () => {
  expect(result.steady.n).toBe(25);
  expect(result.steady.within).toBeGreaterThanOrEqual(0.8);
});

test("differences: 85% within 10% or 0.3 GiB", () => {
  expect(result.pairSummary.within).toBeGreaterThanOrEqual(0.85);
});

test("ranges of training: 95% inside, 3% above, no wider than they need to be", () => {
  expect(training.inside).toBeGreaterThanOrEqual(0.95);
  expect(training.aboveHigh).toBeLessThanOrEqual(0.03);
  expect(training.halfWidth.median).toBeLessThanOrEqual(0.05);
  expect(training.halfWidth.p90).toBeLessThanOrEqual(0.12);
  expect(training.halfWidth.max).toBeLessThanOrEqual(0.25);
  expect(training.intervalScore).toBeLessThanOrEqual(0.22);
});

const serving = (quantity: Quantity) =>
  result.cases.filter(({ measured }) => measured.task === "infer" && measured.measure.quantity === quantity);
const largest = (quantity: Quantity) => Math.max(...serving(quantity).map(({ error }) => Math.abs(error)));

test("serving: weights 0.7%, cache 1.5%, tokens 0.5%, activation peaks 5%, allocated 4%", () => {
  expect(largest("weights")).toBeLessThanOrEqual(0.007);
  expect(largest("kv_bytes")).toBeLessThanOrEqual(0.015);
  expect(largest("kv_tokens")).toBeLessThanOrEqual(0.005);
  expect(largest("activation_peak")).toBeLessThanOrEqual(0.05);
  expect(largest("compute_buffer")).toBeLessThanOrEqual(0.05);
  expect(largest("allocated")).toBeLessThanOrEqual(0.04);
});

test("serving: what loading takes of the free memory is inside the range", () => {
  expect(serving("load_delta").filter(({ inside }) => !inside)).toEqual([]);
});
