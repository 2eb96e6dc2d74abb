// The scheduler's limits: what was asked for, else the engine's documented defaults for this GPU and context.
import { fromUnit } from "../units";
import type { SchedulerDefaults, SchedulerLimits } from "./engineTraits";
import type { ServingGpu, ServingRun } from "./run";

export interface Scheduler {
  readonly utilization: number;
  readonly maxBatchedTokens: number;
  readonly maxSequences: number;
  readonly blockSize: number;
}

/** Compute capability of Ampere: 8.0 to 8.7. */
const AMPERE = { from: 8, below: 8.9 };

export function resolveScheduler(run: ServingRun): Scheduler {
  const { scheduler, engine, gpu, load } = run;
  const { defaults } = engine;
  const limits = defaultLimits(defaults, gpu);
  const chunked = scheduler.chunkedPrefill ?? load.context.max > defaults.wholePromptUpTo;
  const tokens = chunked ? limits.maxBatchedTokens : Math.max(load.context.max, limits.maxBatchedTokens);
  const maxBatchedTokens = scheduler.maxBatchedTokens ?? tokens;
  return {
    utilization: scheduler.utilization ?? defaults.utilization,
    maxBatchedTokens,
    maxSequences: Math.min(scheduler.maxSequences ?? limits.maxSequences, maxBatchedTokens),
    blockSize: scheduler.blockSize ?? defaults.blockSize,
  };
}

/** Engines give large GPUs larger batches. */
function defaultLimits(defaults: SchedulerDefaults, gpu: ServingGpu): SchedulerLimits {
  const large = (gpu.usableBytes ?? 0) >= fromUnit(defaults.largeFromGiB, "GiB");
  const capability = gpu.computeCapability ?? 0;
  const ampere = capability >= AMPERE.from && capability < AMPERE.below;
  return large && !(ampere && defaults.largeExcludesAmpere) ? defaults.large : defaults.small;
}
