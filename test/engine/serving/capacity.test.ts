import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { contextMoments, sequencesThatFit } from "../../../src/engine/serving/capacity";
import { servingEstimate } from "../../../src/engine/serving/estimate";
import { servingLines } from "../../../src/engine/serving/lines";
import { GIB, loadOf, runOf, type Choices } from "./runs";

const tokens = (name: string, choices: Choices) => servingEstimate(runOf(name, choices)).capacityTokens?.likely ?? 0;

describe("capacities that engines print, from the figures of their own logs", () => {
  const logged = (weights: number, activation: number, nonTorch: number) => ({
    weightBytes: weights * GIB,
    activationBytes: activation * GIB,
    nonTorchBytes: nonTorch * GIB,
    kvBudgetBytes: null,
  });
  interface Log {
    readonly model: string;
    readonly totalGiB: number;
    readonly utilization: number;
    readonly figures: readonly [number, number, number];
    readonly blocks: number;
  }
  // vLLM: total, utilization; weights, activation peak, non-torch; blocks of 16 tokens.
  const logs: readonly Log[] = [
    { model: "llama-3.1-8b", totalGiB: 22.07, utilization: 0.9, figures: [14.9888, 0.22, 0.05], blocks: 2356 },
    { model: "qwen2.5-1.5b", totalGiB: 14.56, utilization: 0.5, figures: [2.8875, 2.02, 0.01], blocks: 5519 },
    { model: "qwen2.5-7b", totalGiB: 23.57, utilization: 0.9, figures: [14.25, 1.09, 0.1], blocks: 6749 },
  ];
  test.each(logs)("vLLM, $model: $blocks blocks", ({ model, totalGiB, utilization, figures, blocks }) => {
    const base = runOf(model);
    const capacity = tokens(model, {
      engine: ["vllm", "0.7 (V0)"],
      gpu: { ...base.gpu, usableBytes: totalGiB * GIB },
      scheduler: { ...base.scheduler, utilization },
      logged: logged(...figures),
    });
    expect(Math.abs(capacity / (blocks * 16) - 1)).toBeLessThan(0.005);
  });

  // KV Cache is allocated: #tokens 298447, K size 5.69 GB, V size 5.69 GB, on each of four GPUs.
  test("SGLang, Qwen3-14B on four GPUs: 298,447 tokens", () => {
    const logs = { weightBytes: null, activationBytes: null, nonTorchBytes: null, kvBudgetBytes: 2 * 5.69 * GIB };
    const capacity = tokens("qwen3-14b", { engine: ["sglang", null], layout: { tp: 4 }, logged: logs });
    expect(Math.abs(capacity / 298_447 - 1)).toBeLessThan(0.005);
  });

  test("vLLM's budget: 0.9 × 79.14 − 14.99 − 0.12 − 1.19 GiB = 54.93 GiB", () => {
    const base = runOf("llama-3.1-8b");
    const { kvPool } = servingEstimate({
      ...base,
      ...{ gpu: { ...base.gpu, usableBytes: 79.14 * GIB }, logged: logged(14.99, 1.19, 0.12) },
      engine: runOf("llama-3.1-8b", { engine: ["vllm", "0.6 (V0)"] }).engine,
    });
    expect(kvPool?.likely ?? 0).toBeCloseTo(54.926 * GIB, -5);
    expect(kvPool?.low).toBe(kvPool?.likely);
  });
});

describe("sequences", () => {
  test("one length: the whole sequences that fit", () => {
    const estimate = servingEstimate(runOf("llama-3.1-8b", { engine: ["vllm", "0.11"], load: loadOf(1, 8192) }));
    const pool = estimate.kvPool?.likely ?? 0;
    expect(estimate.capacitySequences?.likely).toBe(Math.floor(pool / GIB));
    expect(estimate.perNode?.sequences.likely).toBe(8 * Math.floor(pool / GIB));
  });

  test("lengths through P50 and P95: the log-normal mean, and fewer sequences than the mean alone would allow", () => {
    const { mean, deviation } = contextMoments({ p50: 1000, p95: 4000, max: 100_000 });
    const sigma = Math.log(4) / 1.6449;
    expect(mean).toBeCloseTo(1000 * Math.exp(sigma ** 2 / 2), 6);
    expect(sequencesThatFit({ mean, deviation }, 1000 * mean)).toBeLessThan(1000);
    expect(sequencesThatFit({ mean, deviation }, 1000 * mean)).toBeGreaterThan(900);
    expect(sequencesThatFit({ mean, deviation: 0 }, 1000 * mean)).toBe(1000);
  });

  test("a replica of 16 GPUs on nodes of 8: a node has half of it", () => {
    const estimate = servingEstimate(runOf("deepseek-v3", { weights: "fp8-block", layout: { tp: 16 } }));
    expect(estimate.perNode?.replicas).toBe(0.5);
  });

  test("no GPU memory, no capacity and no verdict", () => {
    const gpu = { ...runOf("llama-3.1-8b").gpu, usableBytes: null };
    const estimate = servingEstimate(runOf("llama-3.1-8b", { gpu }));
    expect(estimate.capacityTokens).toBeNull();
    expect(estimate.fits).toBe("unknown");
  });

  test.each([
    [10, "fits"],
    [400, "no"],
  ])("%d conversations of 8,192 tokens on one H100: %s", (sequences, verdict) => {
    const run = runOf("llama-3.1-8b", { engine: ["vllm", "0.11"], load: loadOf(sequences, 8192) });
    expect(servingEstimate(run).fits).toBe(verdict);
  });
});

describe("laws", () => {
  const engines = fc.constantFrom("generic", "vllm", "sglang", "trtllm", "llama.cpp", "transformers");
  const models = fc.constantFrom("llama-3.1-8b", "qwen3-30b-a3b", "gemma-3-27b", "deepseek-v2-lite", "gpt-oss-20b");

  test("more sequences never need less", () => {
    fc.assert(
      fc.property(
        models,
        engines,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 60_000 }),
        (m, e, n, c) => {
          const total = (sequences: number) =>
            servingEstimate(runOf(m, { engine: [e, null], load: loadOf(sequences, c) })).total.likely;
          expect(total(n + 1)).toBeGreaterThanOrEqual(total(n));
        },
      ),
    );
  });

  test("capacity grows with utilization", () => {
    const utilization = fc.double({ min: 0.05, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(models, engines, utilization, fc.double({ min: 0, max: 0.01, noNaN: true }), (m, e, u, more) => {
        const at = (value: number) => {
          const base = runOf(m, { engine: [e, null], layout: { pp: 2 } });
          return servingEstimate({ ...base, scheduler: { ...base.scheduler, utilization: value } }).capacityTokens;
        };
        expect(at(u + more)?.likely ?? 0).toBeGreaterThanOrEqual(at(u)?.likely ?? 0);
      }),
    );
  });

  test("quantizing never increases weights or cache", () => {
    const formats = fc.constantFrom(
      "fp8",
      "fp8-channel",
      "llm-int8",
      "nf4",
      "nf4-dq",
      "awq",
      "mxfp8",
      "mxfp4",
      "nvfp4",
      "q4-k-m",
    );
    fc.assert(
      fc.property(models, engines, formats, (m, e, weights) => {
        const of = (format: string, kv: string) =>
          servingEstimate(runOf(m, { engine: [e, null], weights: format, kv }));
        expect(of(weights, "fp8").weights.likely).toBeLessThan(of("bf16", "bf16").weights.likely);
        expect(of(weights, "fp8").kvCache.likely).toBeLessThan(of("bf16", "bf16").kvCache.likely);
      }),
    );
  });

  test("tp never holds less than its share, and ranges contain the likely figure", () => {
    fc.assert(
      fc.property(models, fc.constantFrom(2, 4, 8), (m, tp) => {
        const one = servingEstimate(runOf(m));
        const run = runOf(m, { layout: { tp } });
        if (run.architecture.attention.numAttentionHeads % tp !== 0) return;
        const many = servingEstimate(run);
        expect(many.weights.likely).toBeGreaterThanOrEqual(one.weights.likely / tp);
        expect(many.kvPerToken).toBeGreaterThanOrEqual(one.kvPerToken / tp);
        expect(many.weights.likely).toBeLessThanOrEqual(one.weights.likely);
        for (const { likely, low, high } of [many.weights, many.activation, many.runtime, many.total, many.loadDelta]) {
          expect(low).toBeLessThanOrEqual(likely);
          expect(high).toBeGreaterThanOrEqual(likely);
        }
      }),
    );
  });

  test("the lines add up to the total, always the same rows", () => {
    fc.assert(
      fc.property(models, engines, fc.integer({ min: 1, max: 64 }), (m, e, sequences) => {
        const run = runOf(m, { engine: [e, null], load: loadOf(sequences, 4096), lora: { maxLoras: 2, maxRank: 8 } });
        const lines = servingLines(run);
        const { total } = servingEstimate(run);
        expect(lines.reduce((sum, line) => sum + line.bytes, 0)).toBeCloseTo(total.likely, -1);
        expect(lines.map((line) => line.component)).toEqual(servingLines(runOf("gpt2")).map((line) => line.component));
        for (const line of lines) expect(line.source).not.toBe("");
      }),
    );
  });
});
