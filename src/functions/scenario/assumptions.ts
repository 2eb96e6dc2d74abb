// What was assumed because nobody said it: for the basis column, so that no default works unseen.
import { exactly, type Range } from "../../engine/memoryLine";
import { parameterCount } from "../../engine/parameters";
import { nearestMfu, type NearestMfu } from "../../catalog/mfuBenchmarks";
import type { CellError, Value } from "../cells";
import { print } from "../numbers";
import { type LabelGroup, type LabelKey, type LabelRow, scenarioLabels } from "./labels";
import { scenarioModel } from "./architecture";
import { ONLY_LORA, remarks } from "./remarks";
import { servedWeights, servingRun } from "./servingRun";
import { filled, recipeOf, trainingRun } from "./trainingRun";
import { isOfTraining, needed, type Scenario } from "./values";

const IN_MEMORY: ReadonlySet<LabelGroup> = new Set(["core", "hardware", "training"]);
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
  const { given, values } = scenario;
  const { task } = filled(scenario);
  const resolved = task.id === "serve" ? resolvedServing(scenario) : resolvedTraining(scenario);
  const defaults = scenarioLabels.rows
    .filter((row) => isRead(row, task.id) && !given.has(row.key) && !(values.loraRank === 0 && ONLY_LORA.has(row.key)))
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
  const run = servingRun(scenario);
  return {
    contextLength: run.load.context.max,
    weights: servedWeights(scenario).id,
    engineVersion: run.engine.name,
  };
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
