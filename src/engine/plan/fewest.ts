// The fewest GPUs with a layout that fits. It depends on the model and the node, not on how many GPUs were asked about.
import type { PlanRequest } from "./request";
import { memoryBudget } from "./request";
import { search, type Candidate, type Shared } from "./search";
import { statesBound } from "./statesBound";

export interface FewestGpus {
  readonly gpus: number;
  readonly candidate: Candidate;
}

const MOST_NODES = 2 ** 13;
/** Counts between two powers of two that are tried at most. */
const STEPS = 32;
const ONE_GPU = { shape: { pp: 1, virtualStages: 1, layout: null }, tp: 1, cp: 1, ep: 1, dp: 1, zero: 0 } as const;

/**
 * Parts of a node (powers of two), then whole nodes: the first power of two that fits, and what lies between it and the one
 * before. null = none of up to 8,192 nodes holds it.
 */
export function fewestGpus(request: PlanRequest, shared: Shared): FewestGpus | null {
  const { gpusPerNode, base } = request;
  const least = statesBound(base, ONE_GPU) / memoryBudget(request);
  const fits = (gpus: number): FewestGpus | null => {
    const [candidate] = gpus < least ? [] : search({ ...request, gpus }, shared, true).fitting;
    return candidate ? { gpus, candidate } : null;
  };
  for (let gpus = 1; gpus < gpusPerNode; gpus *= 2) {
    const found = fits(gpus);
    if (found) return found;
  }
  for (let nodes = 1; nodes <= MOST_NODES; nodes *= 2) {
    const found = fits(nodes * gpusPerNode);
    if (found) return between(nodes / 2, nodes, gpusPerNode, fits) ?? found;
  }
  return null;
}

function between(above: number, below: number, gpusPerNode: number, fits: (gpus: number) => FewestGpus | null) {
  const step = Math.max(1, (below - above) / STEPS);
  for (let nodes = above + step; nodes < below; nodes += step) {
    const found = fits(nodes * gpusPerNode);
    if (found) return found;
  }
  return null;
}
