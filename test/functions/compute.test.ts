// TRAIN_FLOPS, GPU_HOURS, MFU and ENERGY as cells call them.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { gpus } from "../../src/catalog/gpus";
import { models } from "../../src/catalog/models";
import { precisions } from "../../src/catalog/precisions";
import { type CellError, isCellError } from "../../src/functions/cells";
import { ENERGY, GPU_HOURS, MFU, TRAIN_FLOPS } from "../../src/functions/compute";
import { invoke } from "../../src/functions/invoke";
import { RECOMPUTE_FLOPS } from "../../src/functions/activations";
import type { AnyFunction } from "../../src/functions/spec";

const cell = (spec: AnyFunction, ...args: unknown[]) => invoke(spec, args)[0]?.[0];
const number = (spec: AnyFunction, ...args: unknown[]): number => Number(cell(spec, ...args));

describe("figures", () => {
  test("6 × 7e9 × 1.5e12, however it is written", () => {
    for (const model of [7e9, "7B", "7,000,000,000"])
      for (const tokens of [1.5e12, "1.5T", "1500B"]) expect(cell(TRAIN_FLOPS, model, tokens)).toBe(6.3e22);
  });

  test("a model's name counts its own parameters; MoE those active without the input embedding", () => {
    expect(cell(TRAIN_FLOPS, "llama-3.1-8b", 1)).toBe(6 * 8_030_261_248);
    expect(cell(TRAIN_FLOPS, "deepseek-v3", 1)).toBe(6 * 36_625_618_432);
  });

  test("recompute multiplies by RECOMPUTE_FLOPS", () => {
    for (const recompute of ["none", "selective", "full"])
      expect(number(TRAIN_FLOPS, "7B", "1T", null, recompute)).toBeCloseTo(
        4.2e22 * number(RECOMPUTE_FLOPS, recompute),
        -10,
      );
    expect(number(TRAIN_FLOPS, "llama-7b", 1, null, "sqrt")).toBeCloseTo(
      number(TRAIN_FLOPS, "llama-7b", 1) * number(RECOMPUTE_FLOPS, "sqrt", 32),
      2,
    );
  });

  test("goodput is 0.9 and precision BF16 unless given", () => {
    expect(number(GPU_HOURS, 989.4e12 * 3600, "H100 SXM", "40%")).toBeCloseTo(1 / 0.4 / 0.9, 12);
    expect(number(GPU_HOURS, 1978.9e12 * 3600, "H100 SXM", 0.4, 1, "fp8")).toBeCloseTo(2.5, 12);
  });

  test("FP16 on a V100, and a Megatron recipe on its BF16 peak", () => {
    expect(number(MFU, "1B", 1e3, "V100 32GB", null, "fp16")).toBeCloseTo(6e12 / 125e12, 12);
    expect(number(MFU, "1B", 1e3, "A100 80GB", null, "megatron-bf16")).toBeCloseTo(6e12 / 312e12, 12);
  });

  test("ENERGY is the GPU's board power alone unless more is given; an empty cell is no more", () => {
    expect(cell(ENERGY, 1, "H100 SXM")).toBe(0.7);
    expect(cell(ENERGY, 1, "H100 SXM", 0, 0)).toBe(0.7);
    expect(number(ENERGY, 1000, "H100 SXM", 1.5, 575)).toBeCloseTo(1912.5, 9);
  });
});

describe("nonsense gets a sentence", () => {
  const FLOPS = 1e22;
  test.each([
    [GPU_HOURS, [FLOPS, "H100 SXM", 3], "#VALUE!", "mfu is 3, which means 300%: write 3% or 0.03."],
    [GPU_HOURS, [FLOPS, "H100 SXM", "40"], "#VALUE!", "mfu is 40, which means 4,000%: write 40% or 0.4."],
    [GPU_HOURS, [FLOPS, "H100 SXM", 0.4, 90], "#VALUE!", "goodput is 90, which means 9,000%"],
    [GPU_HOURS, [FLOPS, "H100 SXM", -0.4], "#VALUE!", "mfu is -0.4: give a fraction"],
    [GPU_HOURS, [FLOPS, "H100 SXM", "0,4"], "#VALUE!", "write 0.4"],
    [GPU_HOURS, [FLOPS, "H100 SXM", 0], "#VALUE!", "mfu is 0"],
    [GPU_HOURS, [FLOPS, "H100 SXM", null], "#VALUE!", '"mfu" is empty'],
    [GPU_HOURS, [0, "H100 SXM", 0.4], "#VALUE!", "flops is 0"],
    [GPU_HOURS, [-1, "H100 SXM", 0.4], "#VALUE!", "flops is -1"],
    [GPU_HOURS, [FLOPS, "H1000", 0.4], "#N/A", 'No GPU "H1000"'],
    [GPU_HOURS, [FLOPS, "V100 32GB", 0.4], "#N/A", "No bf16 peak is known for V100 SXM2 32GB"],
    [GPU_HOURS, [FLOPS, "A100 80GB", 0.4, 1, "fp8"], "#N/A", "there are: fp32, tf32, fp16, bf16, int8"],
    [GPU_HOURS, [1e308, "T4", 1e-9, 1e-9, "fp16"], "#NUM!", "larger than a cell can hold"],
    [TRAIN_FLOPS, ["7B", -1], "#VALUE!", "tokens is -1: give a number of tokens above 0"],
    [TRAIN_FLOPS, ["7B", 0], "#VALUE!", "tokens is 0"],
    [TRAIN_FLOPS, ["7B", "many"], "#VALUE!", '"many", which is not a number'],
    [TRAIN_FLOPS, ["lama-7b", "1T"], "#N/A", "did you mean"],
    [TRAIN_FLOPS, ["abc", "1T"], "#VALUE!", 'model is "abc", which is not a number'],
    [TRAIN_FLOPS, ["7B", "1T", 2048], "#VALUE!", "give a model's name instead of 7,000,000,000 parameters"],
    [TRAIN_FLOPS, ["llama-7b", "1T", 2048.5], "#VALUE!", "not a whole number"],
    [MFU, ["7B", 1e6, "H100 SXM"], "#VALUE!", "is it the speed of all GPUs together"],
    [MFU, ["7B", 0, "H100 SXM"], "#VALUE!", "tokens_per_second_per_gpu is 0"],
    [ENERGY, [0, "H100 SXM"], "#VALUE!", "gpu_hours is 0"],
    [ENERGY, [1, "H100 SXM", 0.8], "#VALUE!", "pue is 0.8: give a number from 1 to 5"],
    [ENERGY, [1, "H100 SXM", 154], "#VALUE!", "pue is 154"],
    [ENERGY, [1, "H100 SXM", 1.2, -5], "#VALUE!", "server_watts is -5"],
    [ENERGY, [1, "TPU v4"], "#N/A", "No board power is known for"],
  ] as const)("%#: %j", (spec: AnyFunction, args, error, sentence) => {
    const got = cell(spec, ...args) as CellError;
    expect(got.error).toBe(error);
    expect(got.message).toContain(sentence);
  });

  test("very long contexts may pass 100% by the count without a causal discount, but not by what must be done", () => {
    // 8B at 1M tokens: 12·32·32·128·1,048,576 of 1.7e12 FLOPs per token, half of them causal.
    expect(number(MFU, "llama-3.1-8b", 900, "H100 SXM", "1024k")).toBeGreaterThan(1);
    expect(isCellError(cell(MFU, "llama-3.1-8b", 1300, "H100 SXM", "1024k"))).toBe(true);
  });
});

describe("laws", () => {
  const anyModel = fc.constantFrom(...models.rows.map(({ id }) => id));
  const anyGpu = fc.constantFrom(...gpus.rows.filter(({ peakTflops }) => peakTflops.bf16).map(({ id }) => id));
  const anyLength = fc.option(fc.integer({ min: 1, max: 100_000 }));

  test("a run at a measured speed takes tokens ÷ speed", () => {
    fc.assert(
      fc.property(anyModel, anyGpu, anyLength, fc.double({ min: 1e-3, max: 10, noNaN: true }), (id, gpu, S, speed) => {
        const mfu = cell(MFU, id, speed, gpu, S);
        if (isCellError(mfu) || Number(mfu) > 1) return;
        const hours = number(GPU_HOURS, number(TRAIN_FLOPS, id, 3600e6, S), gpu, mfu, 1);
        expect(hours / (1e6 / speed)).toBeCloseTo(1, 9);
      }),
    );
  });

  test("FLOPs grow with tokens in proportion, and with sequence", () => {
    fc.assert(
      fc.property(anyModel, anyLength, fc.double({ min: 1, max: 1e15, noNaN: true }), (id, S, tokens) => {
        expect(number(TRAIN_FLOPS, id, 2 * tokens, S) / number(TRAIN_FLOPS, id, tokens, S)).toBeCloseTo(2, 12);
        expect(number(TRAIN_FLOPS, id, tokens, S)).toBeGreaterThanOrEqual(number(TRAIN_FLOPS, id, tokens));
      }),
    );
  });

  test("every GPU and recipe gives hours or says which peak is missing", () => {
    for (const { id: gpu, peakTflops } of gpus.rows)
      for (const { id: precision, matmulDtype } of precisions.rows) {
        const hours = cell(GPU_HOURS, 1e20, gpu, 0.4, null, precision);
        if (peakTflops[matmulDtype] !== undefined) expect(Number(hours)).toBeGreaterThan(0);
        else expect(hours).toMatchObject({ error: "#N/A", message: expect.stringContaining(matmulDtype) });
      }
  });

  test("ranges broadcast: models down, tokens across", () => {
    expect(invoke(TRAIN_FLOPS, [[["1B"], ["7B"]], [["1B", "1T"]]])).toEqual([
      [6e18, 6e21],
      [4.2e19, 4.2e22],
    ]);
  });
});
