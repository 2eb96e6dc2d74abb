import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { models } from "../../src/catalog/models";
import type { RecomputeMode } from "../../src/engine/activations/recompute";
import { attentionCoreFlops } from "../../src/engine/attentionFlops";
import type { Architecture } from "../../src/engine/architecture";
import { modelWork, multipliedParameters, trainingFlopsPerToken } from "../../src/engine/compute";
import { energyKwh } from "../../src/engine/energy";
import { parameterCount } from "../../src/engine/parameters";
import { gpuHours, utilization } from "../../src/engine/utilization";

function model(id: string): Architecture {
  const row = models.rows.find((each) => each.id === id);
  if (!row) throw new Error(id);
  return row.architecture;
}
const flops = (id: string, S: number | undefined, recompute: RecomputeMode = "none"): number =>
  trainingFlopsPerToken({ ...modelWork(model(id), S, "full"), recompute });

describe("by hand", () => {
  test("Llama 3.1 8B at 8,192 tokens", () => {
    // 6 · 8,030,261,248                                       = 48,181,567,488
    // 12 · 32 layers · 32 heads · 128 · 8,192                 = 12,884,901,888
    expect(flops("llama-3.1-8b", undefined)).toBe(48_181_567_488);
    expect(flops("llama-3.1-8b", 8192)).toBe(61_066_469_376);
  });

  test("DeepSeek-V3 at 4,096: active parameters without the input embedding, MLA heads of 192 and 128", () => {
    // 37,552,297,472 active - 926,679,040 embedding           = 36,625,618,432; × 6 = 219,753,710,592
    // 6 · 61 layers · 128 heads · (192 + 128) · 4,096         = 61,404,610,560
    expect(multipliedParameters(model("deepseek-v3"))).toBe(36_625_618_432);
    expect(flops("deepseek-v3", 4096)).toBe(219_753_710_592 + 61_404_610_560);
  });

  test("gpt-oss-20b: 12 of 24 layers see 128 tokens", () => {
    const core = attentionCoreFlops(model("gpt-oss-20b"), 8192, "full");
    expect(core).toBe(4 * 64 * 64 * (12 * 8192 + 12 * 128));
  });

  test("a tied embedding is the head, too, and stays in a mixture of experts", () => {
    const tied = { ...model("mixtral-8x7b"), tieWordEmbeddings: true };
    expect(multipliedParameters(tied)).toBe(parameterCount(tied).active);
  });

  test("LoRA: 4·N for the frozen base and 6 for each adapter parameter; with full recompute 6 and 8", () => {
    const work = { parameters: 7e9, adapterParameters: 4e6, attentionCore: 0 };
    expect(trainingFlopsPerToken({ ...work, recompute: "none" })).toBe(4 * 7e9 + 6 * 4e6);
    expect(trainingFlopsPerToken({ ...work, recompute: "full" })).toBe(6 * 7e9 + 8 * 4e6);
  });

  test("a GPU-hour: 312 TFLOPS, half of them used, 90% of the time, 80% allocated", () => {
    const useful = 312e12 * 0.5 * 0.9 * 0.8 * 3600;
    expect(gpuHours(useful, 312e12, { allocation: 0.8, goodput: 0.9, mfu: 0.5 })).toBeCloseTo(1, 12);
  });

  test("a DGX H100 at its 10.2 kW for an hour, PUE 1.5", () => {
    expect(energyKwh(8, { gpuWatts: 700, serverWatts: 575, pue: 1.5 })).toBeCloseTo(15.3, 12);
  });
});

/** arXiv:2205.05198 Table 3 and 5: layers, hidden, batch, GPUs, seconds per iteration, MFU and HFU in percent. */
const MEGATRON = [
  ["megatron-22b", 48, 6144, 4, 8, 1.1, 41.5, 43.7],
  ["megatron-175b", 96, 12288, 64, 64, 13.75, 51.4, 52.8],
  ["megatron-530b", 105, 20480, 280, 280, 37.83, 56.0, 57.0],
  ["megatron-1t", 128, 25600, 512, 512, 71.49, 56.3, 57.0],
] as const;
const [S, V, PEAK] = [2048, 51200, 312e12];
/** Biases, norms and positions are in N and not in the papers' counts. */
const CLOSE = 1e-3;

describe.each(MEGATRON)("%s of arXiv:2205.05198", (id, L, h, B, gpus, seconds, mfu, hfu) => {
  const work = modelWork(model(id), S, "full");
  const iteration = (perToken: number) => perToken * B * S;
  const percent = (perToken: number) => (100 * iteration(perToken)) / (gpus * PEAK * seconds);

  test("eq. 7: model FLOPs 72·B·L·s·h²·(1 + s/6h + V/12hL), but for biases, norms and positions", () => {
    const published = 72 * B * L * S * h ** 2 * (1 + S / (6 * h) + V / (12 * h * L));
    expect(Math.abs(iteration(trainingFlopsPerToken(work)) / published - 1)).toBeLessThan(CLOSE);
  });

  test("Table 5's MFU within 0.25 points", () => {
    expect(Math.abs(percent(trainingFlopsPerToken(work)) - mfu)).toBeLessThan(0.25);
  });

  test("eq. 8: with selective recompute s/3h, three more of the core where one runs; Table 5's HFU", () => {
    const published = 72 * L * h ** 2 * (1 + S / (3 * h) + V / (12 * h * L));
    const ours = trainingFlopsPerToken({ ...work, recompute: "selective" });
    expect(Math.abs((ours + 2 * work.attentionCore) / published - 1)).toBeLessThan(CLOSE);
    expect(Math.abs(percent(published) - hfu)).toBeLessThan(0.25);
  });

  test("arXiv:2104.04473 eq. 3: with full recompute 96·B·s·L·h²·(1 + s/6h + V/16Lh), where the head runs once only", () => {
    const published = 96 * L * h ** 2 * (1 + S / (6 * h) + V / (16 * L * h));
    const ours = trainingFlopsPerToken({ ...work, recompute: "full" });
    expect(Math.abs((ours - 2 * V * h) / published - 1)).toBeLessThan(CLOSE);
  });
});

describe("laws", () => {
  const anyModel = fc.constantFrom(...models.rows.filter((row) => row.architecture.vocabSize > 0));
  const anyLength = fc.integer({ min: 1, max: 1_000_000 });

  test("attention: the causal half of a decoder lies between half and all, and none grows with shorter sequences", () => {
    fc.assert(
      fc.property(anyModel, anyLength, anyLength, ({ architecture: a }, s, t) => {
        const [full, causal] = [attentionCoreFlops(a, s, "full"), attentionCoreFlops(a, s, "causal")];
        expect(causal).toBeLessThanOrEqual(full);
        expect(causal).toBeGreaterThanOrEqual(full / 2);
        expect(attentionCoreFlops(a, s + t, "full")).toBeGreaterThanOrEqual(full);
        expect(attentionCoreFlops(a, s + t, "causal")).toBeGreaterThanOrEqual(causal);
      }),
    );
  });

  test("a window: query i meets min(i, window) keys, as added up one by one", () => {
    const window = { ...model("mistral-7b-v0.1"), slidingWindow: { size: 100, layers: 32 } };
    const keys = Array.from({ length: 1000 }, (_, i) => Math.min(i + 1, 100)).reduce((sum, n) => sum + n, 0) / 1000;
    expect(attentionCoreFlops(window, 1000, "causal") / (4 * 32 * 32 * 128 * keys)).toBeCloseTo(1, 2);
  });

  test("recompute: none ≤ selective ≤ full = 4/3, √L between none and full", () => {
    fc.assert(
      fc.property(anyModel, anyLength, ({ id }, s) => {
        const [none, selective, root, full] = (["none", "selective", "sqrt", "full"] as const).map((r) =>
          flops(id, s, r),
        );
        expect(none).toBeLessThanOrEqual(selective ?? NaN);
        expect(selective).toBeLessThanOrEqual(full ?? NaN);
        expect(root).toBeLessThanOrEqual(full ?? NaN);
        expect(root).toBeGreaterThanOrEqual(none ?? NaN);
        expect((full ?? NaN) / (none ?? NaN)).toBeCloseTo(4 / 3, 12);
      }),
    );
  });

  test("hours at the utilization of a speed are tokens ÷ speed", () => {
    const positive = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, (perToken, speed, peak) => {
        const mfu = utilization(perToken, speed, peak);
        const hours = gpuHours(perToken * 1e9, peak, { allocation: 1, goodput: 1, mfu });
        expect(hours / (1e9 / speed / 3600)).toBeCloseTo(1, 9);
      }),
    );
  });
});
