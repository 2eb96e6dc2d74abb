// The layout search: every way to lay a training run out over a number of GPUs, the fastest that fits first.
import type { Range } from "../memoryLine";
import { nearestLayout, type Nearest } from "./changes";
import { fewestGpus, type FewestGpus } from "./fewest";
import { ranked, type PlannedLayout } from "./ranking";
import type { Layout, PlanRequest } from "./request";
import { search, sharedBy, type Candidate } from "./search";

export interface Plan {
  /** Valid layouts on these GPUs. */
  readonly considered: number;
  /** Of those, the ones whose range lies below what a layout may use. */
  readonly fitting: number;
  /** At most `top`, the fastest first. */
  readonly layouts: readonly PlannedLayout[];
  readonly fewest: { readonly gpus: number; readonly layout: Layout; readonly device: Range } | null;
  /** null where something fits, or where no layout is valid. */
  readonly nearest: Nearest | null;
}

export function planLayouts(request: PlanRequest): Plan {
  const shared = sharedBy(request);
  const { considered, fitting, nearest } = search(request, shared);
  const fewest = notMoreThan(request, fewestGpus(request, shared), fitting);
  return {
    considered,
    fitting: fitting.length,
    layouts: ranked(request, shared, fitting),
    fewest: fewest && { gpus: fewest.gpus, layout: fewest.candidate.layout, device: fewest.candidate.device },
    nearest: nearest && nearestLayout(request, shared, nearest, fewest),
  };
}

/** Beyond a node the search goes by whole nodes; the GPUs that were asked about may be fewer. */
function notMoreThan(
  { gpus }: PlanRequest,
  fewest: FewestGpus | null,
  fitting: readonly Candidate[],
): FewestGpus | null {
  const [candidate] = fitting;
  return candidate && gpus < (fewest?.gpus ?? Infinity) ? { gpus, candidate } : fewest;
}
