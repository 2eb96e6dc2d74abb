// What is asked of the layout search, and what a layout is.
import { memoryBudget } from "../fit";
import type { LossKind } from "../logits";
import type { Optimizer } from "../optimizers";
import type { ZeroStage } from "../states";
import type { Parallelism, Recompute, TrainingRun } from "../training/run";

/** One GPU of a node and its links; rates are per GPU. */
export interface NodeFacts {
  readonly usableBytes: number;
  /** Dense peak at the recipe's dtype. */
  readonly peakFlops: number;
  /** Best measured matrix product at the recipe's dtype. */
  readonly achievableFlops: number;
  /** The same at 16 bit, in which attention runs whatever the recipe; null = achievableFlops. */
  readonly sixteenBitFlops: number | null;
  readonly memoryBytesPerSecond: number;
  /** One direction. */
  readonly intraNodeBytesPerSecond: number;
  readonly interNodeBytesPerSecond: number;
}

export interface Layout {
  readonly tp: number;
  readonly pp: number;
  /** Model chunks per pipeline rank; 1 = not interleaved. */
  readonly virtualStages: number;
  readonly cp: number;
  readonly ep: number;
  readonly dp: number;
  readonly zero: ZeroStage;
  readonly recompute: Recompute;
  readonly microBatch: number;
  readonly microbatches: number;
  /** Megatron's --pipeline-model-parallel-layout where layers do not come out even; null = even. */
  readonly pipelineLayout: string | null;
}

/** Fields that the user decided; the search varies the others. */
export type FixedLayout = Partial<Omit<Layout, "microbatches" | "pipelineLayout">>;

export interface PlanRequest {
  /** Everything but the layout. parallel.sp says whether sequence parallelism goes with tp > 1. */
  readonly base: TrainingRun;
  /** The loss where tp > 1, if it is another one. */
  readonly lossWithTensorParallel?: LossKind;
  readonly gpus: number;
  readonly gpusPerNode: number;
  /** Sequences per step; null = the microbatches of `base`, and at least one per pipeline stage. */
  readonly globalBatch: number | null;
  readonly node: NodeFacts;
  /** Share of usableBytes that stays free. */
  readonly safetyMargin: number;
  readonly fixed: FixedLayout;
  /** An optimizer with smaller states, proposed where nothing fits. */
  readonly smallerOptimizer?: Optimizer;
  /** How many of the layouts that fit are answered in full. */
  readonly top: number;
}

/** What a layout may use of each GPU. */
export const layoutBudget = ({ node, safetyMargin }: PlanRequest): number =>
  memoryBudget(node.usableBytes, safetyMargin);

/** The layout as an input of `trainingEstimate`. */
export function runOf({ base, lossWithTensorParallel }: PlanRequest, layout: Layout): TrainingRun {
  const { zero, recompute, microBatch, microbatches } = layout;
  const loss = layout.tp > 1 ? (lossWithTensorParallel ?? base.loss) : base.loss;
  const parallel = parallelism(base.parallel, layout);
  return { ...base, parallel, zero, recompute, microBatch, microbatches, loss, rank: "max" };
}

function parallelism(base: Parallelism, layout: Layout): Parallelism {
  const { tp, pp, virtualStages, cp, ep, dp, pipelineLayout } = layout;
  return {
    tp,
    sp: base.sp && tp > 1,
    asyncTp: base.asyncTp && tp > 1,
    pp,
    virtualStages,
    schedule: virtualStages > 1 ? "Interleaved1F1B" : base.schedule === "GPipe" ? "GPipe" : "1F1B",
    layout: pipelineLayout,
    cp,
    contextExchange: base.contextExchange,
    ep,
    etp: 1,
    dp,
    dpReplicate: 1,
    gpus: null,
  };
}
