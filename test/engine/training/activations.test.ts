// Saved activations: by hand, and the same as what the activation functions count for the same block.
import { describe, expect, test } from "@jest/globals";
import { architecture, GPT2 } from "../../../src/catalog/variants";
import { detailedActivations } from "../../../src/engine/activations/detailed";
import type { AttentionKind } from "../../../src/engine/activations/recompute";
import { layerContext, savedTerm } from "../../../src/engine/training/activationTerms";
import { recomputedUnit } from "../../../src/engine/training/kept";
import { stagesOf, type Stage } from "../../../src/engine/training/pipeline";
import type { Recompute, TrainingRun } from "../../../src/engine/training/run";
import { model, precision, RUN, stack, withLayout } from "./runs";

const [L, h, a, s, b, V] = [12, 768, 12, 1024, 4, 50_304];
const gpt = architecture(
  { ...GPT2, tieWordEmbeddings: false },
  {
    numHiddenLayers: L,
    hiddenSize: h,
    numAttentionHeads: a,
    intermediateSize: 4 * h,
    vocabSize: V,
    maxPositionEmbeddings: s,
  },
);

/** Everything that waits for backward, and the unit that is recomputed first. */
function activations(run: TrainingRun): number {
  const context = layerContext(run);
  const { shape, dense } = context;
  const stage = stagesOf(run)[0] as Stage;
  const recomputes = run.recompute.kind === "full" || run.recompute.kind === "sqrt";
  const unit = recomputes ? recomputedUnit(run, L, dense, shape) : 0;
  return savedTerm(run, context, stage).bytes + shape.T * unit;
}

const MODES = [
  ["none", { kind: "none" }],
  ["selective", { kind: "selectiveAttention" }],
  ["full", { kind: "full", method: "uniform", layers: 1 }],
  ["sqrt", { kind: "sqrt" }],
] as const satisfies readonly (readonly [string, Recompute])[];

describe("the generic run of a standard block keeps what the activation functions count", () => {
  const attentions: readonly AttentionKind[] = ["flash", "standard"];
  for (const attention of attentions)
    for (const [mode, recompute] of MODES)
      for (const id of ["bf16", "fp32", "fp8"])
        test(`${attention}, ${mode}, ${id}`, () => {
          // A flash kernel's statistics are recomputed with it under selective recompute; the functions keep them.
          const kept = attention === "flash" && mode === "selective" ? "none" : mode;
          const run: TrainingRun = {
            ...RUN,
            architecture: gpt,
            precision: precision(id),
            attention,
            recompute: attention === "flash" && mode === "selective" ? { kind: "none" } : recompute,
            microBatch: b,
            sequence: s,
          };
          const shape = { batch: b, sequence: s, hidden: h, layers: L, heads: a, vocab: V };
          expect(activations(run)).toBeCloseTo(detailedActivations(shape, attention, kept, precision(id)), -1);
        });
});

describe("one layer of Llama 3.1 8B, bytes per token", () => {
  const base: TrainingRun = { ...RUN, architecture: model("llama-3.1-8b"), sequence: 8192 };
  const [hidden, q, k, f, heads] = [4096, 4096, 1024, 14_336, 32];
  const full = (run: TrainingRun) => layerContext(run).dense.full;

  test("fused kernels: 8h + 4q + 4k + 6f + 4a", () => {
    const run = { ...base, stack: stack("megatron") };
    expect(full(run)).toBe(8 * hidden + 4 * q + 4 * k + 6 * f + 4 * heads + 2 * 4);
  });

  test("sequence parallelism divides all of it", () => {
    const run = withLayout({ ...base, stack: stack("megatron") }, { tp: 8, sp: true });
    expect(full(run)).toBeCloseTo((8 * hidden + 4 * q + 4 * k + 6 * f + 4 * heads + 2 * 4) / 8, 6);
  });

  test("primitive operations: 16h in the norms, keys and values as wide as queries, 8f", () => {
    expect(full({ ...base, stack: stack("torchtune") })).toBe(16 * hidden + 8 * q + 8 * f + 4 * heads + 2 * 4);
  });

  test("compiled: 8h, 6f", () => {
    const run = { ...base, stack: stack("torchtune"), compile: true };
    expect(full(run)).toBe(8 * hidden + 8 * q + 6 * f + 4 * heads + 2 * 4);
  });
});
