// What the reader must know beside the values: for the basis column.
import { servingEstimate } from "../../engine/serving/estimate";
import type { GpuRow } from "../../catalog/gpus";
import { peakFlops } from "../../catalog/gpus/rates";
import { print } from "../numbers";
import { scenarioModel } from "./architecture";
import { type LabelKey, type LabelRow, scenarioLabels } from "./labels";
import { computeDtype, servedWeights, servingRun } from "./servingRun";
import { filled, recipeOf, trainingRun } from "./trainingRun";
import { isOfTraining, type Scenario } from "./values";

/** Labels of adapters, which full training does not have. */
export const ONLY_LORA: ReadonlySet<LabelKey> = new Set(["loraTargets", "baseWeights"]);

/** What its matmuls run in. */
const multipliedIn = (scenario: Scenario) =>
  filled(scenario).task.id === "serve" ? computeDtype(servedWeights(scenario)) : recipeOf(scenario).matmulDtype;

/** Whether a GPU multiplies in the format that the scenario multiplies in. */
export const hasArithmetic = (scenario: Scenario, gpu: GpuRow): boolean =>
  peakFlops(gpu, multipliedIn(scenario)) !== undefined;

/** Memory does not ask whether the GPU can compute with what it holds; the reader should. */
function noArithmetic(scenario: Scenario): readonly string[] {
  const { gpu } = filled(scenario);
  return hasArithmetic(scenario, gpu) ? [] : [`no ${multipliedIn(scenario)} arithmetic is known of ${gpu.label}`];
}

/** Contexts that the model was not made for, arithmetic that the GPU lacks, labels that nobody reads, rules of another version. */
export function remarks(scenario: Scenario): readonly string[] {
  const serving = filled(scenario).task.id === "serve";
  const { maxPositionEmbeddings: limit } = scenarioModel(scenario.values).architecture;
  const tokens = serving ? servingRun(scenario).load.context.max : trainingRun(scenario).sequence;
  const beyond =
    limit > 0 && tokens > limit ? [`${print(tokens)} tokens are beyond the model's own ${print(limit)}`] : [];
  const note = serving ? servingEstimate(servingRun(scenario)).note : "";
  return [...beyond, ...noArithmetic(scenario), ...unused(scenario), ...(note ? [note] : [])];
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
