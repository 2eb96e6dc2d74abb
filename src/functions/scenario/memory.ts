// The memory of a scenario, in the rows of its breakdown: the same rows in the same order for every scenario.
import { usableBytes } from "../../engine/gpu";
import type { Basis, MemoryLine, Range } from "../../engine/memoryLine";
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
export const partOf = (component: string): Part => PART_OF[component] ?? "runtime";

export interface ScenarioMemory {
  /** Everything on the fullest GPU at its peak. */
  readonly total: Range;
  readonly allocated: number;
  readonly reserved: number;
  /** What a fit may use: the usable memory less the safety margin. */
  readonly capacity: number;
  readonly limit: number;
}

export type Verdict = "fits" | "borderline" | "no";

/** fits: even the high end stays below the limit; no: not even the low end does. */
export const verdict = ({ total, limit }: ScenarioMemory): Verdict =>
  total.high <= limit ? "fits" : total.low > limit ? "no" : "borderline";

export function scenarioMemory(scenario: Scenario): ScenarioMemory {
  const { gpu, safetyMargin } = filled(scenario);
  const capacity = usableBytes(gpu);
  return { ...totals(scenario), capacity, limit: capacity * (1 - safetyMargin) };
}

function totals(scenario: Scenario): Pick<ScenarioMemory, "total" | "allocated" | "reserved"> {
  if (filled(scenario).task.id === "serve") {
    const { total, allocated } = servingEstimate(servingRun(scenario));
    return { total, allocated: allocated.likely, reserved: total.likely };
  }
  const { device, allocated, reserved } = trainingEstimate(trainingRun(scenario));
  return { total: device, allocated, reserved };
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
