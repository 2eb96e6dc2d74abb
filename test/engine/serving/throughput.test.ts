import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { acceptedTokens, distinctExperts } from "../../../src/engine/serving/decode";
import { DEFAULT_EFFICIENCY, encodingRate, servingRoofline } from "../../../src/engine/serving/throughput";
import { loadOf, model, runOf, storage, type Choices } from "./runs";

const at = (name: string, concurrency: number, choices: Choices = {}) =>
  servingRoofline(runOf(name, choices), concurrency);

const A100_40GB = { bandwidth: 1.555e12, matmulFlops: 271e12, linkBandwidth: 300e9 };
const gpuOf = (rates: Partial<typeof A100_40GB>) => ({ ...runOf("llama-2-7b").gpu, ...rates });

describe("decode", () => {
  test("one sequence: weights that are read and its cache, over the bandwidth", () => {
    const { bound } = at("llama-3.1-8b", 1, { load: loadOf(1, 8192) });
    // All but the embedding: 8,030,261,248 − 128,256 × 4,096 parameters.
    const bytes = 2 * (8_030_261_248 - 128_256 * 4096) + 2 ** 30;
    expect(bound.timePerToken).toBeCloseTo(bytes / 3.35e12, 9);
  });

  // Lightning-AI/litgpt tutorials/resource-tables.md: tokens per second of one sequence on an A100 40GB.
  test.each([
    ["llama-2-7b", "bf16", 30.97],
    ["llama-2-13b", "bf16", 24.82],
    ["llama-2-7b", "nf4", 19.98],
    ["llama-2-70b", "nf4-dq", 7.97],
    ["falcon-40b", "nf4", 13.25],
  ])("%s in %s: %f measured tokens/s are below the bound and the likely rate", (name, weights, measured) => {
    const choices = { engine: ["litgpt", null], weights, gpu: gpuOf(A100_40GB), load: loadOf(1, 64) } as const;
    expect(at(name, 1, choices).bound.tokensPerSecond).toBeGreaterThan(measured);
    expect(at(name, 1, choices).likely.tokensPerSecond).toBeGreaterThan(measured);
  });

  // vLLM 0.6.6 against Transformers on an RTX 3090 (936 GB/s): Qwen2.5-7B, one request.
  test("46.7 tokens/s of vLLM on an RTX 3090 are above two thirds of the bound, and do not beat it", () => {
    const gpu = gpuOf({ bandwidth: 936e9, matmulFlops: 60e12 });
    const { bound } = at("qwen2.5-7b", 1, { engine: ["vllm", "0.6.6 (V0)"], gpu, load: loadOf(1, 128) });
    expect(bound.tokensPerSecond).toBeGreaterThan(46.7);
    expect(bound.tokensPerSecond).toBeLessThan(46.7 * 1.5);
  });

  test("the bound is never slower than the likely rate", () => {
    const models = fc.constantFrom("llama-3.1-8b", "qwen3-30b-a3b", "deepseek-v3");
    fc.assert(
      fc.property(models, fc.integer({ min: 1, max: 2000 }), fc.constantFrom(1, 2, 4, 8), (m, n, tp) => {
        const { likely, bound } = at(m, n, { layout: { tp }, load: loadOf(1, 4096) });
        expect(bound.tokensPerSecond).toBeGreaterThanOrEqual(likely.tokensPerSecond);
        expect(bound.timeToFirstToken).toBeLessThanOrEqual(likely.timeToFirstToken);
      }),
    );
  });

  test("more sequences: more tokens per second, and no sequence is faster for it", () => {
    const models = fc.constantFrom("llama-3.1-8b", "qwen3-30b-a3b", "gpt-oss-20b");
    fc.assert(
      fc.property(models, fc.integer({ min: 1, max: 500 }), fc.constantFrom(1, 2, 4), (m, n, pp) => {
        const few = at(m, n * pp, { layout: { pp } }).likely;
        const many = at(m, (n + 1) * pp, { layout: { pp } }).likely;
        expect(many.tokensPerSecond).toBeGreaterThanOrEqual(few.tokensPerSecond * 0.999);
        expect(many.timePerToken).toBeGreaterThanOrEqual(few.timePerToken);
      }),
    );
  });

  test("compute takes over from weights with short contexts and many sequences", () => {
    const load = loadOf(1, 16);
    expect(at("llama-3.1-8b", 1, { load }).limitedBy).toBe("weights");
    expect(at("llama-3.1-8b", 4000, { load }).limitedBy).toBe("compute");
    expect(at("llama-3.1-8b", 64, { load: loadOf(1, 32_768) }).limitedBy).toBe("cache");
  });
});

describe("experts", () => {
  test("a batch touches E·(1 − (1 − k/E)^B) of them", () => {
    const deepseek = model("deepseek-v3");
    expect(distinctExperts(deepseek, 1) * 256).toBeCloseTo(8, 9);
    expect(distinctExperts(deepseek, 32) * 256).toBeCloseTo(256 * (1 - (248 / 256) ** 32), 9);
    expect(distinctExperts(deepseek, 10_000)).toBeCloseTo(1, 9);
    expect(distinctExperts(model("llama-3.1-8b"), 1)).toBe(1);
  });

  test("one token of a sparse model reads its active weights only", () => {
    const sparse = at("qwen3-30b-a3b", 1, { load: loadOf(1, 16) }).bound.timePerToken;
    const dense = at("qwen3-32b", 1, { load: loadOf(1, 16) }).bound.timePerToken;
    expect(dense / sparse).toBeGreaterThan(8);
  });
});

describe("speculative decoding", () => {
  test("expected tokens of a verification: (1 − α^(γ+1)) / (1 − α)", () => {
    expect(acceptedTokens(0.8, 4)).toBeCloseTo(1 + 0.8 + 0.64 + 0.512 + 0.4096, 9);
    expect(acceptedTokens(0, 4)).toBe(1);
    expect(acceptedTokens(1, 4)).toBe(5);
  });

  test("helps one sequence with a good draft, not with a bad one", () => {
    const draft = (acceptance: number) => ({
      architecture: model("llama-3.2-1b"),
      weights: storage("bf16"),
      tokens: 4,
      acceptance,
    });
    const plain = at("llama-3.1-70b", 1, { layout: { tp: 4 } }).likely.timePerToken;
    expect(at("llama-3.1-70b", 1, { layout: { tp: 4 }, draft: draft(0.8) }).likely.timePerToken).toBeLessThan(
      plain / 2,
    );
    expect(at("llama-3.1-70b", 1, { layout: { tp: 4 }, draft: draft(0) }).likely.timePerToken).toBeGreaterThan(plain);
  });
});

describe("prefill", () => {
  test("2·N·S and causal attention over the matmul rate", () => {
    const { bound, likely } = at("llama-3.1-8b", 1, { load: loadOf(1, 8192) });
    const parameters = 8_030_261_248 - 128_256 * 4096;
    const flops = 2 * parameters * 8192 + 2 * 32 * 32 * 256 * 8192 * 4096;
    expect(likely.timeToFirstToken).toBeCloseTo(flops / 794e12, 9);
    expect(bound.timeToFirstToken).toBeCloseTo(likely.timeToFirstToken / 2, 9);
  });

  test("a prefix that is cached is not computed again", () => {
    const first = (prefixHitRate: number) =>
      at("llama-3.1-8b", 1, { load: { ...loadOf(1, 8192), prefixHitRate } }).likely.timeToFirstToken;
    expect(first(0.9)).toBeLessThan(first(0) / 4);
  });

  test("an encoder without a cache", () => {
    const rate = encodingRate(runOf("bert-large", { kvCache: null, load: loadOf(64, 512) }));
    expect(rate.likely).toBeGreaterThan(1e6);
    expect(rate.bound).toBeGreaterThanOrEqual(rate.likely);
  });
});

test("efficiency is an input, its default is sourced", () => {
  expect(DEFAULT_EFFICIENCY).toEqual({ bandwidth: 0.8, matmul: 1 });
  const half = { bandwidth: 0.4, matmul: 1 };
  const load = loadOf(1, 2048);
  const slow = at("llama-3.1-8b", 1, { efficiency: half, load }).likely.timePerToken;
  expect(slow).toBeCloseTo(2 * at("llama-3.1-8b", 1, { load }).likely.timePerToken, 9);
});
