// How much cache fits, in bytes, tokens and sequences.
import { exactly, type Range } from "../memoryLine";
import type { ContextLengths, ServingRun } from "./run";
import type { RuntimeMemory } from "./runtime";
import type { Scheduler } from "./scheduler";

export interface RankMemory {
  readonly weights: Range;
  readonly loadDelta: Range;
  readonly activation: Range;
  readonly runtime: RuntimeMemory;
}

const minus = (from: number, parts: readonly Range[]): Range => {
  const without = (part: (range: Range) => number) => parts.reduce((left, range) => left - part(range), from);
  return {
    likely: without((range) => range.likely),
    low: without((range) => range.high),
    high: without((range) => range.low),
  };
};

const times = (range: Range, factor: number): Range => ({
  likely: range.likely * factor,
  low: range.low * factor,
  high: range.high * factor,
});

/** A pool that would be negative holds nothing. */
const notNegative = (range: Range): Range => ({
  likely: Math.max(0, range.likely),
  low: Math.max(0, range.low),
  high: Math.max(0, range.high),
});

/** Bytes left for the cache, by the engine's rule; null where the GPU's memory is not known. */
export function cachePool(run: ServingRun, scheduler: Scheduler, memory: RankMemory): Range | null {
  if (run.logged.kvBudgetBytes !== null) return exactly(run.logged.kvBudgetBytes);
  const usable = run.gpu.usableBytes;
  return usable === null ? null : notNegative(poolOf(run, usable, scheduler.utilization, memory));
}

function poolOf(run: ServingRun, usable: number, utilization: number, memory: RankMemory): Range {
  const { weights, loadDelta, activation, runtime } = memory;
  const graphs = run.engine.graphsInPool ? [runtime.graphs] : [];
  switch (run.engine.pool) {
    case "fractionOfGpu":
      return minus(utilization * usable, [weights, activation, runtime.nonTorch, ...graphs]);
    case "fractionOfFree":
      return minus(utilization * usable, [times(runtime.context, utilization), loadDelta]);
    case "fractionLeft":
      return times(minus(usable, [runtime.context, runtime.nonTorch, weights, activation]), utilization);
    case "asNeeded":
      return minus(utilization * usable, [runtime.context, runtime.nonTorch, weights, activation]);
    default:
      return run.engine.pool satisfies never;
  }
}

/** Standard normal quantile of 95%. */
const Z95 = 1.6449;

export interface ContextMoments {
  readonly mean: number;
  readonly deviation: number;
}

/** Log-normal lengths through P50 and P95, none above the maximum: mean P50·exp(σ²/2), σ = ln(P95/P50)/z. */
export function contextMoments({ p50, p95, max }: ContextLengths): ContextMoments {
  const sigma = Math.log(Math.max(p95, p50) / p50) / Z95;
  const mean = Math.min(max, p50 * Math.exp(sigma ** 2 / 2));
  return { mean, deviation: Math.min(max - p50, mean * Math.sqrt(Math.exp(sigma ** 2) - 1)) };
}

/** Unique tokens of a sequence: shared prefixes are kept once. */
export const uniqueTokens = (tokens: number, hitRate: number): number => tokens * (1 - hitRate);

export interface SequenceBytes {
  readonly mean: number;
  /** How much longer contexts add, one standard deviation. */
  readonly deviation: number;
}

export function sequenceBytes(run: ServingRun, bytes: (tokens: number) => number): SequenceBytes {
  const { mean, deviation } = contextMoments(run.load.context);
  const of = (tokens: number) => bytes(uniqueTokens(tokens, run.load.prefixHitRate));
  const atMean = of(mean);
  return { mean: atMean, deviation: deviation > 0 ? of(mean + deviation) - atMean : 0 };
}

/** n sequences fit in 95 of 100 moments: n·mean + z·√n·deviation. */
export const bytesForSequences = (each: SequenceBytes, sequences: number): number =>
  sequences * each.mean + Z95 * Math.sqrt(sequences) * each.deviation;

/** Largest n with n·mean + z·√n·deviation ≤ pool: the root of the quadratic in √n. */
export function sequencesThatFit(each: SequenceBytes, pool: number): number {
  if (each.mean === 0) return 0;
  const half = (Z95 * each.deviation) / (2 * each.mean);
  const root = Math.sqrt(half ** 2 + pool / each.mean) - half;
  return Math.floor(root ** 2 * (1 + 1e-12));
}

/** Whole blocks of so many bytes per token. */
export const tokensThatFit = (pool: number, perToken: number, blockSize: number): number =>
  perToken > 0 ? Math.floor((pool / (perToken * blockSize)) * (1 + 1e-12)) * blockSize : 0;
