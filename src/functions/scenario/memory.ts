// The memory of a scenario, in the rows of its breakdown: the same rows in the same order for every scenario.
import { usableBytes } from "../../engine/gpu";
import { memoryBudget, type Verdict, verdictOf, worseVerdict } from "../../engine/fit";
import { type Basis, exactly, type MemoryLine, type Range, subtractRange, tighterRange } from "../../engine/memoryLine";
import { servingEstimate } from "../../engine/serving/estimate";
import { servingLines } from "../../engine/serving/lines";
import { deviceLines, trainingEstimate } from "../../engine/training/estimate";
import { servingRun } from "./servingRun";
import { filled, trainingRun } from "./trainingRun";
import type { Scenario } from "./values";

/** Rows of a breakdown. Appended to, never reordered: charts and INDEX point at them. */
export const PARTS = [
  "weights",
  "gradients",
  "optimizer",
  "activations",
  "logits",
  "kv cache",
  "buffers",
  "runtime",
] as const;
export type Part = (typeof PARTS)[number];

/** Which row a component of the engine's lines belongs to; a test walks all components. */
const PART_OF: Readonly<Record<string, Part>> = {
  Weights: "weights",
  "Autocast copies of weights": "weights",
  Gradients: "gradients",
  "Gradient of the tied embedding": "gradients",
  "Master weights": "optimizer",
  "Optimizer state": "optimizer",
  "Optimizer temporaries": "optimizer",
  "Saved activations": "activations",
  "Backward of one layer": "activations",
  "Attention mask": "activations",
  "Logits and loss": "logits",
  "Backward of the head": "logits",
  Workspaces: "buffers",
  "Dummy weight gradients": "buffers",
  "Gathered parameters": "buffers",
  "Copies of gradients": "buffers",
  "Unreduced gradients of a layer": "buffers",
  "Pipeline buffers": "buffers",
  weights: "weights",
  "rotary table": "weights",
  "LoRA slots": "weights",
  "draft model": "weights",
  "allocator blocks": "buffers",
  "KV cache": "kv cache",
  activations: "activations",
  "CUDA context": "runtime",
  Communicators: "runtime",
  "Held by the allocator": "runtime",
  "libraries and communicators": "runtime",
  "CUDA graphs": "runtime",
};
export const PLACED_COMPONENTS: ReadonlySet<string> = new Set(Object.keys(PART_OF));
const partOf = (component: string): Part => PART_OF[component] ?? "runtime";

export interface ScenarioMemory {
  /** Everything on the fullest GPU at its peak. */
  readonly total: Range;
  readonly allocated: number;
  readonly reserved: number;
  readonly capacity: number;
  /** What is left of what may be used; negative where it does not fit. low goes with the high end of the total. */
  readonly headroom: Range;
  readonly verdict: Verdict;
  /** Where a training step is highest: the phase, and the stage of a pipeline. Serving has no phases. */
  readonly peak: string | null;
}

export function scenarioMemory(scenario: Scenario): ScenarioMemory {
  const { gpu, safetyMargin, task } = filled(scenario);
  const capacity = usableBytes(gpu);
  const limit = exactly(memoryBudget(capacity, safetyMargin));
  return task.id === "serve" ? servingMemory(scenario, capacity, limit) : trainingMemory(scenario, capacity, limit);
}

function trainingMemory(scenario: Scenario, capacity: number, limit: Range): ScenarioMemory {
  const { device: total, allocated, reserved, phase, stage } = trainingEstimate(trainingRun(scenario));
  const headroom = subtractRange(limit, total);
  const peak = filled(scenario).pp > 1 ? `${phase}, stage ${stage + 1}` : phase;
  return { total, allocated, reserved, capacity, headroom, verdict: verdictOf(headroom), peak };
}

/** An engine admits what its cache pool holds, however much of the GPU lies idle: that limit counts, too, on every stage. */
function servingMemory(scenario: Scenario, capacity: number, limit: Range): ScenarioMemory {
  const { total, allocated, kvPool, kvCache, fits } = servingEstimate(servingRun(scenario));
  const onDevice = subtractRange(limit, total);
  const headroom = kvPool ? tighterRange(onDevice, subtractRange(kvPool, kvCache)) : onDevice;
  const verdict =
    fits === "no" || fits === "borderline" ? worseVerdict(fits, verdictOf(onDevice)) : verdictOf(onDevice);
  return { total, allocated: allocated.likely, reserved: total.likely, capacity, headroom, verdict, peak: null };
}

/** The engine's own lines, each in one part. */
export const scenarioLines = (scenario: Scenario): readonly MemoryLine[] =>
  filled(scenario).task.id === "serve" ? servingLines(servingRun(scenario)) : deviceLines(trainingRun(scenario));

export interface PartMemory extends Range {
  readonly part: Part;
  readonly basis: Basis;
  readonly lines: readonly MemoryLine[];
}

/**
 * The rows of the breakdown. What the lines do not hold of the total is runtime: context, communicators, blocks that
 * the allocator keeps. The range of the total is spread over the rows that are not exact, so that every column adds up.
 */
export function scenarioParts(scenario: Scenario, { total }: ScenarioMemory): readonly PartMemory[] {
  const lines = scenarioLines(scenario);
  const rest = total.likely - lines.reduce((sum, line) => sum + line.bytes, 0);
  const rows = PARTS.map((part) => {
    const own = lines.filter((line) => partOf(line.component) === part);
    const likely = own.reduce((sum, line) => sum + line.bytes, 0) + (part === "runtime" ? rest : 0);
    return { part, likely, basis: basisOf(part, likely, own), lines: own };
  });
  const uncertain = rows
    .filter(({ basis }) => basis !== "exact" && basis !== "not used")
    .reduce((sum, row) => sum + row.likely, 0);
  const spread = (likely: number, basis: Basis, difference: number) =>
    basis === "exact" || basis === "not used" || uncertain === 0 ? likely : likely + (difference * likely) / uncertain;
  return rows.map((row) => ({
    ...row,
    low: spread(row.likely, row.basis, total.low - total.likely),
    high: spread(row.likely, row.basis, total.high - total.likely),
  }));
}

/** What is said of a part without bytes: a training step has none of it when it is highest, or the task knows no such thing. */
export const absence = (part: Part, { peak }: ScenarioMemory): string =>
  peak === null || part === "kv cache" ? "not used" : `none at the peak (${peak})`;

const SURENESS: readonly Basis[] = ["not used", "exact", "analytic", "empirical"];

/** As sure as the least sure of its lines. */
function basisOf(part: Part, likely: number, lines: readonly MemoryLine[]): Basis {
  if (likely === 0) return "not used";
  if (part === "runtime") return "empirical";
  return lines.reduce<Basis>(
    (least, { basis }) => (SURENESS.indexOf(basis) > SURENESS.indexOf(least) ? basis : least),
    "exact",
  );
}
