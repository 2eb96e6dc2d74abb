import { expect, test } from "@jest/globals";
import type { CaseServing, CaseTraining, Question } from "../../../src/cli/score/measuredCase";
import { predict } from "../../../src/cli/score/predict";
import { servingRun } from "../../../src/cli/score/servingRun";
import { strip } from "../../../src/cli/score/strip";
import { cases } from "../../measured/cases";

const questionOf = (stack: string, task: "train" | "infer"): Question => {
  const found = cases.find(({ measured }) => measured.stack === stack && measured.task === task);
  if (!found) throw new Error(`no case of ${stack}`);
  return strip(found.measured);
};
const training = (stack: string, change: Partial<CaseTraining>): Question => {
  const question = questionOf(stack, "train");
  return { ...question, train: { ...question.train, ...change } as CaseTraining };
};
const serving = (stack: string, change: Partial<CaseServing>): Question => {
  const question = questionOf(stack, "infer");
  return { ...question, infer: { ...question.infer, ...change } as CaseServing };
};

test("a layout that cannot be gives the reason, with its numbers", () => {
  expect(predict(training("megatron", { tp: 3 }))).toEqual({ unsupported: expect.stringMatching(/tp.*3/) });
  expect(predict(serving("vllm", { tp: 5 }))).toEqual({ unsupported: expect.stringMatching(/tp.*5/) });
});

test("a format without words gives the reason", () => {
  expect(predict(serving("vllm", { weight_dtype: "ternary" }))).toEqual({
    unsupported: "weight_dtype ternary is not known",
  });
  const question = questionOf("hf", "train");
  expect(predict({ ...question, measure: { quantity: "kv_bytes" } })).toEqual({
    unsupported: "training has no kv_bytes",
  });
});

test("ranges enclose predictions and are positive", () => {
  for (const { measured } of cases) {
    const prediction = predict(strip(measured));
    if ("unsupported" in prediction) throw new Error(`${measured.id}: ${prediction.unsupported}`);
    const { low, predicted, high } = prediction;
    expect([measured.id, 0 < low && low <= predicted && predicted <= high]).toEqual([measured.id, true]);
  }
});

test("the same bytes in use as allocated, more reserved, most on the device", () => {
  const question = questionOf("fsdp2", "train");
  const total = (quantity: "allocated" | "active" | "reserved" | "device") => {
    const prediction = predict({ ...question, measure: { quantity } });
    return "predicted" in prediction ? prediction.predicted : NaN;
  };
  expect(total("active")).toBe(total("allocated"));
  expect(total("reserved")).toBeGreaterThanOrEqual(total("allocated"));
  expect(total("device")).toBeGreaterThan(total("reserved"));
});

test("serving: names of stacks and formats", () => {
  expect(servingRun(serving("llama.cpp", { weight_dtype: "Q4_K_M" })).weights.recipe).not.toBeNull();
  expect(servingRun(serving("vllm", { kv_dtype: "q8_0" })).kvCache).toMatchObject({ id: "q8-0" });
  expect(servingRun(serving("vllm", { ubatch: 256 })).scheduler.maxBatchedTokens).toBe(256);
  const other = servingRun({ ...questionOf("vllm", "infer"), stack: "hf" });
  expect(other.engine.name).not.toBe(servingRun(questionOf("vllm", "infer")).engine.name);
});
