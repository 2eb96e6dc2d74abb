// The phases of a steady-state step on one stage: what is alive in each, as terms.
import { savedTerm, workingTerm, type LayerContext } from "./activationTerms";
import { castTerm } from "./autocast";
import { dummyGradientTerm, gatheredTerm, gradientCopiesTerm, workspaceTerm } from "./fixedBuffers";
import { hasLoss, headBackwardTerm, lossTerm } from "./lossTerms";
import type { Stage } from "./pipeline";
import { maskTerm, pipelineTerm } from "./pipelineTerms";
import { embeddingParameters } from "./rankParameters";
import { rankStates, stepTemporaries, type RankStates } from "./rankStates";
import type { TrainingRun } from "./run";
import { unreducedGradientsTerm } from "./shardedUnits";
import { gradientsPersist, gradientTerm, stateTerms } from "./stateTerms";
import { sumTerms, type Term } from "./terms";

export type Phase = "loss" | "backward of the head" | "backward" | "end of backward" | "optimizer step";

export interface PhaseUse {
  readonly stage: number;
  readonly phase: Phase;
  readonly allocated: number;
  readonly terms: readonly Term[];
}

export interface StageUse {
  readonly stage: number;
  readonly states: RankStates;
  readonly phases: readonly PhaseUse[];
  /** What stays allocated between steps. */
  readonly steady: number;
}

/** What outlives a phase: states with fixed buffers, gradients, and what a batch and running layers need beside them. */
interface Standing {
  readonly kept: readonly Term[];
  readonly gradients: Term;
  readonly batch: readonly Term[];
  readonly running: readonly Term[];
}

export function stageUse(run: TrainingRun, context: LayerContext, stage: Stage): StageUse {
  const states = rankStates(run, stage);
  const standing = standingTerms(run, context, stage, states);
  const { kept, gradients, batch } = standing;
  const between = run.stack.persistentGradients ? [...kept, gradients, ...batch] : [...kept, ...batch];
  return {
    stage: stage.rank,
    states,
    phases: phasesOf(run, context, stage, standing, states),
    steady: sumTerms(between),
  };
}

function standingTerms(run: TrainingRun, context: LayerContext, stage: Stage, states: RankStates): Standing {
  const kept = [...stateTerms(run, states), workspaceTerm(run, stage), dummyGradientTerm(run, stage)];
  const gradients = gradientTerm(run, states);
  const batch = [maskTerm(run, context.shape), pipelineTerm(run, context.shape, stage)];
  const running = [
    ...kept,
    ...(gradientsPersist(run) ? [gradients] : []),
    ...batch,
    gatheredTerm(run, stage, states),
    gradientCopiesTerm(run, states),
    castTerm(run, states, stage),
  ];
  return { kept, gradients, batch, running };
}

/** The loss and the head where the stage has them, a layer's backward, all gradients at the end of it, the step. */
function phasesOf(
  run: TrainingRun,
  context: LayerContext,
  stage: Stage,
  { kept, gradients, running }: Standing,
  states: RankStates,
): readonly PhaseUse[] {
  const { shape } = context;
  const use = phaseOf(stage);
  const forward = [...running, savedTerm(run, context, stage)];
  const complete = run.optimizerInBackward ? [] : [gradients];
  const phases = [
    use("backward", [...forward, workingTerm(run, context, stage), unreducedGradientsTerm(run, stage)]),
    use("optimizer step", [...kept, ...complete, gradientCopiesTerm(run, states), stepTerm(run, states)]),
  ];
  if (hasLoss(run, stage))
    phases.push(
      use("loss", [...forward, lossTerm(run, shape, stage)]),
      use("backward of the head", [...forward, headBackwardTerm(run, shape, stage)]),
    );
  if (!gradientsPersist(run))
    phases.push(use("end of backward", [...running, ...complete, embeddingGradientTerm(run, stage)]));
  return phases;
}

const phaseOf =
  (stage: Stage) =>
  (phase: Phase, terms: readonly Term[]): PhaseUse => ({
    stage: stage.rank,
    phase,
    allocated: sumTerms(terms),
    terms,
  });

function stepTerm(run: TrainingRun, states: RankStates): Term {
  const bytes = stepTemporaries(run, states);
  return {
    component: "Optimizer temporaries",
    bytes,
    basis: "analytic",
    source: "PyTorch torch/optim/adam.py _multi_tensor_adam",
    formula: () => `${states.stepped} stepped parameters, ${bytes} bytes at once`,
  };
}

/** A tied matrix has the head's gradient already when the embedding's arrives. */
function embeddingGradientTerm(run: TrainingRun, stage: Stage): Term {
  const tied = run.architecture.tieWordEmbeddings && !run.stack.separateHead && !run.lora && hasLoss(run, stage);
  const parameters = tied && stage.chunks.some((chunk) => chunk.embedding) ? embeddingParameters(run) : 0;
  return {
    component: "Gradient of the tied embedding",
    bytes: parameters * run.precision.computeBytes,
    basis: "analytic",
    source: "PyTorch autograd AccumulateGrad",
    formula: () => `${parameters} × ${run.precision.computeBytes}`,
  };
}
