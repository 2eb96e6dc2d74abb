// FSDP's units: what is gathered, and what the allocator cannot reuse because streams have pools of their own.
// Worked out by replaying the allocations of a step against the rules of c10/cuda/CUDACachingAllocator.cpp.
import type { LayerContext } from "./activationTerms";
import type { Stage } from "./pipeline";
import { embeddingParameters, headParameters, layerParameters, vocabularyRows } from "./rankParameters";
import type { RankStates } from "./rankStates";
import type { Term } from "./terms";
import type { TrainingRun } from "./run";

const FP32 = 4;

/** Parameters of the largest layer of a stage on one rank, unsharded. */
function layerUnit(run: TrainingRun, stage: Stage): number {
  const sparse = stage.chunks.some((chunk) => chunk.sparse > 0);
  const { dense, experts } = layerParameters(run, sparse);
  return dense + experts;
}

const layersOf = (stage: Stage): number => stage.chunks.reduce((sum, chunk) => sum + chunk.dense + chunk.sparse, 0);

/**
 * Alive at the loss: the head, with it the embedding where both are one unit, all layers without reshard, and the flat
 * buffer of the unit that was gathered last.
 */
export function gatheredElements(run: TrainingRun, stage: Stage, { parameters }: RankStates): number {
  const buffer = lastBuffer(run, stage);
  if (run.parallel.pp > 1) return parameters.dense + parameters.experts + buffer;
  const layers = run.reshardAfterForward ? 0 : layersOf(stage);
  return headUnit(run) + layers * layerUnit(run, stage) + buffer;
}

const lastBuffer = (run: TrainingRun, stage: Stage): number =>
  wholeRoot(run) || run.parallel.pp > 1 ? layerUnit(run, stage) : Math.max(headUnit(run), layerUnit(run, stage));

function wholeRoot({ stack, stackDate }: TrainingRun): boolean {
  if (stack.wholeRoot === null) return false;
  const { until } = stack.wholeRoot;
  return until === null || (stackDate !== null && stackDate < until);
}

/** Flat buffers of the gathering stream, one each for embedding, head and a layer, but for the one that is alive. */
export function gatheringPool(run: TrainingRun, stage: Stage): number {
  const ends =
    (stage.chunks.some((chunk) => chunk.embedding) ? embeddingParameters(run) : 0) +
    (stage.chunks.some((chunk) => chunk.loss) ? headParameters(run, false) : 0);
  const held = ends + layerUnit(run, stage);
  return run.precision.computeBytes * Math.max(0, held - lastBuffer(run, stage));
}

/** The gradients of a layer in the compute dtype, and without a pipeline the fp32 buffer that they are reduced from. */
export function unreducedGradientsTerm(run: TrainingRun, stage: Stage): Term {
  const parameters = run.zero === 3 && !run.lora ? layerUnit(run, stage) : 0;
  const reduced = run.parallel.pp === 1 && run.stack.fullyShardedUnits ? FP32 : 0;
  const each = run.precision.computeBytes + reduced;
  return {
    component: "Unreduced gradients of a layer",
    bytes: parameters * each,
    basis: "analytic",
    source: "torch.distributed.fsdp fully_shard: foreach_reduce",
    formula: () => `${parameters} × ${each}`,
  };
}

/**
 * What the computing stream's pool holds when a phase needs so much. Forward also frees blocks that nothing of the loss
 * fits into: a gathered layer and the MLP's temporaries; and a unit's fp32 gradients need a block of their own where no
 * block of logits holds them. Moments are made in the first step from what was free then: as far as they fill it, the
 * next step makes all blocks anew. Saved results that lie between freed ones (a per-operator policy) keep those apart.
 */
export function poolBytes(
  run: TrainingRun,
  context: LayerContext,
  stage: Stage,
  moments: number,
  need: { readonly total: number; readonly perToken: number },
): number {
  const temporaries = forwardTemporaries(run, context);
  const freed = run.precision.computeBytes * layerUnit(run, stage) + temporaries;
  if (run.recompute.kind === "selectiveOps") return need.total + freed;
  const reduced = FP32 * Math.max(headUnit(run), layerUnit(run, stage));
  // Beyond the tokens whose logits hold the reduced gradients the extra block is not needed, and not handed back either.
  const share = Math.min(1, reduced / largestLogits(run, context));
  const beyond = (1 - share) * (need.perToken + temporaries);
  const anew = need.total + freed + Math.max(0, reduced - beyond);
  return Math.max(need.total, Math.min(anew, moments));
}

const headUnit = (run: TrainingRun): number =>
  headParameters(run, false) + (wholeRoot(run) ? embeddingParameters(run) : 0);

/** The largest block that the loss leaves behind. */
function largestLogits(run: TrainingRun, { shape }: LayerContext): number {
  const width = run.loss.perLogit.reduce((most, each) => Math.max(most, each.bytes), 0);
  return (width * shape.T * vocabularyRows(run)) / (run.loss.vocabularyParallel ? run.parallel.tp : 1);
}

/** Up projection, its activation and their product; compiled kernels do without the activation. */
function forwardTemporaries(run: TrainingRun, { shape }: LayerContext): number {
  const { intermediateSize, gated, experts } = run.architecture;
  const width = experts ? experts.moeIntermediateSize * experts.numExpertsPerTok : intermediateSize;
  const tensors = gated ? (shape.fusedMlp ? 2 : 3) : 2;
  return (tensors * shape.w * shape.T * width) / shape.tp;
}
