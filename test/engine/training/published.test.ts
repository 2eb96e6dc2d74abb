// Figures that others have printed.
import { describe, expect, test } from "@jest/globals";
import { architecture, GPT2 } from "../../../src/catalog/variants";
import { layerContext } from "../../../src/engine/training/activationTerms";
import { shardedStates } from "../../../src/engine/training/rankStates";
import type { TrainingRun } from "../../../src/engine/training/run";
import { toUnit, bytes } from "../../../src/engine/units";
import { precision, RUN, stack, withLayout } from "./runs";

describe("arXiv:1910.02054 figure 1: 7.5B parameters on 64 GPUs", () => {
  test.each([
    [0, 120],
    [1, 31.4],
    [2, 16.6],
    [3, 1.9],
  ] as const)("stage %d: %d GB", (zero, expected) => {
    const run = withLayout({ ...RUN, zero }, { dp: 64 });
    const { weights, gradients, master, optimizer } = shardedStates(run, { dense: 7.5e9, experts: 0 });
    expect(toUnit(bytes(weights + gradients + master + optimizer), "GB")).toBeCloseTo(expected, 1);
  });
});

describe("arXiv:2502.07846: DeepSeek-V3 at PP16 TP2 EP8, GiB of states per GPU", () => {
  // bf16 weights and moments, fp32 gradients and master copy.
  const recipe = precision("megatron-bf16-states");
  test.each([
    [1, 40.46],
    [2, 19.92],
    [3, 9.66],
  ] as const)("ZeRO-%d: %d", (zero, expected) => {
    const run = withLayout({ ...RUN, zero, precision: recipe }, { tp: 2, ep: 8, dp: 32 });
    const { weights, gradients, master, optimizer } = shardedStates(run, {
      dense: 429_719_552,
      experts: 5_820_645_376,
    });
    const total = toUnit(bytes(weights + gradients + master + optimizer), "GiB");
    expect(Math.abs(total - expected)).toBeLessThan(0.015);
  });
});

/** arXiv:2205.05198 table 3: heads, hidden size, layers of the 22B, 175B, 530B and 1T models; sequence 2,048. */
const TABLE_3 = [
  ["22B", 64, 6144, 48, 4],
  ["175B", 96, 12_288, 96, 1],
  ["530B", 128, 20_480, 105, 1],
  ["1T", 160, 25_600, 128, 1],
] as const;
const TENSOR_PARALLEL = 8;
/** Two LayerNorms keep mean and 1/σ in fp32, which the paper leaves out. */
const STATISTICS = 16;

describe.each(TABLE_3)("arXiv:2205.05198 %s", (_, heads, hidden, layers, microBatch) => {
  const gpt = architecture(GPT2, {
    numHiddenLayers: layers,
    hiddenSize: hidden,
    numAttentionHeads: heads,
    intermediateSize: 4 * hidden,
    vocabSize: 51_200,
    maxPositionEmbeddings: 2048,
  });
  const base: TrainingRun = withLayout(
    { ...RUN, architecture: gpt, stack: stack("megatron"), attention: "standard", dropout: true, microBatch },
    { tp: TENSOR_PARALLEL },
  );
  const [a, h, s, b, t] = [heads, hidden, 2048, microBatch, TENSOR_PARALLEL];
  const layer = (run: TrainingRun) => {
    const { dense, shape } = layerContext(run);
    return { full: dense.full * shape.T, kept: dense.kept * shape.T };
  };

  test("equation 2: s·b·h·(10 + 24/t + 5·a·s/(h·t)) with tensor parallelism", () => {
    const published = s * b * h * (10 + 24 / t + (5 * a * s) / (h * t));
    expect(layer(base).full).toBeCloseTo(published + STATISTICS * s * b, -1);
  });

  test("equation 4: s·b·h/t·(34 + 5·a·s/h) with sequence parallelism", () => {
    const published = ((s * b * h) / t) * (34 + (5 * a * s) / h);
    expect(layer(withLayout(base, { sp: true })).full).toBeCloseTo(published + (STATISTICS * s * b) / t, -1);
  });

  test("equation 6: 34·s·b·h/t with selective recompute", () => {
    const run = { ...withLayout(base, { sp: true }), recompute: { kind: "selectiveAttention" } } as const;
    expect(layer(run).kept).toBeCloseTo((34 * s * b * h) / t + (STATISTICS * s * b) / t, -1);
  });
});
