// What was assumed because nobody said it: for the basis column, so that no default works unseen.
import { exactly, type Range } from "../../engine/memoryLine";
import { parameterCount } from "../../engine/parameters";
import { servingEstimate } from "../../engine/serving/estimate";
import { checkpointFormat } from "../../catalog/dtypes";
import { nearestMfu, type NearestMfu } from "../../catalog/mfuBenchmarks";
import type { CellError, Value } from "../cells";
import { print } from "../numbers";
import { type LabelGroup, type LabelKey, type LabelRow, scenarioLabels } from "./labels";
import { scenarioModel } from "./architecture";
import { servingRun } from "./servingRun";
import { filled, recipeOf, trainingRun } from "./trainingRun";
import { needed, type Scenario } from "./values";

const OF_TASK: Readonly<Record<"train" | "serve", readonly LabelGroup[]>> = { train: ["training"], serve: ["serving"] };
/** Core labels that only training reads. */
const ONLY_TRAINING: ReadonlySet<LabelKey> = new Set([
  "precision",
  "optimizer",
  "microBatch",
  "sequenceLength",
  "recompute",
  "zeroStage",
]);
/** Answers that ask for these name them when they are missing. */
const NOT_MEMORY: ReadonlySet<LabelKey> = new Set(["trainingTokens", "mfu", "pricePerGpuHour"]);

function isRead({ group, key }: LabelRow, task: "train" | "serve"): boolean {
  if (NOT_MEMORY.has(key)) return false;
  if (group === "core") return task === "train" || !ONLY_TRAINING.has(key);
  return group === "hardware" || OF_TASK[task].includes(group);
}

const shown = (value: Value): string => (typeof value === "number" ? print(value) : String(value));

/** "gpus 1, optimizer adamw, precision: the stack's own recipe, ...": every default that the answers stand on. */
export function assumed(scenario: Scenario): string {
  const { given } = scenario;
  const { task } = filled(scenario);
  const resolved = task.id === "serve" ? resolvedServing(scenario) : resolvedTraining(scenario);
  const defaults = scenarioLabels.rows
    .filter((row) => isRead(row, task.id) && !given.has(row.key))
    .map((row) => [row.id, resolved[row.key] ?? row.default ?? row.otherwise] as const)
    .filter(([, value]) => value !== undefined)
    .map(([id, value]) => `${id} ${shown(value as Value)}`);
  return [...defaults, ...assumedTime(scenario), ...remarks(scenario)].join(", ");
}

type Resolved = Partial<Record<LabelKey, Value>>;
const yesOrNo = (flag: boolean): string => (flag ? "yes" : "no");

/** What rules such as "the stack's own" came to. */
function resolvedTraining(scenario: Scenario): Resolved {
  const { stack, tp } = filled(scenario);
  const run = trainingRun(scenario);
  return {
    precision: recipeOf(scenario).id,
    sequenceLength: run.sequence,
    zeroStage: run.zero,
    loss: tp > 1 ? stack.lossWithTensorParallel : stack.loss,
    sp: yesOrNo(run.parallel.sp),
    dp: run.parallel.dp,
    microbatches: run.microbatches ?? 1,
    pipelineLayout: run.parallel.layout ?? "even",
  };
}

function resolvedServing(scenario: Scenario): Resolved {
  const { values } = scenario;
  const run = servingRun(scenario);
  const { dtype } = scenarioModel(values);
  return {
    contextLength: run.load.context.max,
    weights: (values.weights ?? checkpointFormat(dtype)).id,
    engineVersion: run.engine.name,
  };
}

/** What the reader must know beside the values: rules of another version, contexts that the model was not made for. */
function remarks(scenario: Scenario): readonly string[] {
  const serving = filled(scenario).task.id === "serve";
  const { maxPositionEmbeddings: limit } = scenarioModel(scenario.values).architecture;
  const tokens = serving ? servingRun(scenario).load.context.max : trainingRun(scenario).sequence;
  const beyond =
    limit > 0 && tokens > limit ? [`${print(tokens)} tokens are beyond the model's own ${print(limit)}`] : [];
  const note = serving ? servingEstimate(servingRun(scenario)).note : "";
  return note ? [...beyond, note] : beyond;
}

const percent = (share: number): string => `${print(Math.round(share * 1000) / 10)}%`;

/** The benchmark behind a utilization that nobody gave; only where hours are asked for at all. */
function assumedTime(scenario: Scenario): readonly string[] {
  if (!scenario.given.has("trainingTokens") || scenario.given.has("mfu")) return [];
  const nearest = benchmarkOf(scenario);
  if (!nearest) return [];
  const { benchmark, match, mfu } = nearest;
  return [
    `mfu ${percent(mfu.likely)} (${percent(mfu.low)} to ${percent(mfu.high)}): ${benchmark.gpu}, ${match}, ${benchmark.source}`,
  ];
}

function benchmarkOf(scenario: Scenario): NearestMfu | undefined {
  const { gpu, gpus } = filled(scenario);
  const { architecture } = scenarioModel(scenario.values);
  const { matmulDtype } = recipeOf(scenario);
  const parameters = parameterCount(architecture).total;
  return nearestMfu({ gpu, dtype: matmulDtype, parameters, experts: architecture.experts !== null, gpus });
}

/** The utilization with its range: the nearest published one, or a given one, which the user stands by. */
export function assumedMfu(scenario: Scenario): Range | CellError {
  const { mfu } = scenario.values;
  if (mfu !== undefined) return exactly(mfu);
  return benchmarkOf(scenario)?.mfu ?? (needed(scenario, "mfu") as CellError);
}
