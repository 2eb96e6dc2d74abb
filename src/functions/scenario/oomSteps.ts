import type { MemoryUnit } from "../../engine/units";
import { type Block, type Cell, type Input, isCellError } from "../cells";
import { UNIT } from "../kinds";
import { defineFunction } from "../spec";
import { CASE } from "./arguments";
import { readOutput, TOPIC } from "./answers";
import { answerOf, evaluateCase, type Evaluation, evaluateWith } from "./evaluate";
import type { LabelKey } from "./labels";
import { outputNamed } from "./outputs";
import { filled } from "./trainingRun";

/** What to try next, cheapest first, as labels that change. */
const REMEDIES: readonly (readonly [
  text: string,
  tasks: readonly ("train" | "serve")[],
  changes: Partial<Record<LabelKey, Input>>,
])[] = [
  ["Use flash attention", ["train"], { attention: "flash" }],
  ["Set micro batch to 1 and accumulate", ["train"], { microBatch: 1 }],
  ["Recompute every layer", ["train"], { recompute: "full" }],
  ["Shard all states over the GPUs (ZeRO-3 / FSDP)", ["train"], { zeroStage: 3 }],
  ["Use an 8-bit optimizer", ["train"], { optimizer: "adamw-8bit" }],
  ["Keep the optimizer state in host memory", ["train"], { offload: "optimizer" }],
  ["Store the KV cache in FP8", ["serve"], { kvCache: "fp8" }],
  ["Store the weights in FP8", ["serve"], { weights: "fp8-channel" }],
  ["Store the weights in 4 bit", ["serve"], { weights: "awq" }],
];

const OOM_HEADER = ["step", "value", "says"] as const;
const outputOf = (id: string, evaluation: ReturnType<typeof evaluateCase>, unit: MemoryUnit): Cell =>
  readOutput(outputNamed(id), evaluation, unit);

/** The one-pager's checklist for this scenario; rows that another task needs say so and stay. */
function oomRows(evaluation: Evaluation, unit: MemoryUnit): Block {
  const { task } = filled(evaluation.scenario);
  const states = ["weights", "gradients", "optimizer"].map((id) => outputOf(id, evaluation, unit));
  const sum = states.every((each) => typeof each === "number")
    ? states.reduce<number>((total, each) => total + (each as number), 0)
    : "";
  const largest =
    task.id === "train" ? outputOf("max micro batch", evaluation, unit) : outputOf("max sequences", evaluation, unit);
  return [
    ["1. Weights, gradients, optimizer state at the peak", sum, unit],
    ["2. Activations", outputOf("activations", evaluation, unit), unit],
    ["3. Total, to compare with torch.cuda.memory_summary()", outputOf("total", evaluation, unit), unit],
    ["4. Headroom", outputOf("headroom", evaluation, unit), outputOf("fits", evaluation, unit)],
    [
      task.id === "train" ? "5. Largest micro batch that fits" : "5. Most sequences that fit",
      largest,
      "instead of halving until it fits",
    ],
    ...REMEDIES.map(([text, tasks, changes]): readonly Cell[] => {
      if (!tasks.includes(task.id)) return [text, "", "not used"];
      const changed = evaluateWith(evaluation.source, new Map(Object.entries(changes) as [LabelKey, Input][]));
      return [text, outputOf("total", changed, unit), outputOf("fits", changed, unit)];
    }),
  ];
}

export const OOM_STEPS = defineFunction({
  id: "OOM_STEPS",
  summary:
    "The out-of-memory checklist, computed: what takes the memory, the largest batch that fits, and what each remedy would leave.",
  topic: TOPIC,
  params: [CASE, UNIT],
  returns: {
    unit: "plain",
    doc: `A header and always the same rows: ${OOM_HEADER.join(", ")}. For a remedy, value is the new total and says whether that fits.`,
  },
  formula: "one-pager §8; each remedy alone, on top of the scenario",
  sources: ["One-pager §8", "The engine; see BREAKDOWN"],
  examples: [{ formula: '=INDEX(GPUMEM.OOM_STEPS({"model","llama-2-7b";"gpu","A100 80GB"}),5,3)', result: "no" }],
  run: ({ scenario, unit }) => {
    const evaluation = evaluateCase(scenario);
    if (isCellError(evaluation)) return evaluation;
    const broken = answerOf(() => evaluation.memory().verdict);
    return isCellError(broken) ? broken : [OOM_HEADER, ...oomRows(evaluation, unit.id)];
  },
});
