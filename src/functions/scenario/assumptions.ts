// What was assumed because nobody said it: for the basis column, so that no default works unseen.
import { exactly, type Range } from "../../engine/memoryLine";
import { parameterCount } from "../../engine/parameters";
import { nearestMfu, type NearestMfu } from "../../catalog/mfuBenchmarks";
import { precisions } from "../../catalog/precisions";
import type { CellError, Value } from "../cells";
import { print } from "../numbers";
import { type LabelGroup, type LabelKey, type LabelRow, scenarioLabels } from "./labels";
import { scenarioModel } from "./architecture";
import { filled, rowById } from "./trainingRun";
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
  const defaults = scenarioLabels.rows
    .filter(
      (row) =>
        isRead(row, task.id) && !given.has(row.key) && (row.default !== undefined || row.otherwise !== undefined),
    )
    .map((row) => (row.default === undefined ? `${row.id}: ${row.otherwise}` : `${row.id} ${shown(row.default)}`));
  return [...defaults, ...assumedTime(scenario)].join(", ");
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
  const { gpu, gpus, stack } = filled(scenario);
  const { architecture } = scenarioModel(scenario.values);
  const { matmulDtype } = scenario.values.precision ?? rowById(precisions, stack.precision);
  const parameters = parameterCount(architecture).total;
  return nearestMfu({ gpu, dtype: matmulDtype, parameters, experts: architecture.experts !== null, gpus });
}

/** The utilization with its range: the nearest published one, or a given one, which the user stands by. */
export function assumedMfu(scenario: Scenario): Range | CellError {
  const { mfu } = scenario.values;
  if (mfu !== undefined) return exactly(mfu);
  return benchmarkOf(scenario)?.mfu ?? (needed(scenario, "mfu") as CellError);
}
