import { describe, expect, test } from "@jest/globals";
import { servingEstimate } from "../../../src/engine/serving/estimate";
import { GIB, loadOf, model, runOf, type Choices } from "./runs";

const cache = (name: string, choices: Choices) => servingEstimate(runOf(name, choices)).kvCache.likely;
const perToken = (name: string, choices: Choices = {}) => servingEstimate(runOf(name, choices)).kvPerToken;

describe("identities", () => {
  test("llama-3-8B at 32 × 8,192 in bf16: 32.00 GiB", () => {
    expect(cache("llama-3-8b", { load: loadOf(32, 8192) })).toBe(32 * GIB);
  });

  test("DeepSeek-V3's latent cache in FP8 at 32 × 32,768: 34.31 GiB, on one GPU and on each of eight", () => {
    const load = loadOf(32, 32_768);
    const layout = { tp: 8 };
    expect(cache("deepseek-v3", { load, kv: "fp8" }) / GIB).toBeCloseTo(34.31, 2);
    expect(cache("deepseek-v3", { load, kv: "fp8", layout })).toBe(cache("deepseek-v3", { load, kv: "fp8" }));
  });

  // jax-ml/scaling-book, config.json of the models: bytes per token of all layers at 16 bits.
  test.each([
    ["llama-2-7b", 524_288],
    ["llama-3.1-8b", 131_072],
    ["llama-3.1-70b", 327_680],
    ["llama-3.1-405b", 516_096],
    ["mistral-7b-v0.1", 131_072],
    ["qwen3-32b", 262_144],
    ["qwen3-235b", 192_512],
    ["deepseek-v3", 70_272],
    ["kimi-k2", 70_272],
    ["gpt-oss-120b", 73_728],
    ["gemma-3-27b", 507_904],
    ["falcon-7b", 8_192],
  ])("%s: %d bytes per token", (name, bytes) => {
    expect(perToken(name)).toBe(bytes);
  });
});

describe("dtypes", () => {
  test.each([
    ["fp16", 1],
    ["fp8", 1 / 2],
    ["int8", 1 / 2],
    ["int4", 1 / 4],
    // 34 bytes for 32 elements, ggml-common.h block_q8_0.
    ["q8-0", 34 / 64],
    // 4 bits and an 8-bit scale for 16.
    ["nvfp4", 4.5 / 16],
  ])("%s is %d of bf16", (kv, part) => {
    expect(perToken("llama-3.1-8b", { kv })).toBeCloseTo(131_072 * part, 6);
  });
});

describe("tensor parallel", () => {
  test("divides key/value heads, and repeats them once there are more ranks than heads", () => {
    const ranks = (tp: number) => perToken("llama-3.1-70b", { layout: { tp } });
    expect(ranks(4)).toBe(327_680 / 4);
    expect(ranks(8)).toBe(327_680 / 8);
    expect(ranks(16)).toBe(327_680 / 8);
  });

  test("does not divide a latent cache or a single head", () => {
    expect(perToken("deepseek-v3", { layout: { tp: 16 } })).toBe(70_272);
    expect(perToken("falcon-7b", { layout: { tp: 71 } })).toBe(8_192);
  });

  test("pipeline stages hold their own layers; an extra layer is not on the last (vLLM get_pp_indices)", () => {
    expect(perToken("llama-3.1-8b", { layout: { pp: 4 } })).toBe(131_072 / 4);
    expect(perToken("llama-3.1-8b", { layout: { pp: 3 } })).toBe((131_072 / 32) * 11);
  });
});

describe("sliding layers", () => {
  test("Mistral 7B's window of 4,096 holds 512 MiB however long the context, plus what one step adds", () => {
    const architecture = { ...model("mistral-7b-v0.1"), slidingWindow: { size: 4096, layers: 32 } };
    const scheduler = { ...runOf("mistral-7b-v0.1").scheduler, maxBatchedTokens: 1 };
    const of = (context: number) => cache("mistral-7b-v0.1", { architecture, scheduler, load: loadOf(1, context) });
    expect(of(4096) / GIB).toBe(0.5);
    expect(of(100_000)).toBe((4096 + 16) * 131_072);
    expect(of(50_000)).toBe(of(100_000));
  });

  test("Gemma 3 27B at 131,072: ten full layers, 52 of a window, a step of 8,192 and a block", () => {
    const bytes = cache("gemma-3-27b", { engine: ["vllm", "0.11"], load: loadOf(1, 131_072) });
    const layer = 507_904 / 62;
    expect(bytes).toBe(layer * (10 * 131_072 + 52 * (1024 + 8192 + 16)));
  });

  test("engines without a windowed cache hold the whole context", () => {
    const of = (version: string) => cache("gpt-oss-20b", { engine: ["vllm", version], load: loadOf(1, 65_536) });
    expect(of("0.6 (V0)")).toBe(65_536 * 49_152);
    expect(of("0.11")).toBeLessThan(0.6 * of("0.6 (V0)"));
  });
});

test("a paged cache rounds each sequence up to its block", () => {
  const of = (context: number) => cache("llama-3.1-8b", { load: loadOf(3, context) });
  expect(of(1)).toBe(3 * 16 * 131_072);
  expect(of(16)).toBe(of(1));
  expect(of(17)).toBe(2 * of(1));
});

test("litgpt repeats grouped keys and values for every query head", () => {
  const of = (name: string) => cache(name, { engine: ["litgpt", null], load: loadOf(1, 512) });
  expect(of("llama-2-70b")).toBe(512 * 327_680 * 8);
  expect(of("falcon-7b")).toBe(512 * 8_192);
});

test("encoders and runs without a cache have none", () => {
  expect(cache("bert-large", { load: loadOf(64, 512) })).toBe(0);
  expect(cache("llama-3.1-8b", { kvCache: null, load: loadOf(64, 512) })).toBe(0);
});

test("P50 and P95 of the context: more than the median, less than the longest", () => {
  const spread = { ...loadOf(100, 32_768), context: { p50: 2048, p95: 16_384, max: 32_768 } };
  const bytes = cache("llama-3.1-8b", { load: spread });
  expect(bytes).toBeGreaterThan(cache("llama-3.1-8b", { load: loadOf(100, 2048) }));
  expect(bytes).toBeLessThan(cache("llama-3.1-8b", { load: loadOf(100, 16_384) }));
});

test("a shared prefix is kept once", () => {
  const load = { ...loadOf(10, 8192), prefixHitRate: 0.5 };
  expect(cache("llama-3.1-8b", { load })).toBe(cache("llama-3.1-8b", { load: loadOf(10, 4096) }));
});
