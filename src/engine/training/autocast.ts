// What autocast casts to 16 bit, and how long the casts live.
import { checkpointedLayers, unitLayers } from "./kept";
import type { Stage } from "./pipeline";
import { embeddingParameters } from "./rankParameters";
import type { RankStates } from "./rankStates";
import type { TrainingRun } from "./run";
import { castsModel } from "./shape";
import type { Term } from "./terms";

/**
 * autocast_mode.cpp cached_cast makes one cast of each fp32 leaf that requires a gradient, and the products keep it for
 * backward: of all trained weights. A frozen weight is cast anew by each product, which keeps it for its input's
 * gradient: those that recomputation drops do not wait for backward.
 */
export function castTerm(run: TrainingRun, states: RankStates, stage: Stage): Term {
  const { transientCastBytes } = run.precision;
  const model = castsModel(run) ? castParameters(run, states, stage) : 0;
  const adapters = run.lora && transientCastBytes > 0 ? states.trained.dense + states.trained.experts : 0;
  const cast = model + adapters;
  return {
    component: "Autocast copies of weights",
    bytes: cast * transientCastBytes,
    basis: "analytic",
    source: "PyTorch docs torch.amp; autocast_mode.cpp cached_cast",
    formula: () => `${cast} × ${transientCastBytes}`,
  };
}

/** The embedding is looked up, not multiplied. */
function castParameters(run: TrainingRun, { parameters }: RankStates, stage: Stage): number {
  const lookedUp = stage.chunks.some((chunk) => chunk.embedding) ? embeddingParameters(run) : 0;
  const multiplied = parameters.dense + parameters.experts - lookedUp;
  return run.lora ? multiplied * shareAtOnce(run, stage) : multiplied;
}

/** The share of the layers whose products wait for backward at a time. */
function shareAtOnce(run: TrainingRun, stage: Stage): number {
  const chunks = stage.chunks.map((chunk) => chunk.dense + chunk.sparse).filter((layers) => layers > 0);
  const all = chunks.reduce((sum, layers) => sum + layers, 0);
  if (all === 0) return 1;
  const freed = chunks.reduce((sum, layers) => sum + checkpointedLayers(run, layers).layers, 0);
  return Math.min(1, (all - freed + unitLayers(run, Math.max(...chunks))) / all);
}
