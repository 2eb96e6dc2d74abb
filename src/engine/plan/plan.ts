// The layout search: every way to lay a training run out over a number of GPUs, the fastest that fits first.
import type { Range } from "../memoryLine";
import { nearestLayout, type Nearest } from "./changes";
import { fewestGpus } from "./fewest";
import { ranked, type PlannedLayout } from "./ranking";
import type { Layout, PlanRequest } from "./request";
import { search, sharedBy } from "./search";

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
  const fewest = fewestGpus(request, shared);
  return {
    considered,
    fitting: fitting.length,
    layouts: ranked(request, shared, fitting),
    fewest: fewest && { gpus: fewest.gpus, layout: fewest.candidate.layout, device: fewest.candidate.device },
    nearest: nearest && nearestLayout(request, shared, nearest, fewest),
  };
}
