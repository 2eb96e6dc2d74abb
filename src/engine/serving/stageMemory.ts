// Everything that is known of the ranks of each pipeline stage.
import { exactly, type Range } from "../memoryLine";
import { activationPeak } from "./activationPeak";
import { bytesForSequences, cachePool, sequenceBytes, type RankMemory, type SequenceBytes } from "./capacity";
import { checkServing } from "./checkLayout";
import { draftMemory, loraSlotBytes, type DraftMemory } from "./extras";
import { cacheShape, type CacheShape } from "./kv";
import type { ServingRun } from "./run";
import { loadGrowth, runtimeMemory, type RuntimeMemory } from "./runtime";
import { resolveScheduler, type Scheduler } from "./scheduler";
import { candidateStages, placement, type Stage } from "./stages";
import { hostWeights, rankWeights, type RankWeights } from "./weights";

export interface StageMemory extends RankMemory {
  /** What of the stage is on the GPU. */
  readonly stage: Stage;
  readonly hostWeights: number;
  readonly rank: RankWeights;
  readonly lora: number;
  readonly draft: DraftMemory;
  readonly cache: CacheShape;
  readonly arm: "layer" | "sampler" | "computeBuffer";
  readonly each: SequenceBytes;
  readonly kvNeed: number;
  readonly pool: Range | null;
}

/** Tensors that a loader keeps beside the checkpoint's: a small part, unknown. */
const WEIGHTS_SPREAD = 0.005;

function weightsRange(run: ServingRun, rank: RankWeights, others: number): Range {
  if (run.logged.weightBytes !== null) return exactly(run.logged.weightBytes);
  const { stored, ropeTable, slack } = rank;
  return {
    likely: stored + ropeTable.likely + slack + others,
    low: stored + others,
    high: (stored + ropeTable.high + slack + others) * (1 + WEIGHTS_SPREAD),
  };
}

/** Segments of the tensors, a rotary table of unknown length, and what else loading takes. */
function loadRange({ segments, ropeTable }: RankWeights, others: number): Range {
  const growth = loadGrowth();
  return {
    likely: segments + others + growth.likely,
    low: segments + others + growth.low - (ropeTable.likely - ropeTable.low),
    high: segments + others + growth.high + (ropeTable.high - ropeTable.likely),
  };
}

function stageMemory(run: ServingRun, stage: Stage, scheduler: Scheduler, runtime: RuntimeMemory): StageMemory {
  const { gpu, host } = placement(run.architecture, stage, run.gpuLayers, run.engine.embeddingOnHost);
  const rank = rankWeights(run, gpu);
  const draft = draftMemory(run, scheduler);
  const lora = loraSlotBytes(run, stage);
  const weights = weightsRange(run, rank, lora + draft.weights);
  const loadDelta = loadRange(rank, lora + draft.weights);
  const { bytes: activation, arm } = activationPeak(run, stage, scheduler, rank.largestQuantized);
  const cache = cacheShape(run, gpu, scheduler);
  const each = sequenceBytes(run, (tokens) => cache.sequence(tokens) + draft.sequence(tokens));
  const pool = cachePool(run, scheduler, { weights, loadDelta, activation, runtime });
  const kvNeed = bytesForSequences(each, run.load.sequences);
  const memory = { weights, loadDelta, activation, runtime, cache, each, kvNeed, pool };
  return { ...memory, stage: gpu, hostWeights: hostWeights(run, host), rank, lora, draft, arm };
}

const needOf = (memory: StageMemory): number => memory.weights.likely + memory.kvNeed + memory.activation.likely;

/** The stages' memory, the fullest first. */
export function stageMemories(run: ServingRun): {
  readonly scheduler: Scheduler;
  readonly stages: readonly StageMemory[];
} {
  checkServing(run);
  const scheduler = resolveScheduler(run);
  const runtime = runtimeMemory(run);
  const stages = candidateStages(run.architecture, run.layout.pp)
    .map((stage) => stageMemory(run, stage, scheduler, runtime))
    .sort((a, b) => needOf(b) - needOf(a));
  return { scheduler, stages };
}
