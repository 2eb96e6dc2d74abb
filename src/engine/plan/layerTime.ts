// Seconds of one layer on one rank, forward and backward of one micro batch, by cause.
import type { LayerContext } from "../training/activationTerms";
import { PLAN_CONSTANTS as C } from "./constants";
import { recomputed, type LayerWork, type PlanWork } from "./layerWork";
import { copiesPerToken, exchangeSeconds, gatherSeconds, neighborRate } from "./links";
import type { PlanRequest } from "./request";
import type { TrainingRun } from "../training/run";

export interface LayerSeconds {
  /** Products and attention of the model itself. */
  readonly compute: number;
  readonly recompute: number;
  /** Operators that memory bounds, and starting kernels. */
  readonly elementwise: number;
  readonly tensorParallel: number;
  readonly contextParallel: number;
  readonly expertParallel: number;
}

export const totalSeconds = (t: LayerSeconds): number =>
  t.compute + t.recompute + t.elementwise + t.tensorParallel + t.contextParallel + t.expertParallel;

/** Forward : gradients of inputs : gradients of weights = 1 : 1 : 1; a frozen base lacks the last. */
const passes = (run: TrainingRun): number => (run.lora ? 2 : 3);

const coreBackward = (run: TrainingRun): number => (run.attention === "flash" ? C.flashBackward.value : 2);

export function layerSeconds(
  request: PlanRequest,
  run: TrainingRun,
  model: PlanWork,
  context: LayerContext,
  sparse: boolean,
): LayerSeconds {
  const { node } = request;
  const { parallel: p } = run;
  const { T, sp } = context.shape;
  const work = sparse ? model.sparseLayer : model.denseLayer;
  const again = recomputed(run.recompute, work, run.architecture.numHiddenLayers / p.pp);
  const matmul = (2 * T) / p.tp / (node.achievableFlops * C.matmulEfficiency.value);
  const grouped = ((2 * T) / sp / (node.achievableFlops * C.groupedEfficiency.value)) * run.experts.imbalance;
  const core = (T * model.core) / p.tp / ((node.sixteenBitFlops ?? node.achievableFlops) * C.attentionEfficiency.value);
  return {
    compute: passes(run) * (matmul * work.dense + grouped * work.routed) + core * (1 + coreBackward(run)),
    recompute: matmul * again.dense + grouped * again.routed + core * again.core,
    elementwise: elementwiseSeconds(request, context, again.all, sparse),
    tensorParallel: tensorSeconds(request, run, T, work, again.tensor),
    contextParallel: contextSeconds(request, run, T, core),
    expertParallel: sparse ? expertSeconds(request, run, T / sp, again.expert) : 0,
  };
}

/** Saved elements pass memory in forward and backward; those that were dropped are made and read once more. */
function elementwiseSeconds({ node }: PlanRequest, context: LayerContext, again: number, sparse: boolean): number {
  const { full, kept } = sparse ? context.sparse : context.dense;
  const dropped = Math.max(again * full, full - kept);
  const moved = (context.shape.T * (full * C.elementPasses.value + 2 * dropped)) / node.memoryBytesPerSecond;
  const kernels = (sparse ? C.sparseKernels.value : C.denseKernels.value) * (3 + dropped / full);
  return moved / C.bandwidthEfficiency.value + kernels * C.kernelSeconds.value;
}

/**
 * Two blocks of a layer, each gathers its input and reduces its output, forward and backward: 8 × (t - 1)/t of T·h
 * (arXiv:2205.05198 §4.2.2; arXiv:2104.04473 §3.2). Routed experts take no part: tokens stay where they are.
 */
function tensorSeconds(request: PlanRequest, run: TrainingRun, T: number, work: LayerWork, again: number): number {
  const { tp, asyncTp } = run.parallel;
  if (tp === 1) return 0;
  const { hiddenSize, parallelBlock } = run.architecture;
  const blocks = parallelBlock || work.mlp + work.shared === 0 ? 1 : 2;
  const bytes = T * hiddenSize * run.precision.activationBytes;
  const one = gatherSeconds(request, bytes, tp, 1) + C.collectiveSeconds.value;
  return blocks * (4 + 2 * again) * one * (asyncTp ? 1 - C.overlap.value : 1);
}

/** Ring: keys and values travel forward, they and their gradients backward, behind the attention core. Else exposed. */
function contextSeconds(request: PlanRequest, run: TrainingRun, T: number, core: number): number {
  const { cp, tp, contextExchange } = run.parallel;
  if (cp === 1) return 0;
  const { attention: a } = run.architecture;
  const widths =
    a.kind === "grouped"
      ? 2 * a.numKeyValueHeads * a.headDim
      : a.numAttentionHeads * (a.qkNopeHeadDim + a.qkRopeHeadDim + a.vHeadDim);
  const bytes = (T * widths * run.precision.activationBytes) / tp;
  const seconds = (3 * (cp - 1) * bytes) / neighborRate(request, cp, tp);
  const hidden = contextExchange === "p2p" ? core * (1 + coreBackward(run)) : 0;
  return Math.max(0, seconds - hidden) + 3 * (cp - 1) * C.collectiveSeconds.value;
}

/** Tokens go to their experts and come back, forward and backward: four exchanges, two more where they are recomputed. */
function expertSeconds(request: PlanRequest, run: TrainingRun, rows: number, again: number): number {
  const { experts, hiddenSize } = run.architecture;
  const { ep } = run.parallel;
  if (!experts || ep === 1) return 0;
  const { dispatcher, imbalance, overlap, capacityFactor } = run.experts;
  const topK = dispatcher === "allgather" ? ep : experts.numExpertsPerTok * (capacityFactor ?? 1);
  const leaving = copiesPerToken(topK, ep / request.gpusPerNode, dispatcher) / topK;
  const rowBytes = hiddenSize * run.precision.activationBytes;
  const one = exchangeSeconds(request, rows * topK * imbalance, rowBytes, ep, leaving);
  return (4 + 2 * again) * one * (overlap ? 1 - C.overlap.value : 1);
}

/** The head's product, the gathering of its input and of its gradient. */
export function headSeconds(
  request: PlanRequest,
  run: TrainingRun,
  { head }: PlanWork,
  { shape: { T, h } }: LayerContext,
): LayerSeconds {
  const { tp } = run.parallel;
  const rate = request.node.achievableFlops * C.matmulEfficiency.value;
  const bytes = T * h * run.precision.activationBytes;
  return {
    compute: (passes(run) * 2 * T * head) / tp / rate,
    recompute: 0,
    elementwise: 0,
    tensorParallel: tp === 1 ? 0 : 2 * (gatherSeconds(request, bytes, tp, 1) + C.collectiveSeconds.value),
    contextParallel: 0,
    expertParallel: 0,
  };
}
