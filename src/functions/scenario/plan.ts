import { planLayouts, type Plan } from "../../engine/plan/plan";
import type { Change } from "../../engine/plan/changes";
import type { PlannedLayout } from "../../engine/plan/ranking";
import type { Layout, PlanRequest } from "../../engine/plan/request";
import { bytes, type MemoryUnit, toUnit } from "../../engine/units";
import { EngineError } from "../../engine/issues";
import { type Block, type Cell, type CellError, isCellError } from "../cells";
import { engineErrorCell } from "../inputIssues";
import { countUpTo, UNIT } from "../kinds";
import { print } from "../numbers";
import { defineFunction, withDefault } from "../spec";
import { CASE } from "./arguments";
import { TOPIC } from "./answers";
import { planRequest } from "./planRequest";
import { filled } from "./trainingRun";
import { readCase } from "./values";

/** A layout, as PLAN heads its columns after the rank. */
export const LAYOUT_COLUMNS = [
  "tp",
  "pp",
  "virtual stages",
  "cp",
  "ep",
  "dp",
  "zero stage",
  "recompute",
  "micro batch",
  "microbatches",
] as const;
const FIGURES = [
  "memory",
  "memory high",
  "step seconds",
  "tokens per second per gpu",
  "mfu",
  "why not better",
] as const;
const HEADER = ["rank", ...LAYOUT_COLUMNS, ...FIGURES];

const RECOMPUTE_TEXT: Readonly<Record<Layout["recompute"]["kind"], string>> = {
  none: "none",
  full: "full",
  everyNth: "every-nth",
  sqrt: "sqrt",
  selectiveAttention: "selective",
  selectiveOps: "selective-ops",
  modules: "modules",
};
const recomputeText = ({ recompute }: Layout): string =>
  recompute.kind === "modules" ? recompute.modules.join(" + ") : RECOMPUTE_TEXT[recompute.kind];

const layoutCells = (l: Layout): readonly Cell[] => [
  l.tp,
  l.pp,
  l.virtualStages,
  l.cp,
  l.ep,
  l.dp,
  String(l.zero),
  recomputeText(l),
  l.microBatch,
  l.microbatches,
];
const layoutText = (l: Layout): string =>
  `tp ${l.tp}, pp ${l.pp}${l.virtualStages > 1 ? ` × ${l.virtualStages}` : ""}, cp ${l.cp}, ep ${l.ep}, dp ${l.dp}, ZeRO-${l.zero}, recompute ${recomputeText(l)}, micro batch ${l.microBatch}`;

/** "pipelineBubble" as words. */
const inWords = (name: string): string => name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
const seconds = (value: number): string => `${print(Number(value.toPrecision(3)))} s`;

function whyText({ disadvantage }: PlannedLayout): string {
  if (!disadvantage) return "best";
  return `${seconds(disadvantage.stepSeconds)} slower per step, most of it ${inWords(disadvantage.cause)} (${seconds(disadvantage.seconds)})`;
}

const amountText = (value: number, unit: MemoryUnit) =>
  `${print(Number(toUnit(bytes(value), unit).toPrecision(3)))} ${unit}`;
const changeText = ({ kind, gpus, planned }: Change): string =>
  kind === "gpus"
    ? `${gpus} GPUs (${layoutText(planned.layout)})`
    : kind === "optimizer"
      ? `an 8-bit optimizer (${layoutText(planned.layout)})`
      : `another ${inWords(kind)} (${layoutText(planned.layout)})`;

/** The sentence below the table: how many were looked at, the fewest GPUs, and what would help where nothing fits. */
function summary({ considered, fitting, fewest, nearest }: Plan, step: string, unit: MemoryUnit): string {
  const counts = `${fitting} of ${considered} layouts fit${step}.`;
  const least = fewest
    ? ` Fewest GPUs that hold it: ${fewest.gpus} (${layoutText(fewest.layout)}).`
    : " No number of GPUs up to the limit holds it.";
  if (!nearest)
    return considered === 0
      ? "No layout is valid on these GPUs: the degrees must divide heads, layers and GPUs."
      : counts + least;
  const [cheapest] = nearest.changes;
  const help = cheapest ? ` Cheapest change that fits: ${changeText(cheapest)}.` : "";
  return `${counts} The nearest, ${layoutText(nearest.layout)}, misses by ${amountText(nearest.missingBytes, unit)} at the high end of its range.${help}${least}`;
}

const row = (planned: PlannedLayout, rank: number, unit: MemoryUnit): readonly Cell[] => [
  rank,
  ...layoutCells(planned.layout),
  toUnit(bytes(planned.device.likely), unit),
  toUnit(bytes(planned.device.high), unit),
  planned.step.seconds,
  planned.step.tokensPerSecondPerGpu,
  planned.step.mfu,
  whyText(planned),
];
const pad = (cells: readonly Cell[]): readonly Cell[] => [
  ...cells,
  ...Array.from({ length: HEADER.length - cells.length }, () => ""),
];

/** What a step is, for whom the times are compared. */
const stepText = ({ globalBatch }: PlanRequest): string =>
  globalBatch === null ? "" : ` with steps of ${print(globalBatch)} sequences`;

function planBlock(plan: Plan, request: PlanRequest, unit: MemoryUnit): Block {
  const rows = plan.layouts.map((planned, i) => row(planned, i + 1, unit));
  const empty = Array.from({ length: Math.max(0, request.top - rows.length) }, () => pad([]));
  return [HEADER, ...rows, ...empty, pad([summary(plan, stepText(request), unit)])];
}

export const PLAN = defineFunction({
  id: "PLAN",
  summary:
    "How to lay a training run out over its GPUs: every valid layout that fits, fastest first, with memory, step time, and why each loses.",
  topic: TOPIC,
  params: [
    CASE,
    withDefault("top", countUpTo(1000), 10, "How many layouts to list; fewer are padded with empty rows."),
    UNIT,
  ],
  returns: {
    unit: "plain",
    doc: `A header, so many rows, and a last row in words. Columns: ${HEADER.join(", ")}.`,
  },
  formula:
    "step time = compute at an achievable rate + recompute + pipeline bubble + traffic of tp, dp, ep and pp that nothing hides",
  sources: [
    "arXiv:2104.04473 §3 (pipeline, tensor parallel)",
    "arXiv:2205.05198 (sequence parallel)",
    "arXiv:1910.02054 §7 (ZeRO traffic)",
  ],
  notes: [
    "Labels that the scenario gives (tp, pp, cp, ep, dp, virtual stages, zero stage, recompute, micro batch) stay; the others are searched. Only layouts whose high end fits count.",
    "Without global batch or microbatches a step is 4M tokens, as in pretraining: then gradients are accumulated.",
    "The fewest GPUs are searched within a node one by one, beyond it in whole nodes.",
    "Between nodes 400 Gb/s per GPU are assumed. Step times are estimates for comparing layouts, not promises.",
  ],
  examples: [
    {
      formula: '=INDEX(GPUMEM.PLAN({"model","llama-2-7b";"gpu","A100 80GB";"gpus",8;"stack","megatron"},3),1,2)',
      result: "tp",
    },
  ],
  run: ({ scenario: source, top, unit }): Block | CellError => {
    const scenario = readCase(source);
    if (isCellError(scenario)) return scenario;
    if (filled(scenario).task.id === "serve")
      return {
        error: "#N/A",
        message: 'PLAN lays out training; for task "serve" see FIT and the output max sequences.',
      };
    try {
      const request = planRequest(scenario, top);
      return "error" in request ? request : planBlock(planLayouts(request), request, unit.id);
    } catch (thrown) {
      if (thrown instanceof EngineError) return engineErrorCell(thrown.issue);
      throw thrown;
    }
  },
});
