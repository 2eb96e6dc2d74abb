// The fewest GPUs with a layout that fits. It depends on the model and the node, not on how many GPUs were asked about.
import type { PlanRequest } from "./request";
import { layoutBudget } from "./request";
import { search, type Candidate, type Shared } from "./search";
import { statesBound } from "./statesBound";

export interface FewestGpus {
  readonly gpus: number;
  readonly candidate: Candidate;
}

/** Up to so many nodes each count is tried, beyond it as many between two powers of two. */
const STEPS = 64;
const MOST_NODES = 2 ** 12;
const ONE_GPU = { shape: { pp: 1, virtualStages: 1, layout: null }, tp: 1, cp: 1, ep: 1, dp: 1, zero: 0 } as const;

/** Parts of a node, then whole nodes. null = none of up to 4,096 nodes holds it. */
export function fewestGpus(request: PlanRequest, shared: Shared): FewestGpus | null {
  const { gpusPerNode, base } = request;
  const least = statesBound(base, ONE_GPU) / layoutBudget(request);
  const fits = (gpus: number): FewestGpus | null => {
    const [candidate] = gpus < least ? [] : search({ ...request, gpus }, shared, true).fitting;
    return candidate ? { gpus, candidate } : null;
  };
  return (
    firstOf(range(1, gpusPerNode, 1), fits) ??
    firstOf(range(gpusPerNode, STEPS * gpusPerNode, gpusPerNode), fits) ??
    manyNodes(gpusPerNode, fits)
  );
}

type Try = (gpus: number) => FewestGpus | null;

/** The first power of two that fits, and what lies between it and the one before. */
function manyNodes(gpusPerNode: number, fits: Try): FewestGpus | null {
  for (let nodes = STEPS; nodes <= MOST_NODES; nodes *= 2) {
    const found = fits(nodes * gpusPerNode);
    const step = Math.max(1, nodes / 2 / STEPS);
    if (found)
      return firstOf(range((nodes / 2 + step) * gpusPerNode, nodes * gpusPerNode, step * gpusPerNode), fits) ?? found;
  }
  return null;
}

function firstOf(counts: Iterable<number>, fits: Try): FewestGpus | null {
  for (const gpus of counts) {
    const found = fits(gpus);
    if (found) return found;
  }
  return null;
}

function* range(from: number, below: number, step: number): Iterable<number> {
  for (let n = from; n < below; n += step) yield n;
}
