// The memory of a training run: walk the phases of a step on every stage and take the largest.
import type { MemoryLine, Range } from "../memoryLine";
import { bytes, type Bytes } from "../units";
import { layerContext } from "./activationTerms";
import { checkRun } from "./checkRun";
import { stageUse, type Phase, type PhaseUse, type StageUse } from "./phases";
import { stagesOf, type Stage } from "./pipeline";
import { trainingRange } from "./range";
import type { TrainingRun } from "./run";
import { toLine } from "./terms";
import { deviceBytes, heldTerm, outsideTerms, reservedBytes } from "./totals";

export interface TrainingEstimate {
  /** Live tensors at the peak. */
  readonly allocated: Bytes;
  /** What the caching allocator holds. */
  readonly reserved: Bytes;
  /** Reserved, context and communicators. */
  readonly device: Range;
  /** What stays allocated between steps. */
  readonly steady: Bytes;
  readonly phase: Phase;
  readonly stage: number;
  /** The next highest phase, on whichever stage. */
  readonly runnerUp: PhaseTotal;
}

export interface PhaseTotal {
  readonly stage: number;
  readonly phase: Phase;
  readonly allocated: Bytes;
}

export function trainingEstimate(run: TrainingRun): TrainingEstimate {
  const { context, layout, stages, peak, runnerUp } = walk(run);
  const worst = stages.find((each) => each.stage === peak.stage) as StageUse;
  const reserved = stages.reduce(
    (most, use, index) => Math.max(most, reservedBytes(run, context, layout[index] as Stage, use)),
    0,
  );
  return {
    allocated: bytes(peak.allocated),
    reserved: bytes(reserved),
    device: trainingRange(run, "device", deviceBytes(run, reserved)),
    steady: bytes(worst.steady),
    phase: peak.phase,
    stage: peak.stage,
    runnerUp: totalOf(runnerUp),
  };
}

/** The breakdown of the allocated peak: its lines add up to it. */
export const trainingLines = (run: TrainingRun): readonly MemoryLine[] =>
  walk(run)
    .peak.terms.filter((term) => term.bytes !== 0)
    .map(toLine);

/** The same and what comes on top: its lines add up to the likely total of the device. */
export function deviceLines(run: TrainingRun): readonly MemoryLine[] {
  const { allocated, reserved } = trainingEstimate(run);
  const above = [heldTerm(run, allocated, reserved), ...outsideTerms(run)];
  return [...trainingLines(run), ...above.filter((term) => term.bytes !== 0).map(toLine)];
}

/** Every phase of every stage. */
export const phaseTable = (run: TrainingRun): readonly PhaseTotal[] =>
  walk(run).stages.flatMap((stage) => stage.phases.map(totalOf));

/** The highest phase of every stage. */
export const stageTable = (run: TrainingRun): readonly PhaseTotal[] =>
  walk(run).stages.map(({ phases }) => totalOf(highest(phases).peak));

const totalOf = ({ stage, phase, allocated }: PhaseUse): PhaseTotal => ({ stage, phase, allocated: bytes(allocated) });

function walk(run: TrainingRun) {
  checkRun(run);
  const context = layerContext(run);
  const layout = stagesOf(run);
  const stages = layout.map((stage) => stageUse(run, context, stage));
  return { context, layout, stages, ...highest(stages.flatMap((stage) => stage.phases)) };
}

function highest(phases: readonly PhaseUse[]): { readonly peak: PhaseUse; readonly runnerUp: PhaseUse } {
  let peak = phases[0] as PhaseUse;
  let runnerUp = phases[1] as PhaseUse;
  if (runnerUp.allocated > peak.allocated) [peak, runnerUp] = [runnerUp, peak];
  for (const phase of phases.slice(2)) {
    if (phase.allocated > peak.allocated) [peak, runnerUp] = [phase, peak];
    else if (phase.allocated > runnerUp.allocated) runnerUp = phase;
  }
  return { peak, runnerUp };
}
