import type { MemoryUnit } from "../../engine/units";
import { type Block, type Cell, type CellError, type Input, isCellError, type Value } from "../cells";
import { UNIT } from "../kinds";
import { defineFunction } from "../spec";
import { CASE } from "./arguments";
import { readOutput, TOPIC } from "./answers";
import { evaluateCase, evaluateWith } from "./evaluate";
import type { LabelKey } from "./labels";
import { outputNamed } from "./outputs";
import type { ScenarioCase } from "./reader";
import { filled } from "./trainingRun";

/** The one-pager's list, in its order: each step as labels that change; the start has none of them. */
const SAVING_STEPS: readonly (readonly [step: string, changes: Partial<Record<LabelKey, Value>>])[] = [
  [
    "FP32, nothing saved",
    { precision: "fp32", recompute: "none", attention: "standard", zeroStage: 0, optimizer: "adamw" },
  ],
  ["mixed precision", { precision: "bf16" }],
  ["recompute", { recompute: "full" }],
  ["flash attention", { attention: "flash" }],
  ["ZeRO-3 / FSDP", { zeroStage: 3 }],
  ["8-bit optimizer", { optimizer: "adamw-8bit" }],
];
const ONLY_TRAINING: CellError = {
  error: "#N/A",
  message: 'SAVINGS goes through the measures of training; for task "serve" see OOM_STEPS.',
};
const SAVINGS_HEADER = ["step", "total", "saved", "share of start"] as const;

function savingRows(source: ScenarioCase, unit: MemoryUnit): Block {
  const changes = new Map<LabelKey, Input>();
  const totals = SAVING_STEPS.map(([, step]) => {
    for (const [key, value] of Object.entries(step) as [LabelKey, Value][]) changes.set(key, value);
    return readOutput(outputNamed("total"), evaluateWith(source, changes), unit);
  });
  const [start] = totals;
  return SAVING_STEPS.map(([step], i): readonly Cell[] => {
    const [total, before] = [totals[i] as Cell, totals[i - 1]];
    if (typeof total !== "number" || typeof start !== "number") return [step, total, "", ""];
    const saved = typeof before === "number" ? before - total : 0;
    return [step, total, saved, saved / start];
  });
}

export const SAVINGS = defineFunction({
  id: "SAVINGS",
  summary:
    "What each of the one-pager's measures saves, one after another: mixed precision, recompute, flash attention, ZeRO/FSDP, 8-bit optimizer.",
  topic: TOPIC,
  params: [CASE, UNIT],
  returns: { unit: "plain", doc: `A header, then always the same six rows: ${SAVINGS_HEADER.join(", ")}.` },
  formula: "total of the scenario with the measures up to that row; saved is the difference to the row above",
  sources: ["One-pager §8", "The engine; see BREAKDOWN"],
  notes: ["A measure can cost: flash attention saves nothing that full recompute has not saved already."],
  examples: [
    {
      formula: '=INDEX(GPUMEM.SAVINGS({"model","llama-2-7b";"gpu","A100 80GB";"gpus",8}),3,1)',
      result: "mixed precision",
    },
  ],
  run: ({ scenario, unit }): Block | CellError => {
    const evaluation = evaluateCase(scenario);
    if (isCellError(evaluation)) return evaluation;
    if (filled(evaluation.scenario).task.id === "serve") return ONLY_TRAINING;
    return [SAVINGS_HEADER, ...savingRows(scenario, unit.id)];
  },
});
