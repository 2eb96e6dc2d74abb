// From live tensors to what the allocator holds and what the device shows.
import { CONSTANTS } from "./constants";
import { vocabularyRows } from "./rankParameters";
import { rankShape } from "./shape";
import type { LayerContext } from "./activationTerms";
import type { PhaseUse, StageUse } from "./phases";
import type { Stage } from "./pipeline";
import { gatheringPool, poolBytes } from "./shardedUnits";
import type { TrainingRun } from "./run";
import { gradientsPersist } from "./stateTerms";
import { sumTerms, type Term } from "./terms";

/** What the allocator holds at the fullest phase of a stage. */
export function reservedBytes(run: TrainingRun, context: LayerContext, stage: Stage, use: StageUse): number {
  const separate = run.zero === 3 && run.stack.fullyShardedUnits;
  return separate ? shardedReserved(run, context, stage, use) : slackReserved(run, use);
}

/** A share of what is not states is lost to blocks that fit nothing. */
function slackReserved(run: TrainingRun, { states, phases }: StageUse): number {
  const fixed = states.weights + states.master + states.optimizer;
  let most = 0;
  for (const use of phases) {
    const slack = CONSTANTS.allocatorSlack.value * (use.allocated - fixed);
    most = Math.max(most, use.allocated + slack + strandedBytes(run, use));
  }
  return most;
}

/** FSDP gathers and reduces in streams of their own, whose blocks no other stream reuses: both count in every phase. */
function shardedReserved(run: TrainingRun, context: LayerContext, stage: Stage, { states, phases }: StageUse): number {
  const kept = states.weights + states.optimizer;
  const ownPools = gatheringPool(run, stage) + (gradientsPersist(run) ? 0 : states.gradients);
  let most = 0;
  for (const use of phases) {
    if (use.phase === "end of backward" || use.phase === "optimizer step") continue;
    const stranded = strandedBytes(run, use);
    const need = { total: use.allocated - kept + stranded, perToken: perToken(use) + stranded };
    most = Math.max(most, kept + ownPools + poolBytes(run, context, stage, states.optimizer, need));
  }
  return most;
}

const perToken = ({ terms }: PhaseUse): number =>
  terms.reduce((sum, term) => sum + (term.perToken ? term.bytes : 0), 0);

/** A freed block of 16-bit logits that serves no fp32 request. */
function strandedBytes(run: TrainingRun, { phase }: PhaseUse): number {
  if (phase !== "loss") return 0;
  const logits = rankShape(run).T * vocabularyRows(run) * run.loss.strandedPerLogit;
  return run.loss.vocabularyParallel ? logits / run.parallel.tp : logits;
}

/** Reserved + CUDA context + a communicator for each group of ranks that talks. */
export const deviceBytes = (run: TrainingRun, reserved: number): number => reserved + sumTerms(outsideTerms(run));

/** What the allocator does not know of. */
export function outsideTerms(run: TrainingRun): readonly Term[] {
  const context = run.torchMajor === 1 ? CONSTANTS.contextEager : CONSTANTS.context;
  const { tp, pp, cp, dp, dpReplicate, ep } = run.parallel;
  const groups = [tp, pp, cp, dp, dpReplicate, ep].filter((degree) => degree > 1);
  const sizes = groups.map((degree) => (degree > 2 ? CONSTANTS.communicatorLarge : CONSTANTS.communicator).value);
  return [
    outside("CUDA context", context.value, context.source, () => `${context.value}`),
    outside(
      "Communicators",
      sizes.reduce((sum, each) => sum + each, 0),
      CONSTANTS.communicator.source,
      () => sizes.join(" + "),
    ),
  ];
}

const outside = (component: string, bytes: number, source: string, formula: () => string): Term => ({
  component,
  bytes,
  basis: "analytic",
  source,
  formula,
});

/** What the allocator holds beyond live tensors. */
export const heldTerm = (run: TrainingRun, allocated: number, reserved: number): Term =>
  outside(
    "Held by the allocator",
    reserved - allocated,
    run.stack.fullyShardedUnits ? "c10/cuda/CUDACachingAllocator.cpp" : CONSTANTS.allocatorSlack.source,
    () => `${reserved} - ${allocated}`,
  );
