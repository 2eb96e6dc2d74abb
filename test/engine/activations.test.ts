import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { detailedActivations } from "../../src/engine/activations/detailed";
import { layerBytesPerToken, savedTensors } from "../../src/engine/activations/layer";
import { publishedActivations } from "../../src/engine/activations/published";
import {
  type AttentionKind,
  recomputeFlopsFactor,
  type RecomputeMode,
  segments,
} from "../../src/engine/activations/recompute";
import { type ActivationShape, ruleActivations } from "../../src/engine/activations/rule";

const BF16 = { activationBytes: 2, matmulInputBytes: 2 };
const FP32 = { activationBytes: 4, matmulInputBytes: 4 };
const FP8 = { activationBytes: 2, matmulInputBytes: 1 };

const shapes = fc
  .record({
    batch: fc.integer({ min: 1, max: 64 }),
    // From 2 on: for a single token the log-sum-exp (4 bytes) is wider than one 16-bit score.
    sequence: fc.integer({ min: 2, max: 32_768 }),
    heads: fc.integer({ min: 1, max: 128 }),
    headDim: fc.constantFrom(32, 64, 128),
    layers: fc.integer({ min: 1, max: 128 }),
  })
  .map(({ headDim, ...shape }): ActivationShape => ({ ...shape, hidden: shape.heads * headDim }));
const attentions = fc.constantFrom<AttentionKind>("flash", "standard");
const modes = fc.constantFrom<RecomputeMode>("none", "selective", "full", "sqrt");

const methods = {
  rule: (shape: ActivationShape, attention: AttentionKind, mode: RecomputeMode) =>
    ruleActivations(shape, attention, mode, 2),
  published: (shape: ActivationShape, attention: AttentionKind, mode: RecomputeMode) =>
    publishedActivations(shape, attention, mode, 2),
  detailed: (shape: ActivationShape, attention: AttentionKind, mode: RecomputeMode) =>
    detailedActivations(shape, attention, mode, BF16),
};

describe.each(Object.entries(methods))("laws of the method %s", (_, activations) => {
  test("flash attention never needs more than standard attention", () => {
    fc.assert(
      fc.property(
        shapes,
        modes,
        (shape, mode) => activations(shape, "flash", mode) <= activations(shape, "standard", mode),
      ),
    );
  });
  test("recompute never needs more than none", () => {
    fc.assert(
      fc.property(
        shapes,
        attentions,
        modes,
        (shape, attention, mode) =>
          activations(shape, attention, mode) <= activations(shape, attention, "none") * (1 + 1e-12),
      ),
    );
  });
  test("is proportional to the batch, and grows with sequence and layers", () => {
    fc.assert(
      fc.property(shapes, attentions, modes, (shape, attention, mode) => {
        const base = activations(shape, attention, mode);
        expect(base).toBeGreaterThan(0);
        expect(activations({ ...shape, batch: 2 * shape.batch }, attention, mode)).toBeCloseTo(
          2 * base,
          -Math.log10(base) + 9,
        );
        expect(activations({ ...shape, sequence: shape.sequence + 1 }, attention, mode)).toBeGreaterThan(base);
        expect(activations({ ...shape, layers: shape.layers + 1 }, attention, mode)).toBeGreaterThanOrEqual(
          base * (1 - 1e-12) * (mode === "sqrt" ? 0.5 : 1),
        );
      }),
    );
  });
});

describe("published: arXiv:2205.05198", () => {
  test("equation 1: L·s·b·h·(34 + 5·a·s/h); equation 5 without the second term; table 2: 2·s·b·h with full recompute", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { batch: b, sequence: s, hidden: h, layers: L, heads: a } = shape;
        const sbhL = s * b * h * L;
        expect(publishedActivations(shape, "standard", "none", 2) / (sbhL * (34 + (5 * a * s) / h))).toBeCloseTo(1, 12);
        expect(publishedActivations(shape, "standard", "selective", 2)).toBe(34 * sbhL);
        expect(publishedActivations(shape, "flash", "none", 2)).toBe(34 * sbhL);
        expect(publishedActivations(shape, "flash", "full", 2)).toBe(2 * sbhL);
      }),
    );
  });

  test("GPT-3 and MT-NLG: 5·a·s/h is 80 and 64, as §4.2 says", () => {
    const perToken = ({ hidden, heads }: { hidden: number; heads: number }) =>
      publishedActivations({ batch: 1, sequence: 2048, hidden, heads, layers: 1 }, "standard", "none", 2) /
        (2048 * hidden) -
      34;
    expect(perToken({ hidden: 12_288, heads: 96 })).toBeCloseTo(80, 9);
    expect(perToken({ hidden: 20_480, heads: 128 })).toBeCloseTo(64, 9);
  });

  test("selective recompute saves 70% for GPT-3 and 65% for MT-NLG, as §4.2 says", () => {
    const saved = (hidden: number, heads: number) => {
      const shape = { batch: 1, sequence: 2048, hidden, heads, layers: 96 };
      return (
        1 - publishedActivations(shape, "standard", "selective", 2) / publishedActivations(shape, "standard", "none", 2)
      );
    };
    expect(saved(12_288, 96)).toBeCloseTo(0.7, 2);
    expect(saved(20_480, 128)).toBeCloseTo(0.65, 2);
  });
});

describe("detailed: counted by hand for h = 4096, a = 32, s = 2048", () => {
  const block = { hidden: 4096, heads: 32, sequence: 2048 };
  // norms 4h + qkv input 2h + qkv 6h + attention output 2h + MLP input 2h + GELU input 8h + GELU output 8h = 32h; norm
  // statistics 2·8; log-sum-exp 4a.
  test("flash, 16 bit: 32h + 4a + 16", () =>
    expect(layerBytesPerToken(block, "flash", BF16)).toBe(32 * 4096 + 4 * 32 + 16));
  test("standard, 16 bit: 32h + 2·a·s + 16", () =>
    expect(layerBytesPerToken(block, "standard", BF16)).toBe(32 * 4096 + 2 * 32 * 2048 + 16));
  test("fp32 doubles all but the statistics", () =>
    expect(layerBytesPerToken(block, "flash", FP32)).toBe(64 * 4096 + 4 * 32 + 16));
  // The four matmul inputs (h, h, h as a narrow copy beside the kernel's output, 4h) cost 7 instead of 12 bytes of h.
  test("fp8 narrows the inputs of matrix products", () =>
    expect(layerBytesPerToken(block, "flash", FP8)).toBe(27 * 4096 + 4 * 32 + 16));
  test("every saved tensor is named once", () => {
    const names = savedTensors(block, "flash").map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
  test("is the published formula less its dropout masks (2·h), plus the statistics", () => {
    const shape = { batch: 3, sequence: 2048, hidden: 4096, heads: 32, layers: 5 };
    const tokens = 3 * 2048;
    const difference =
      publishedActivations(shape, "flash", "none", 2) - detailedActivations(shape, "flash", "none", BF16);
    expect(difference).toBe(5 * tokens * (2 * 4096 - 4 * 32 - 16));
  });
});

describe("√L recompute", () => {
  test("24 layers: 5 segments of at most 5 layers", () => expect(segments(24)).toEqual({ count: 5, length: 5 }));
  test("segments hold all layers", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        (layers) => segments(layers).count * segments(layers).length >= layers,
      ),
    );
  });
});

test("recompute FLOPs: 4/3 and 3/2, less the last segment under √L, 1 where nothing of 6·N runs again", () => {
  expect(recomputeFlopsFactor("full", 2)).toBe(4 / 3);
  expect(recomputeFlopsFactor("full", 1)).toBe(1.5);
  expect(recomputeFlopsFactor("sqrt", 2, 24)).toBeCloseTo(1 + (1 - 5 / 24) / 3, 12);
  expect(recomputeFlopsFactor("selective", 2)).toBe(1);
});
