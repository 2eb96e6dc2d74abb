// What a batch and a pipeline keep beside activations.
import { CONSTANTS } from "./constants";
import { microbatches, type Stage } from "./pipeline";
import type { TrainingRun } from "./run";
import type { RankShape } from "./shape";
import type { Term } from "./terms";

/** Megatron's data loader makes a boolean mask of b·s² unless the sequence is split over ranks. */
export function maskTerm(run: TrainingRun, { b, s }: RankShape): Term {
  const one = run.stack.attentionMask && run.parallel.cp === 1 ? b * s * s * CONSTANTS.maskElement.value : 0;
  const batches = run.parallel.pp > 1 && microbatches(run) > 1 ? 2 : 1;
  return {
    component: "Attention mask",
    bytes: one * batches,
    basis: "analytic",
    source: CONSTANTS.maskElement.source,
    formula: () => `${batches} × ${b} × ${s}²`,
  };
}

/**
 * Megatron: the gradient that a stage sent to the one before it lives until the next is made. torch.distributed.pipelining:
 * a receive buffer per microbatch, and the outputs of those in flight.
 */
export function pipelineTerm(run: TrainingRun, { T, h, w, sp }: RankShape, stage: Stage): Term {
  const m = microbatches(run);
  const torch = run.stack.fullyShardedUnits && run.parallel.pp > 1;
  const alive = stage.inFlight.reduce((sum, each) => sum + each, 0);
  const tensors = torch ? m + alive : stage.rank > 0 && m > 1 ? 1 : 0;
  return {
    component: "Pipeline buffers",
    bytes: (tensors * w * T * h) / sp,
    basis: "analytic",
    source: torch ? "torch.distributed.pipelining stage.py" : "Megatron-LM core/pipeline_parallel/schedules.py",
    formula: () => `${tensors} × ${w} × ${T} × ${h} / ${sp}`,
  };
}
