// Between FLOPs and GPU time. A peak is dense, of one GPU, in FLOPs per second.

import { SECONDS_PER_HOUR } from "./units";

/** What becomes of a paid GPU-hour, as shares of 1: useful FLOPs = GPU-hours × allocation × goodput × mfu × peak. */
export interface Efficiency {
  /** Share of paid GPU-hours that jobs hold. */
  readonly allocation: number;
  /** Share of a job's time that makes progress. */
  readonly goodput: number;
  /** Share of the peak while it does (arXiv:2204.02311 §4.1). */
  readonly mfu: number;
}

export function gpuHours(flops: number, peakFlops: number, { allocation, goodput, mfu }: Efficiency): number {
  return flops / (allocation * goodput * mfu * peakFlops) / SECONDS_PER_HOUR;
}

/** MFU of model FLOPs per token, HFU of hardware FLOPs. */
export function utilization(flopsPerToken: number, tokensPerSecondPerGpu: number, peakFlops: number): number {
  return (flopsPerToken * tokensPerSecondPerGpu) / peakFlops;
}
