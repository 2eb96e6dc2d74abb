// The closed list of what a scenario can be asked.
import { type CatalogRow, table } from "../../catalog/table";
import { type CellError, isCellError, type Value } from "../cells";
import type { Evaluation } from "./evaluate";
import type { Part } from "./memory";
import { scenarioModel } from "./architecture";
import { fewestGpus, largestMicroBatch, largestThatFits } from "./search";
import { costPerMillion, gpusForPeak, maxSequences, speeds, tokensPerSecondPerGpu } from "./servingAnswers";
import { withAll } from "./together";
import { costOf, energyOf, flopsOf, hoursOf } from "./trainingAnswers";
import { filled } from "./trainingRun";

export interface Output extends CatalogRow {
  /** memory: bytes, shown in the unit of the call. */
  readonly unit: "memory" | "plain";
  readonly doc: string;
  readonly read: (evaluation: Evaluation) => Value | CellError;
}

const output = (id: string, unit: Output["unit"], doc: string, read: Output["read"], ...aliases: string[]): Output => ({
  id,
  label: id,
  aliases,
  unit,
  doc,
  read,
});
const bytesOf = (id: string, doc: string, read: (evaluation: Evaluation) => number, ...aliases: string[]) =>
  output(id, "memory", doc, read, ...aliases);
const part = (id: Part, doc: string) =>
  bytesOf(id, doc, ({ parts }) => parts().find((row) => row.part === id)?.likely ?? 0);

/** In this order in every list; new outputs are appended. */
export const OUTPUTS: readonly Output[] = [
  bytesOf(
    "total",
    "Everything on the fullest GPU at its peak.",
    ({ memory }) => memory().total.likely,
    "total likely",
    "memory",
  ),
  bytesOf("total low", "Low end of its range.", ({ memory }) => memory().total.low, "low"),
  bytesOf("total high", "High end of its range.", ({ memory }) => memory().total.high, "high"),
  bytesOf("allocated", "Live tensors at the peak (torch max_memory_allocated).", ({ memory }) => memory().allocated),
  bytesOf("reserved", "What the allocator holds (torch max_memory_reserved).", ({ memory }) => memory().reserved),
  part("weights", "Weights at the peak."),
  part("gradients", "Gradients at the peak."),
  part("optimizer", "Master copy and optimizer state at the peak."),
  part("activations", "Activations at the peak."),
  part("logits", "Logits and what the loss adds."),
  part("kv cache", "Keys and values of the sequences."),
  part("buffers", "Gathered weights, communication, workspaces."),
  part("runtime", "Context, communicators, what the allocator keeps."),
  bytesOf("capacity", "What the GPU can hand out.", ({ memory }) => memory().capacity),
  output(
    "headroom",
    "memory",
    "Capacity less the safety margin and the total; negative when it does not fit.",
    ({ memory }) => memory().headroom.likely,
  ),
  output("fits", "plain", "fits, borderline or no.", ({ memory }) => memory().verdict),
  output("max micro batch", "plain", "Largest micro batch that fits.", largestMicroBatch),
  output(
    "max context",
    "plain",
    "Longest sequence that fits, in steps of 128 × cp, and at most the model's own limit.",
    longestContext,
    "max sequence length",
  ),
  output("max sequences", "plain", "Most concurrent sequences that fit for sure, on all replicas.", maxSequences),
  output(
    "min gpus",
    "plain",
    "Fewest GPUs that hold it, the other labels as they are, beyond one node in whole nodes; 0 when none do.",
    fewestGpus,
  ),
  output("flops", "plain", "Model FLOPs of the run.", flopsOf),
  output("gpu hours", "plain", "GPU-hours: FLOPs ÷ (allocation × goodput × mfu × peak).", (evaluation) =>
    hoursOf(evaluation),
  ),
  output("wall hours", "plain", "GPU-hours ÷ GPUs.", (evaluation) =>
    withAll([hoursOf(evaluation)] as const, (hours: number) => hours / filled(evaluation.scenario).gpus),
  ),
  output(
    "output tokens per second per gpu",
    "plain",
    "Roofline while decoding, or your measurement.",
    tokensPerSecondPerGpu,
    "tokens per second per gpu",
  ),
  output("gpus for peak", "plain", "GPUs for the peak demand at the target load, spares included.", gpusForPeak),
  output("time to first token", "plain", "Seconds, roofline.", (evaluation) =>
    speedPart(evaluation, "timeToFirstToken"),
  ),
  output("time per token", "plain", "Seconds, roofline.", (evaluation) => speedPart(evaluation, "timePerToken")),
  output("kwh", "plain", "Energy of the run.", energyOf, "energy"),
  output("cost", "plain", "GPU-hours × price.", (evaluation) => costOf(evaluation, "likely")),
  output("cost low", "plain", "At the high end of the MFU.", (evaluation) => costOf(evaluation, "low")),
  output("cost high", "plain", "At the low end of the MFU.", (evaluation) => costOf(evaluation, "high")),
  output(
    "cost per million tokens",
    "plain",
    "Fleet for the peak, paid around the clock, over the average demand.",
    costPerMillion,
  ),
];

function speedPart(evaluation: Evaluation, part: "timeToFirstToken" | "timePerToken"): Value | CellError {
  const speed = speeds(evaluation);
  return isCellError(speed) ? speed : speed[part];
}

const CONTEXT_STEP = 128;
/** What fits, and not beyond the positions that the model was made for. */
function longestContext(evaluation: Evaluation): number {
  const { task, cp } = filled(evaluation.scenario);
  const found = largestThatFits(
    evaluation,
    task.id === "serve" ? "contextLength" : "sequenceLength",
    CONTEXT_STEP * cp,
  );
  const limit = scenarioModel(evaluation.scenario.values).architecture.maxPositionEmbeddings;
  return limit > 0 ? Math.min(found, limit) : found;
}

export const outputs = table("output", OUTPUTS);

/** An output that the code itself asks for. */
export function outputNamed(id: string): Output {
  const found = OUTPUTS.find((each) => each.id === id);
  if (!found) throw new Error(`no output ${id}`);
  return found;
}
