// Layouts that fit in the order of their speed, and what each of them loses to the best.
import type { Range } from "../memoryLine";
import type { TrainingRun } from "../training/run";
import type { Layout, PlanRequest } from "./request";
import type { Candidate, Shared } from "./search";
import { stepTime, type StepPart, type StepTime } from "./stepTime";

/** Against the best: the part of a step that differs most, and by how many seconds; scaled to as many tokens. */
export interface Disadvantage {
  readonly cause: StepPart;
  readonly seconds: number;
  /** Of the whole step. */
  readonly stepSeconds: number;
}

export interface PlannedLayout {
  readonly layout: Layout;
  /** The layout as an input of `trainingEstimate`. */
  readonly run: TrainingRun;
  readonly device: Range;
  readonly step: StepTime;
  /** null for the best, and for what is as fast. */
  readonly disadvantage: Disadvantage | null;
}

type Timed = Omit<PlannedLayout, "disadvantage">;

export function timed(request: PlanRequest, { memory, work }: Shared, candidate: Candidate): Timed {
  const { layout, run, mode, device } = candidate;
  const context = memory.context(run, mode);
  return { layout, run, device, step: stepTime({ request, run, work, context, stages: memory.stages(run) }) };
}

/** Fastest first; of equals the one that needs less memory. */
export function ranked(request: PlanRequest, shared: Shared, fitting: readonly Candidate[]): readonly PlannedLayout[] {
  const layouts = fitting
    .map((candidate) => timed(request, shared, candidate))
    .sort((a, b) => b.step.tokensPerSecondPerGpu - a.step.tokensPerSecondPerGpu || a.device.high - b.device.high);
  const best = layouts[0];
  return layouts
    .slice(0, request.top)
    .map((each) => ({ ...each, disadvantage: best ? disadvantage(best.step, each.step) : null }));
}

function disadvantage(best: StepTime, other: StepTime): Disadvantage | null {
  const scale = (other.seconds * other.tokensPerSecondPerGpu) / (best.seconds * best.tokensPerSecondPerGpu);
  const behind = other.seconds / scale - best.seconds;
  let most: Disadvantage | null = null;
  for (const [cause, seconds] of Object.entries(other.parts) as [StepPart, number][]) {
    const more = seconds / scale - best.parts[cause];
    if (behind > 0 && more > (most?.seconds ?? 0)) most = { cause, seconds: more, stepSeconds: behind };
  }
  return most;
}
