// The largest or fewest of something that still fits.
import { isCellError } from "../cells";
import type { LabelKey } from "./labels";
import { type Evaluation, evaluateWith, fits } from "./evaluate";
import { filled } from "./trainingRun";

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
  let high = low * 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low * step;
}

const MOST_GPUS = 65_536;

/**
 * Fewest GPUs that hold the case with its other labels as they are: multiples of its model-parallel size, from one
 * node on whole nodes. More data parallel ranks shard more, so the first that fits is the fewest. 0 when none does.
 */
export function fewestGpus(evaluation: Evaluation): number {
  const { tp, pp, cp, gpusPerNode } = filled(evaluation.scenario);
  const unit = tp * pp * cp;
  const holds = (gpus: number) => fits(at(evaluation, "gpus", gpus));
  const smallest = at(evaluation, "gpus", unit);
  if (!isCellError(smallest)) smallest.memory();
  for (let gpus = unit; gpus <= gpusPerNode; gpus += unit) if (holds(gpus)) return gpus;
  const nodes = leastCommonMultiple(unit, gpusPerNode);
  let high = nodes;
  while (high <= MOST_GPUS && !holds(high)) high *= 2;
  if (high > MOST_GPUS) return 0;
  let low = high / 2;
  while (high - low > nodes) {
    const middle = low + Math.floor((high - low) / nodes / 2) * nodes;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
const leastCommonMultiple = (a: number, b: number): number => (a / greatestCommonDivisor(a, b)) * b;
