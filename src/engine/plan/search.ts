// The walk over all layouts of a number of GPUs: which of them fit, and the one that misses by least.
import type { Range } from "../memoryLine";
import type { ZeroStage } from "../states";
import type { Recompute, TrainingRun } from "../training/run";
import {
  contextDegrees,
  dataParallel,
  expertDegrees,
  microBatches,
  pipelined,
  recomputeModes,
  tensorDegrees,
  zeroStages,
} from "./choices";
import { planWork, type PlanWork } from "./layerWork";
import { memoryModel, type MemoryModel } from "./memory";
import { pipelineShapes, type PipelineShape } from "./pipelineShape";
import { layoutBudget, runOf, type Layout, type PlanRequest } from "./request";
import { statesBound } from "./statesBound";

export interface Candidate {
  readonly layout: Layout;
  readonly run: TrainingRun;
  /** Number of its recompute mode in the search. */
  readonly mode: number;
  readonly device: Range;
}

export interface Found {
  /** Valid layouts, whether they fit or not. */
  readonly considered: number;
  readonly fitting: readonly Candidate[];
  /** Of those that do not fit, the one that needs least; null where one fits. */
  readonly nearest: Candidate | null;
}

/** What all searches over one model share. */
export interface Shared {
  readonly memory: MemoryModel;
  readonly work: PlanWork;
}

export const sharedBy = ({ base }: PlanRequest): Shared => ({ memory: memoryModel(), work: planWork(base) });

/** Layouts that differ only in recompute and micro batch. */
interface Group {
  readonly shape: PipelineShape;
  readonly tp: number;
  readonly cp: number;
  readonly ep: number;
  readonly dp: number;
  readonly zero: ZeroStage;
}

/** All layouts; or, to learn whether there is one, those of the smallest micro batch up to the first that fits. */
export function search(request: PlanRequest, { memory }: Shared, stopAtFirst = false): Found {
  const sizes = stopAtFirst ? microBatches(request).slice(0, 1) : microBatches(request);
  const walk: Walk = { request, memory, budget: layoutBudget(request), sizes, modes: recomputeModes(request) };
  const state: State = { considered: 0, fitting: [], nearest: null };
  for (const group of groups(request)) {
    judge(walk, group, state);
    if (stopAtFirst && state.fitting.length > 0) break;
  }
  return { ...state, nearest: state.fitting.length > 0 ? null : state.nearest };
}

interface Walk {
  readonly request: PlanRequest;
  readonly memory: MemoryModel;
  readonly budget: number;
  readonly sizes: readonly number[];
  readonly modes: readonly Recompute[];
}

interface State {
  considered: number;
  readonly fitting: Candidate[];
  nearest: Candidate | null;
}

/** Judges a group's layouts; those that cannot fit are only counted: states alone, or a smaller micro batch, were too much. */
function judge({ request, memory, budget, sizes, modes }: Walk, group: Group, state: State): void {
  const bound = statesBound(request.base, group);
  let hopeless = bound > budget && (state.fitting.length > 0 || bound > (state.nearest?.device.high ?? Infinity));
  for (const [mode, recompute] of modes.entries()) {
    let full = hopeless;
    for (const microBatch of sizes) {
      const layout = layoutOf(request, group, recompute, microBatch);
      if (!layout) continue;
      state.considered++;
      if (full) continue;
      const run = runOf(request, layout);
      const { device, steady } = memory.layoutMemory(run, mode);
      const fits = device.high <= budget;
      record({ layout, run, mode, device }, fits, state);
      full = !fits && growsWithMicroBatch(run);
      hopeless ||= !fits && steady > budget;
    }
  }
}

function record(candidate: Candidate, fits: boolean, state: State): void {
  if (fits) state.fitting.push(candidate);
  else if (candidate.device.high < (state.nearest?.device.high ?? Infinity)) state.nearest = candidate;
}

/** Gradients that pile up over two microbatches need not exist in one. */
const growsWithMicroBatch = ({ stack, microbatches }: TrainingRun): boolean =>
  stack.persistentGradients || (microbatches ?? 1) > 2;

function groups(request: PlanRequest): readonly Group[] {
  const { base, gpus, fixed } = request;
  const shapes = pipelineShapes(base, gpus, fixed);
  const [contexts, experts, stages] = [contextDegrees(request), expertDegrees(request), zeroStages(request)];
  const found: Group[] = [];
  for (const tp of tensorDegrees(request))
    for (const shape of shapes)
      for (const cp of contexts) {
        const dp = dataParallel(gpus, tp * shape.pp * cp, fixed);
        if (dp === null) continue;
        // Experts are spread over the ranks of a stage; each group of ep ranks holds all of them once.
        for (const ep of experts)
          if ((tp * cp * dp) % ep === 0)
            for (const zero of stages)
              if (pipelined(request, shape.pp, zero)) found.push({ shape, tp, cp, ep, dp, zero });
      }
  return found;
}

function layoutOf(request: PlanRequest, group: Group, recompute: Recompute, microBatch: number): Layout | null {
  const { shape, tp, cp, ep, dp, zero } = group;
  const { pp, virtualStages, layout: pipelineLayout } = shape;
  const microbatches = microbatchesOf(request, group, microBatch);
  if (microbatches === null) return null;
  return { tp, pp, virtualStages, cp, ep, dp, zero, recompute, microBatch, microbatches, pipelineLayout };
}

/** Microbatches that share the batch out evenly; a multiple of the stages where chunks interleave (arXiv:2104.04473 §2.2). */
function microbatchesOf({ globalBatch, base }: PlanRequest, { shape, dp }: Group, microBatch: number): number | null {
  const { pp, virtualStages } = shape;
  const least = Math.max(pp, base.microbatches ?? 1);
  if (globalBatch === null) return virtualStages > 1 ? Math.ceil(least / pp) * pp : least;
  const m = globalBatch / (dp * microBatch);
  return Number.isInteger(m) && (virtualStages === 1 || m % pp === 0) ? m : null;
}
