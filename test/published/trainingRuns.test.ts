// Published pre-training runs from their own tokens, GPUs and MFU: GPU-hours within 10% of those published.
import { describe, expect, test } from "@jest/globals";
import { ENERGY, GPU_HOURS, MFU, TRAIN_FLOPS } from "../../src/functions/compute";
import { invoke } from "../../src/functions/invoke";
import type { AnyFunction } from "../../src/functions/spec";

const call = (spec: AnyFunction, ...args: unknown[]): number => Number(invoke(spec, args)[0]?.[0]);

interface Run {
  readonly model: string;
  readonly gpu: string;
  readonly tokens: number;
  readonly sequence: number;
  readonly gpuHours: number;
  /** Of the whole run, in percent, rounded: by 6·N alone, and with attention where it was worked out. */
  readonly mfu: readonly [rule: number, withAttention?: number];
}

const LLAMA = "arXiv:2302.13971 Tables 2 and 15";
const A100 = "a100-sxm-80gb";
const run = (
  model: string,
  gpu: string,
  tokens: number,
  sequence: number,
  gpuHours: number,
  mfu: Run["mfu"],
): readonly [string, Run] => [model, { model, gpu, tokens, sequence, gpuHours, mfu }];

/** Papers and model cards. The MFU are whole-run averages implied by tokens and hours: they test the arithmetic only. */
const IMPLIED = [
  run("llama-7b", A100, 1e12, 2048, 82_432, [43.7, 47.1]),
  run("llama-13b", A100, 1e12, 2048, 135_168, [51.4, 54.8]),
  run("llama-33b", A100, 1.4e12, 2048, 530_432, [45.9, 48.2]),
  run("llama-65b", A100, 1.4e12, 2048, 1_022_362, [47.8, 49.7]),
  run("llama-2-7b", A100, 2e12, 4096, 184_320, [39.1, 45.3]),
  run("llama-2-13b", A100, 2e12, 4096, 368_640, [37.7, 42.6]),
  run("llama-2-70b", A100, 2e12, 4096, 1_720_320, [42.8, 46.2]),
  run("llama-3.1-405b", "h100-sxm", 15.6e12, 8192, 30_840_000, [34.6, 37.5]),
  run("bloom-176b", A100, 366e9, 2048, 1_082_990, [31.8]),
  run("mpt-7b", "a100-sxm-40gb", 1e12, 2048, 100_320, [35.4]),
  run("smollm3-3b", "h100-sxm", 11.2e12, 4096, 221_184, [26.2, 31.4]),
  run("pythia-12b", "a100-sxm-40gb", 299_892_736_000, 2048, 72_300, [26.2]),
  run("falcon-180b", "a100-sxm-40gb", 3.5e12, 2048, 7e6, [48]),
];

/** Their hours contain more than one pass of work and their tokens are "15T+": not to be calibrated on. */
const NOT_COMPARABLE = [
  run("llama-3.1-8b", "h100-sxm", 15e12, 8192, 1_460_000, [13.9]),
  run("llama-3.1-70b", "h100-sxm", 15e12, 8192, 7_000_000, [25.5]),
];

const hoursOf = ({ model, gpu, tokens }: Run, mfu: number, goodput: number, sequence?: number): number =>
  call(GPU_HOURS, call(TRAIN_FLOPS, model, tokens, sequence), gpu, `${mfu}%`, goodput);

const off = (hours: number, published: number): number => Math.abs(hours / published - 1);

describe("from the whole run's MFU", () => {
  test.each(IMPLIED)("%s", (_, one) => {
    const [rule, withAttention] = one.mfu;
    expect(off(hoursOf(one, rule, 1), one.gpuHours)).toBeLessThan(0.01);
    if (withAttention === undefined) return;
    expect(off(hoursOf(one, withAttention, 1, one.sequence), one.gpuHours)).toBeLessThan(0.01);
  });
});

describe("from what the paper measured while it ran", () => {
  test("LLaMA-65B: 380 tokens/s per GPU (arXiv:2302.13971 §2.4) gives its 1,022,362 GPU-hours", () => {
    const mfu = call(MFU, "llama-65b", 380, A100, 2048);
    expect(mfu).toBeCloseTo(0.497, 3);
    expect(off(call(GPU_HOURS, call(TRAIN_FLOPS, "llama-65b", "1.4T", 2048), A100, mfu, 1), 1_022_362)).toBeLessThan(
      0.01,
    );
  });

  test("Llama 3.1 405B: 41% on 16k GPUs, more than 90% effective time (arXiv:2407.21783 §3.3) gives its 30.84M", () => {
    const flops = call(TRAIN_FLOPS, "llama-3.1-405b", "15.6T", 8192);
    expect(off(call(GPU_HOURS, flops, "h100-sxm", 0.41), 30_840_000)).toBeLessThan(0.02);
    for (const mfu of [0.38, 0.43]) expect(off(call(GPU_HOURS, flops, "h100-sxm", mfu), 30_840_000)).toBeLessThan(0.1);
  });

  test("MPT-7B: its hours are 440 GPUs × 9.5 days", () => expect(440 * 9.5 * 24).toBe(100_320));
});

test.each(NOT_COMPARABLE)("%s is not comparable: its hours imply an MFU that no run of its paper had", (_, one) => {
  expect(hoursOf(one, one.mfu[0], 1)).toBeGreaterThan(0.99 * one.gpuHours);
  for (const mfu of [38, 41, 43]) expect(off(hoursOf(one, mfu, 0.9), one.gpuHours)).toBeGreaterThan(0.2);
});

test.each([
  ["llama-7b", 82_432, 36],
  ["llama-13b", 135_168, 59],
  ["llama-33b", 530_432, 233],
  ["llama-65b", 1_022_362, 449],
])(`%s: %d A100 hours at 400 W and a PUE of 1.1 (${LLAMA})`, (_, hours, megawattHours) => {
  expect(Math.abs(call(ENERGY, hours, A100, 1.1) / 1000 - megawattHours)).toBeLessThan(1);
});
