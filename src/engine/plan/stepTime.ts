// Time of a step: m microbatches through the slowest stage, the pipeline's bubble, and what traffic shows (arXiv:2104.04473 §3).
import type { LayerContext } from "../training/activationTerms";
import type { Chunk, Stage } from "../training/pipeline";
import type { TrainingRun } from "../training/run";
import { utilization } from "../utilization";
import { PLAN_CONSTANTS as C } from "./constants";
import { dataTrafficSeconds, exposed, overlappedMicrobatches } from "./dataTraffic";
import { headSeconds, layerSeconds, totalSeconds, type LayerSeconds } from "./layerTime";
import type { PlanWork } from "./layerWork";
import { neighborRate } from "./links";
import type { PlanRequest } from "./request";

/** Seconds of a step by cause; they add up to it. */
export interface StepParts extends LayerSeconds {
  /** The slowest stage beyond the mean one. */
  readonly stageImbalance: number;
  readonly pipelineBubble: number;
  readonly pipelineTransfers: number;
  readonly dataParallel: number;
}

export type StepPart = keyof StepParts;

export interface StepTime {
  readonly seconds: number;
  readonly tokensPerSecondPerGpu: number;
  /** Of the recipe's dense peak, attention counted in full (arXiv:2204.02311 appendix B). */
  readonly mfu: number;
  readonly parts: StepParts;
}

export interface StepInput {
  readonly request: PlanRequest;
  readonly run: TrainingRun;
  readonly work: PlanWork;
  readonly context: LayerContext;
  /** One of each kind of pipeline stage. */
  readonly stages: readonly Stage[];
}

export function stepTime(input: StepInput): StepTime {
  const { request, run, work } = input;
  const { pp, tp, cp, dp } = run.parallel;
  const parts = stepParts(input);
  const { stageImbalance, pipelineBubble, pipelineTransfers, dataParallel } = parts;
  const seconds = totalSeconds(parts) + stageImbalance + pipelineBubble + pipelineTransfers + dataParallel;
  const tokens = run.microBatch * run.sequence * (run.microbatches ?? 1) * dp;
  const tokensPerSecondPerGpu = tokens / seconds / (pp * tp * cp * dp);
  return {
    seconds,
    tokensPerSecondPerGpu,
    mfu: utilization(work.flopsPerToken, tokensPerSecondPerGpu, request.node.peakFlops),
    parts,
  };
}

/** What one microbatch spends in a layer of each kind and in the head. */
interface Units {
  readonly dense: LayerSeconds;
  readonly sparse: LayerSeconds;
  readonly head: LayerSeconds;
}

function stepParts({ request, run, work, context, stages }: StepInput): StepParts {
  const { pp, virtualStages } = run.parallel;
  const m = run.microbatches ?? 1;
  const dense = layerSeconds(request, run, work, context, false);
  const sparse = run.architecture.experts ? layerSeconds(request, run, work, context, true) : dense;
  const units = { dense, sparse, head: headSeconds(request, run, work, context) };
  const mean = meanStage(run, work, units);
  const slowest = slowestStage(run, stages, units);
  const traffic = dataTrafficSeconds(request, run, stages, m);
  return {
    ...weighted([[mean, m]]),
    stageImbalance: m * Math.max(0, slowest - totalSeconds(mean)),
    pipelineBubble: ((pp - 1) / virtualStages) * slowest,
    pipelineTransfers: m * transferSeconds(request, run, context),
    dataParallel: exposed(traffic, slowest * overlappedMicrobatches(run, m)),
  };
}

function meanStage(run: TrainingRun, { layers }: PlanWork, { dense, sparse, head }: Units): LayerSeconds {
  const { pp } = run.parallel;
  return weighted([
    [dense, (layers.dense + (run.architecture.experts ? 0 : run.mtpLayers)) / pp],
    [sparse, (layers.sparse + (run.architecture.experts ? run.mtpLayers : 0)) / pp],
    [head, (1 + run.mtpLayers) / pp],
  ]);
}

function slowestStage(run: TrainingRun, stages: readonly Stage[], units: Units): number {
  const [dense, sparse, head] = [units.dense, units.sparse, units.head].map(totalSeconds) as [number, number, number];
  const extra = (run.architecture.experts ? sparse : dense) + head;
  const seconds = (chunk: Chunk): number =>
    chunk.dense * dense + chunk.sparse * sparse + chunk.mtp * extra + (chunk.loss ? head : 0);
  return stages.reduce(
    (most, { chunks }) =>
      Math.max(
        most,
        chunks.reduce((sum, chunk) => sum + seconds(chunk), 0),
      ),
    0,
  );
}

function weighted(terms: readonly (readonly [LayerSeconds, number])[]): LayerSeconds {
  const of = (part: keyof LayerSeconds): number => terms.reduce((sum, [each, weight]) => sum + each[part] * weight, 0);
  return {
    compute: of("compute"),
    recompute: of("recompute"),
    elementwise: of("elementwise"),
    tensorParallel: of("tensorParallel"),
    contextParallel: of("contextParallel"),
    expertParallel: of("expertParallel"),
  };
}

/**
 * Block inputs to the next stage and their gradients back, with each chunk; split over tp on the way (arXiv:2104.04473
 * §4.1). An interleaved schedule sends while it computes.
 */
function transferSeconds(request: PlanRequest, run: TrainingRun, { shape }: LayerContext): number {
  const { pp, tp, virtualStages } = run.parallel;
  if (pp === 1) return 0;
  const bytes = (shape.T * shape.h * run.precision.activationBytes) / tp;
  const once = bytes / neighborRate(request, pp, request.gpus / pp) + C.collectiveSeconds.value;
  return 2 * virtualStages * once * (virtualStages > 1 ? 1 - C.overlap.value : 1);
}
