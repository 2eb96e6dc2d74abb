import { describe, expect, test } from "@jest/globals";
import { EngineError, type EngineIssue } from "../../../src/engine/issues";
import { servingEstimate } from "../../../src/engine/serving/estimate";
import { servingRoofline } from "../../../src/engine/serving/throughput";
import { loadOf, model, runOf, type Choices } from "./runs";

function issueOf(act: () => unknown): EngineIssue {
  try {
    act();
  } catch (error) {
    if (error instanceof EngineError) return error.issue;
    throw error;
  }
  throw new Error("nothing was refused");
}

interface Refusal {
  readonly name: string;
  readonly model: string;
  readonly choices: Choices;
  readonly issue: EngineIssue;
}

const notDivisible = (whole: string, of: number, param: string, received: number): EngineIssue => ({
  code: "not_divisible",
  param,
  received,
  whole,
  of,
});
const largerThan = (param: string, received: number, than: string, limit: number): EngineIssue => ({
  code: "larger_than",
  param,
  received,
  than,
  limit,
});

const context = (p50: number, p95: number, max: number) => ({ ...loadOf(1, max), context: { p50, p95, max } });

describe("layouts that no engine runs are refused with their numbers", () => {
  const refusals: readonly Refusal[] = [
    {
      name: "tp that does not divide the heads",
      model: "llama-3.1-8b",
      choices: { layout: { tp: 3 } },
      issue: notDivisible("heads", 32, "tp", 3),
    },
    {
      name: "tp above the key/value heads and no multiple of them",
      model: "qwen2.5-7b",
      choices: { layout: { tp: 7 } },
      issue: notDivisible("tp", 7, "kv heads", 4),
    },
    {
      name: "tp that does not divide the FFN",
      model: "llama-3.1-8b",
      choices: { architecture: { ...model("llama-3.1-8b"), intermediateSize: 14_338 }, layout: { tp: 8 } },
      issue: notDivisible("ffn size", 14_338, "tp", 8),
    },
    {
      name: "ep without experts",
      model: "llama-3.1-8b",
      choices: { layout: { ep: 8 } },
      issue: { code: "goes_with", param: "ep", needed: "a model with experts" },
    },
    {
      name: "ep that does not divide the experts",
      model: "qwen3-30b-a3b",
      choices: { layout: { ep: 3, dp: 3 } },
      issue: notDivisible("experts", 128, "ep", 3),
    },
    {
      name: "ep on more ranks than there are",
      model: "qwen3-30b-a3b",
      choices: { layout: { ep: 8, tp: 4 } },
      issue: notDivisible("tp × dp", 4, "ep", 8),
    },
    {
      name: "more stages than layers",
      model: "llama-3.1-8b",
      choices: { layout: { pp: 33 } },
      issue: largerThan("pp", 33, "layers", 32),
    },
    {
      name: "a median above P95",
      model: "llama-3.1-8b",
      choices: { load: context(4096, 2048, 8192) },
      issue: largerThan("context length P50", 4096, "P95", 2048),
    },
    {
      name: "P95 above the longest context",
      model: "llama-3.1-8b",
      choices: { load: context(1024, 9000, 8192) },
      issue: largerThan("context length P95", 9000, "context length", 8192),
    },
    {
      name: "a utilization above 1",
      model: "llama-3.1-8b",
      choices: { scheduler: { ...runOf("llama-3.1-8b").scheduler, utilization: 1.2 } },
      issue: largerThan("gpu memory utilization", 1.2, "1", 1),
    },
    {
      name: "tensor parallel where layers are laid out one after another",
      model: "llama-3.1-8b",
      choices: { engine: ["llama.cpp", null], layout: { tp: 2 } },
      issue: {
        code: "method_lacks",
        method: "llama.cpp",
        param: "tp",
        received: "2",
        allowed: "pp: it lays layers out over the GPUs",
      },
    },
  ];
  test.each(refusals)("$name", ({ model: name, choices, issue }) => {
    expect(issueOf(() => servingEstimate(runOf(name, choices)))).toEqual(issue);
  });

  test("a roofline without bandwidth", () => {
    const gpu = { ...runOf("llama-3.1-8b").gpu, bandwidth: null };
    expect(issueOf(() => servingRoofline(runOf("llama-3.1-8b", { gpu }), 1))).toEqual({
      code: "goes_with",
      param: "throughput",
      needed: "the GPU's bandwidth and matmul rate",
    });
  });
});

test.each([
  ["llama-3.1-70b", { tp: 16 }],
  ["llama-3.1-405b", { tp: 8, pp: 4 }],
  ["deepseek-v3", { tp: 8, dp: 4, ep: 32 }],
  ["qwen3-30b-a3b", { tp: 4, ep: 2 }],
])("layouts that engines do run: %s %j", (name, layout) => {
  expect(servingEstimate(runOf(name, { layout })).weights.likely).toBeGreaterThan(0);
});
