import { describe, expect, test } from "@jest/globals";
import { servingEstimate } from "../../../src/engine/serving/estimate";
import { dtype, GIB, model, runOf, storage, type Choices } from "./runs";
import { parameterCount, parameterTensors } from "../../../src/engine/parameters";
import { mixedBytes } from "../../../src/engine/serving/mixedRecipe";

const MIB = 2 ** 20;
const weights = (name: string, choices: Choices = {}) => servingEstimate(runOf(name, choices)).weights.likely;

/** Positions of the checkpoint that was loaded, where the catalog's row is of another variant. */
const withPositions = (name: string, maxPositionEmbeddings: number) => ({ ...model(name), maxPositionEmbeddings });

describe("vLLM's own log, Model loading took", () => {
  // Rotary table in 16 bits and unsplit remainders of allocator blocks are part of what torch has allocated.
  test.each([
    ["llama-3.1-8b", 131_072, 14.9889],
    ["mistral-7b-v0.3", 32_768, 13.5084],
    ["tinyllama-1.1b", 2048, 2.0512],
    ["qwen2.5-7b", 32_768, 14.2487],
  ])("%s: %f", (name, positions, gib) => {
    const bytes = weights(name, { engine: ["vllm", "0.11"], architecture: withPositions(name, positions) });
    expect(Math.abs(bytes / GIB - gib)).toBeLessThan(0.0003);
  });

  test("gpt-oss-20b in MXFP4, experts padded for the kernel: 13.7153 GiB within 0.3%", () => {
    const bytes = weights("gpt-oss-20b", { engine: ["vllm", "0.11"], weights: "mxfp4-experts" });
    expect(Math.abs(bytes / GIB / 13.7153 - 1)).toBeLessThan(0.003);
  });
});

test("SGLang's difference of free memory is the allocator's segments: Qwen3-14B on four GPUs 7.08 GB", () => {
  const run = runOf("qwen3-14b", { engine: ["sglang", null], layout: { tp: 4 } });
  expect(servingEstimate(run).loadDelta.likely / GIB).toBeCloseTo(7.08, 2);
});

describe("llama.cpp file types, bits per weight of the Llama-3.1-8B file (tools/quantize/README.md)", () => {
  test.each([
    ["q2-k-file", 3.1593],
    ["q3-k-s", 3.6429],
    ["q3-k-l", 4.2979],
    ["q4-k-s", 4.6672],
    ["q4-k-m", 4.8944],
    ["q5-k-s", 5.5704],
    ["q5-k-m", 5.7036],
    ["q6-k", 6.5633],
    ["q8-0", 8.5008],
  ])("%s: %f", (id, bits) => {
    const a = model("llama-3.1-8b");
    const { recipe } = storage(id);
    if (!recipe) throw new Error(`no recipe for ${id}`);
    const bytes = parameterTensors(a).reduce((sum, each) => sum + mixedBytes(each, recipe, a, { from: 0, to: 32 }), 0);
    expect(Math.abs((bytes * 8) / parameterCount(a).total / bits - 1)).toBeLessThan(0.0015);
  });

  test("rows that are no multiple of 256 fall back: Qwen2.5-0.5B in Q4_K_M keeps most of its weights above 5 bits", () => {
    const run = runOf("qwen2.5-0.5b", { engine: ["llama.cpp", null], weights: "q4-k-m" });
    const { weights: gpu, host } = servingEstimate(run);
    const bits = ((gpu.likely + host) * 8) / (parameterCount(run.architecture).total + 151_936 * 896);
    expect(bits).toBeGreaterThan(5.5);
  });

  test("the token embedding stays on the host: 281.81 MiB", () => {
    const { host } = servingEstimate(runOf("llama-3.1-8b", { engine: ["llama.cpp", null], weights: "q4-k-m" }));
    expect(host / MIB).toBeCloseTo(281.81, 2);
  });

  test("layers that are not offloaded are host memory, and nothing is lost between the two", () => {
    const at = (gpuLayers: number | null) =>
      servingEstimate(runOf("llama-3.1-8b", { engine: ["llama.cpp", null], weights: "q4-k-m", gpuLayers }));
    const all = at(null);
    for (const layers of [0, 1, 16, 32, 33]) {
      const split = at(layers);
      expect(split.weights.likely + split.host).toBeCloseTo(all.weights.likely + all.host, 0);
    }
    expect(at(33).weights.likely).toBe(all.weights.likely);
    expect(at(0).weights.likely).toBe(0);
    expect(at(0).kvPerToken).toBe(0);
  });
});

describe("tensor, pipeline and expert parallel", () => {
  test("tp divides matrices, not norms: llama-3.1-70B", () => {
    const norms = 161 * 8192 * 2;
    const whole = weights("llama-3.1-70b");
    for (const tp of [2, 4, 8]) expect(weights("llama-3.1-70b", { layout: { tp } })).toBe((whole - norms) / tp + norms);
  });

  test("replicated key/value projections", () => {
    const kv = 80 * 2 * 8192 * 1024 * 2;
    const norms = 161 * 8192 * 2;
    const whole = weights("llama-3.1-70b");
    expect(weights("llama-3.1-70b", { layout: { tp: 16 } })).toBe((whole - norms - kv) / 16 + kv / 8 + norms);
  });

  test("a tied head is stored once on one stage, twice when the ends are apart", () => {
    const embedding = 151_936 * 2560 * 2;
    const whole = weights("qwen3-4b");
    const stages = servingEstimate(runOf("qwen3-4b", { layout: { pp: 2 } })).weights.likely;
    expect(stages).toBeCloseTo((whole - embedding) / 2 + embedding, -5);
  });

  test("experts go to ep ranks, the rest to tp", () => {
    const run = (layout: object) => weights("deepseek-v3", { weights: "fp8-block", layout });
    expect(run({ tp: 8, ep: 8 })).toBeCloseTo(run({ tp: 8 }), -7);
    expect(run({ tp: 8, dp: 4, ep: 32 })).toBeLessThan(run({ tp: 8 }) / 2);
  });

  test("a group of a quantized format is never cut: AWQ pads 29,568 to 29,696 on two and on eight GPUs", () => {
    const padded = { ...model("qwen2.5-72b"), intermediateSize: 29_696 };
    for (const tp of [2, 8])
      expect(weights("qwen2.5-72b", { weights: "awq", layout: { tp } })).toBe(
        weights("qwen2.5-72b", { architecture: padded, weights: "awq", layout: { tp } }),
      );
  });
});

test("adapter slots: max loras × 2 B × Σ r·(in + out), and none without", () => {
  const base = weights("llama-3.1-8b");
  const slots = weights("llama-3.1-8b", { lora: { maxLoras: 4, maxRank: 16 } });
  // The seven matrices of a layer at rank 16: 41,943,040 (PEFT prints the same).
  expect(slots - base).toBe(4 * 2 * 41_943_040);
});

test("a draft model adds its weights and its cache", () => {
  const draft = { architecture: model("llama-3.2-1b"), weights: storage("bf16"), tokens: 4, acceptance: 0.7 };
  const alone = servingEstimate(runOf("llama-3.1-70b"));
  const both = servingEstimate(runOf("llama-3.1-70b", { draft }));
  expect(both.weights.likely - alone.weights.likely).toBe(1_235_814_400 * 2);
  expect(both.kvPerToken - alone.kvPerToken).toBe(2 * 16 * 8 * 64 * 2);
});

test("row scales of FP8 per channel and LLM.int8 are counted", () => {
  const scales = weights("llama-3.1-70b", { weights: "fp8-channel" });
  const rows = 80 * (8192 + 2 * 1024 + 8192 + 2 * 28_672 + 8192);
  const linears = 80 * 855_638_016;
  expect(scales).toBe(linears + 4 * rows + 2 * (70_553_706_496 - linears));
  expect(dtype("llm-int8").rowScaleBits).toBe(32);
});
