// The largest or fewest of something that still fits.
import { divisors, greatestCommonDivisor, leastCommonMultiple, multiples } from "../../engine/integers";
import { type CellError, isCellError } from "../cells";
import type { LabelKey } from "./labels";
import { type Evaluation, evaluateWith, fits } from "./evaluate";
import { NOT_TRAINING } from "./trainingAnswers";
import { filled } from "./trainingRun";
import type { Scenario } from "./values";

const at = ({ source }: Evaluation, key: LabelKey, value: number) => evaluateWith(source, new Map([[key, value]]));

const LARGEST = 2 ** 30;

/** Largest multiple of `step` for which the case fits: doubling, then halving. 0 when not even one step does. */
export function largestThatFits(evaluation: Evaluation, key: LabelKey, step = 1): number {
  const holds = (steps: number) => fits(at(evaluation, key, steps * step));
  // A layout that does not exist is an error of its own, not "nothing fits".
  evaluation.memory();
  if (!holds(1)) return 0;
  let low = 1;
  while (low * step < LARGEST && holds(low * 2)) low *= 2;
  return step * (low + lengthThatHolds(low - 1, (more) => holds(low + more + 1)));
}

/** How many of the first indices hold, where all that hold come first. */
function lengthThatHolds(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sequences per step that the microbatches have to add up to; undefined where their number is given or free. */
const sharedBatch = ({ values, given }: Scenario): number | undefined =>
  values.task?.id === "serve" || given.has("microbatches") ? undefined : values.globalBatch;

/** A global batch is cut into equal micro batches: only those are tried, each, for larger ones leave fewer in flight. */
export function largestMicroBatch(evaluation: Evaluation): number | CellError {
  const { gpus, tp, pp, cp, task } = filled(evaluation.scenario);
  if (task.id === "serve") return NOT_TRAINING;
  const batch = sharedBatch(evaluation.scenario);
  if (batch === undefined) return largestThatFits(evaluation, "microBatch");
  evaluation.memory();
  const sizes = divisors(batch / (gpus / (tp * pp * cp)));
  return [...sizes].reverse().find((size) => fits(at(evaluation, "microBatch", size))) ?? 0;
}

const MOST_GPUS = 65_536;

/**
 * Fewest GPUs that hold the case with its other labels as they are: whole replicas with ranks enough for the experts,
 * beyond one node in whole nodes. More data parallel ranks shard more, so that halving finds the first that fits; with a
 * global batch they also leave fewer microbatches, and each count is tried. 0 when none holds it.
 */
export function fewestGpus(evaluation: Evaluation): number {
  const counts = gpuCounts(evaluation.scenario);
  const [smallest] = counts;
  const first = smallest === undefined ? evaluation : at(evaluation, "gpus", smallest);
  if (!isCellError(first)) first.memory();
  const holds = (count: number) => fits(at(evaluation, "gpus", count));
  if (sharedBatch(evaluation.scenario) !== undefined) return counts.find(holds) ?? 0;
  return counts[lengthThatHolds(counts.length, (i) => !holds(counts[i] as number))] ?? 0;
}

/** The counts that this layout can have, in order; the scenario's own among them. */
function gpuCounts(scenario: Scenario): readonly number[] {
  const { gpus, tp, pp, cp, microBatch, gpusPerNode } = filled(scenario);
  const step = gpuStep(scenario);
  const nodes = leastCommonMultiple(step, gpusPerNode);
  const counts = [...multiples(step, gpusPerNode - 1), ...multiples(nodes, MOST_GPUS)];
  const own = gpus % step === 0 && !counts.includes(gpus) ? [gpus] : [];
  const batch = sharedBatch(scenario);
  const divides = (count: number) => batch === undefined || batch % ((microBatch * count) / (tp * pp * cp)) === 0;
  return [...counts, ...own].filter(divides).sort((a, b) => a - b);
}

function gpuStep(scenario: Scenario): number {
  const { tp, pp, cp, ep, etp, task } = filled(scenario);
  const replica = tp * pp * cp;
  if (task.id === "serve") return replica;
  return replica * (scenario.values.dp ?? (ep * etp) / greatestCommonDivisor(ep * etp, tp * cp));
}
