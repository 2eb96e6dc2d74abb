import { usableBytes } from "../../engine/gpu";
import { gpus } from "../../catalog/gpus";
import { table } from "../../catalog/table";
import { type Cell, type CellError, isCellError } from "../cells";
import { choice } from "../kinds";
import { defineFunction, maybe } from "../spec";
import { CASE } from "./arguments";
import { readOutput, TOPIC } from "./answers";
import { answerOf, type Evaluation, evaluateCase, evaluateWith, fits } from "./evaluate";
import { outputNamed } from "./outputs";
import { hasArithmetic } from "./remarks";
import { filled } from "./trainingRun";

/** The same maker's GPU with the least memory that holds the case, the other labels as they are: software is not portable. */
function smallestGpu({ source, scenario }: Evaluation): string | CellError {
  const { vendor } = filled(scenario).gpu;
  const made = gpus.rows.filter((row) => row.vendor === vendor && hasArithmetic(scenario, row));
  const bySize = made.sort((a, b) => usableBytes(a) - usableBytes(b));
  const found = bySize.find((row) => fits(evaluateWith(source, new Map([["gpu", row.id]]))));
  return (
    found?.id ?? {
      error: "#N/A",
      message: `No ${vendor} GPU of the catalog holds and computes it with these labels: use more of them, or recompute.`,
    }
  );
}

interface FitRow {
  readonly id: string;
  readonly tasks: readonly ("train" | "serve")[];
  readonly read: (evaluation: Evaluation) => Cell;
}
const fromOutput = (id: string, tasks: FitRow["tasks"]): FitRow => ({
  id,
  tasks,
  read: (evaluation) => readOutput(outputNamed(id), evaluation, "GB"),
});
const BOTH = ["train", "serve"] as const;
const FIT_ROWS: readonly FitRow[] = [
  fromOutput("max micro batch", ["train"]),
  fromOutput("max context", BOTH),
  fromOutput("max sequences", ["serve"]),
  fromOutput("min gpus", BOTH),
  { id: "smallest gpu", tasks: BOTH, read: smallestGpu },
];
const fitAnswers = table(
  "answer",
  FIT_ROWS.map(({ id }) => ({ id, label: id, aliases: [] })),
);

export const FIT = defineFunction({
  id: "FIT",
  summary:
    "What still fits: the largest micro batch, the longest context, the fewest GPUs, the same maker's smallest GPU that holds it. Only what fits for sure counts.",
  topic: TOPIC,
  params: [CASE, maybe("what", choice(fitAnswers), "One of the answers; all of them when omitted.")],
  returns: {
    unit: "plain",
    doc: `Rows of label and value: ${fitAnswers.rows.map(({ id }) => id).join(", ")}; "not used" where the task has no such thing.`,
  },
  formula: "the largest value for which the high end of the range is at most capacity × (1 − safety margin)",
  sources: ["The engine; see BREAKDOWN"],
  examples: [
    {
      formula: '=INDEX(GPUMEM.FIT({"model","llama-3-8b";"gpu","H100 SXM";"gpus",8;"stack","fsdp2"}),4,1)',
      result: "min gpus",
    },
  ],
  run: ({ scenario, what }) => {
    const evaluation = evaluateCase(scenario);
    if (isCellError(evaluation)) return evaluation;
    const broken = answerOf(() => evaluation.memory().verdict);
    if (isCellError(broken)) return broken;
    const { task } = filled(evaluation.scenario);
    const answer = ({ tasks, read }: FitRow): Cell => (tasks.includes(task.id) ? read(evaluation) : "not used");
    const one = FIT_ROWS.find(({ id }) => id === what?.id);
    return one ? answer(one) : FIT_ROWS.map((row) => [row.id, answer(row)]);
  },
});
