// Where nothing fits: by how much the nearest layout misses, and single changes that would make it fit.
import type { Range } from "../memoryLine";
import type { FewestGpus } from "./fewest";
import { ranked, timed, type PlannedLayout } from "./ranking";
import { layoutBudget, type FixedLayout, type Layout, type PlanRequest } from "./request";
import { search, sharedBy, type Candidate, type Shared } from "./search";

/** What to change: a field that was fixed, the optimizer, or the number of GPUs. */
export type ChangeKind = keyof FixedLayout | "optimizer" | "gpus";

export interface Change {
  readonly kind: ChangeKind;
  readonly gpus: number;
  /** The fastest layout that fits after it. */
  readonly planned: PlannedLayout;
}

export interface Nearest {
  readonly layout: Layout;
  readonly device: Range;
  /** High end of the range beyond what a layout may use. */
  readonly missingBytes: number;
  /** Cheapest first: on the same GPUs by speed, then with more of them. */
  readonly changes: readonly Change[];
}

export function nearestLayout(
  request: PlanRequest,
  shared: Shared,
  { layout, device }: Candidate,
  fewest: FewestGpus | null,
): Nearest {
  const changes = [...withoutFixed(request, shared), ...withSmallerOptimizer(request)];
  changes.sort((a, b) => b.planned.step.tokensPerSecondPerGpu - a.planned.step.tokensPerSecondPerGpu);
  const more = fewest && fewest.gpus > request.gpus ? [moreGpus(request, shared, fewest)] : [];
  return { layout, device, missingBytes: device.high - layoutBudget(request), changes: [...changes, ...more] };
}

function withoutFixed(request: PlanRequest, shared: Shared): readonly Change[] {
  const decided = Object.keys(request.fixed) as (keyof FixedLayout)[];
  return decided.flatMap((kind) => {
    const fixed = Object.fromEntries(Object.entries(request.fixed).filter(([field]) => field !== kind));
    return fastest(kind, { ...request, fixed }, shared);
  });
}

function withSmallerOptimizer(request: PlanRequest): readonly Change[] {
  const { smallerOptimizer: optimizer, base } = request;
  if (!optimizer || base.optimizer === optimizer) return [];
  const smaller = { ...request, base: { ...base, optimizer } };
  return fastest("optimizer", smaller, sharedBy(smaller));
}

function fastest(kind: ChangeKind, request: PlanRequest, shared: Shared): readonly Change[] {
  const [planned] = ranked({ ...request, top: 1 }, shared, search(request, shared).fitting);
  return planned ? [{ kind, gpus: request.gpus, planned }] : [];
}

function moreGpus(request: PlanRequest, shared: Shared, { gpus, candidate }: FewestGpus): Change {
  return { kind: "gpus", gpus, planned: { ...timed({ ...request, gpus }, shared, candidate), disadvantage: null } };
}
