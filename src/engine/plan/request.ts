// What is asked of the layout search, and what a layout is.
import type { LossKind } from "../logits";
import type { Optimizer } from "../optimizers";
import type { ZeroStage } from "../states";
import type { Recompute, TrainingRun } from "../training/run";

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
export const memoryBudget = ({ node, safetyMargin }: PlanRequest): number => node.usableBytes * (1 - safetyMargin);

export function runOf({ base, lossWithTensorParallel }: PlanRequest, layout: Layout): TrainingRun {
  const { tp, pp, virtualStages, cp, ep, dp, pipelineLayout } = layout;
  const { parallel } = base;
  return {
    ...base,
    parallel: {
      tp,
      sp: parallel.sp && tp > 1,
      asyncTp: parallel.asyncTp && tp > 1,
      pp,
      virtualStages,
      schedule: virtualStages > 1 ? "Interleaved1F1B" : parallel.schedule === "GPipe" ? "GPipe" : "1F1B",
      layout: pipelineLayout,
      cp,
      contextExchange: parallel.contextExchange,
      ep,
      etp: 1,
      dp,
      dpReplicate: 1,
      gpus: null,
    },
    zero: layout.zero,
    recompute: layout.recompute,
    microBatch: layout.microBatch,
    microbatches: layout.microbatches,
    loss: tp > 1 ? (lossWithTensorParallel ?? base.loss) : base.loss,
    rank: "max",
  };
}
