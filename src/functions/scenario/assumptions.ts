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
import { isOfTraining, needed, type Scenario } from "./values";

const IN_MEMORY: ReadonlySet<LabelGroup> = new Set(["core", "hardware", "training"]);
/** Labels of adapters, which full training does not have. */
const ONLY_LORA: ReadonlySet<LabelKey> = new Set(["loraTargets", "baseWeights"]);
/** Answers that ask for these name them when they are missing. */
const NOT_MEMORY: ReadonlySet<LabelKey> = new Set(["trainingTokens", "mfu", "pricePerGpuHour"]);

function isRead(row: LabelRow, task: "train" | "serve"): boolean {
  const { group, key } = row;
  if (NOT_MEMORY.has(key)) return false;
  if (isOfTraining(row)) return task === "train";
  return group !== "serving" ? IN_MEMORY.has(group) : task === "serve";
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
  return [...beyond, ...unused(scenario), ...(note ? [note] : [])];
}

/** Labels that were filled in and that this task, or full training, does not read. */
function unused({ values, given }: Scenario): readonly string[] {
  const { id: task } = filled({ values, given }).task;
  const isOfOther = (row: LabelRow) => (task === "serve" ? isOfTraining(row) : row.group === "serving");
  const ofOther = scenarioLabels.rows.filter((row) => given.has(row.key) && isOfOther(row));
  const ofAdapters = scenarioLabels.rows.filter(
    ({ key }) => task === "train" && values.loraRank === 0 && given.has(key) && ONLY_LORA.has(key),
  );
  const list = (rows: readonly LabelRow[]) => rows.map(({ id }) => id).join(" and ");
  return [
    ...(ofOther.length > 0 ? [`not read by task ${task}: ${list(ofOther)}`] : []),
    ...(ofAdapters.length > 0 ? [`not read without lora rank: ${list(ofAdapters)}`] : []),
  ];
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
