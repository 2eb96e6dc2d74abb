// The closed list of what a scenario can be asked.
import { modelWork, trainingFlopsPerToken, type TrainingWork } from "../../engine/compute";
import { energyKwh } from "../../engine/energy";
import { servingEstimate } from "../../engine/serving/estimate";
import { type RooflineRange, servingRoofline } from "../../engine/serving/throughput";
import { loraParameters } from "../../engine/adapters";
import { linearTensors } from "../../engine/parameters";
import { gpuHours } from "../../engine/utilization";
import type { CellError, Value } from "../cells";
import { isCellError } from "../cells";
import { peakFlops } from "../../catalog/gpus/rates";
import { precisions } from "../../catalog/precisions";
import { type CatalogRow, table } from "../../catalog/table";
import { scenarioModel } from "./architecture";
import type { Evaluation } from "./evaluate";
import { type Part, verdict } from "./memory";
import { fewestGpus, largestThatFits } from "./search";
import { servingRun } from "./servingRun";
import { assumedMfu } from "./assumptions";
import { assumedTokens, filled, rowById } from "./trainingRun";
import { needed } from "./values";

export interface Output extends CatalogRow {
  /** memory: bytes, shown in the unit of the call. */
  readonly unit: "memory" | "plain";
  readonly doc: string;
  readonly read: (evaluation: Evaluation) => Value | CellError;
}

const SECONDS_PER_HOUR = 3600;
const PER_MILLION = 1e6;

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

/** Chains steps that may each lack an input: the first that is missing is the answer. */
function withAll<T extends readonly unknown[]>(
  inputs: { readonly [K in keyof T]: T[K] | CellError },
  compute: (...known: T) => Value | CellError,
): Value | CellError {
  const missing = inputs.find((input) => isCellError(input)) as CellError | undefined;
  return missing ?? compute(...(inputs as unknown as T));
}

// --- training time and money -----------------------------------------------------------------------------------------

/** Model FLOPs of a token: recompute is not progress, and an MFU does not count it. */
function workPerToken({ scenario }: Evaluation): TrainingWork {
  const { architecture } = scenarioModel(scenario.values);
  const { loraRank, loraTargets } = filled(scenario);
  const sequence = scenario.values.sequenceLength ?? assumedTokens(architecture.maxPositionEmbeddings);
  const work = modelWork(architecture, sequence, "full");
  if (loraRank === 0) return work;
  const adapted = linearTensors(architecture).filter(
    (tensor) => tensor.part !== "router" && loraTargets.some((target) => target.matches(tensor)),
  );
  return { ...work, adapterParameters: loraParameters(adapted, loraRank) };
}

const flopsOf = (evaluation: Evaluation): number | CellError => {
  const tokens = needed(evaluation.scenario, "trainingTokens");
  return isCellError(tokens) ? tokens : tokens * trainingFlopsPerToken(workPerToken(evaluation));
};

/** The peak that the recipe's matmuls are measured against. */
function recipePeak({ scenario }: Evaluation): number | CellError {
  const { gpu, stack } = filled(scenario);
  const { matmulDtype } = scenario.values.precision ?? rowById(precisions, stack.precision);
  return peakFlops(gpu, matmulDtype) ?? { error: "#N/A", message: `No ${matmulDtype} peak is known for ${gpu.label}.` };
}

type Edge = "low" | "likely" | "high";

/** GPU-hours that the jobs hold, or with an allocation that are paid. A low MFU is the high end of the hours. */
function hoursOf(evaluation: Evaluation, edge: Edge = "likely"): number | CellError {
  const mfu = assumedMfu(evaluation.scenario);
  const [flops, peak] = [flopsOf(evaluation), recipePeak(evaluation)];
  if (isCellError(flops)) return flops;
  if (isCellError(peak)) return peak;
  if (isCellError(mfu)) return mfu;
  const share = edge === "likely" ? mfu.likely : edge === "low" ? mfu.high : mfu.low;
  return gpuHours(flops, peak, {
    allocation: evaluation.scenario.values.allocation ?? 1,
    goodput: filled(evaluation.scenario).goodput,
    mfu: share,
  });
}

const costOf = (evaluation: Evaluation, edge: Edge): Value | CellError =>
  withAll(
    [hoursOf(evaluation, edge), needed(evaluation.scenario, "pricePerGpuHour")] as const,
    (hours: number, price: number) => hours * price,
  );

const energyOf = (evaluation: Evaluation): Value | CellError => {
  const { gpu } = filled(evaluation.scenario);
  return withAll(
    [hoursOf(evaluation), needed(evaluation.scenario, "pue"), needed(evaluation.scenario, "serverWatts")] as const,
    (hours: number, pue: number, serverWatts: number) =>
      gpu.tdpWatts === null
        ? { error: "#N/A", message: `No power is known for ${gpu.label}.` }
        : energyKwh(hours, { gpuWatts: gpu.tdpWatts, serverWatts, pue }),
  );
};

// --- serving ------------------------------------------------------------------------------------------------------------

const onlyServing = (evaluation: Evaluation, compute: () => Value | CellError): Value | CellError =>
  filled(evaluation.scenario).task.id === "serve"
    ? compute()
    : { error: "#N/A", message: 'This is an answer of task "serve"; the scenario says train.' };

function roofline({ scenario }: Evaluation): RooflineRange {
  const run = servingRun(scenario);
  return servingRoofline(run, run.load.sequences);
}

/** Output tokens per second of one GPU: measured where the user did, else the roofline. */
const speedOf = (evaluation: Evaluation): number =>
  evaluation.scenario.values.measuredTokensPerSecond ?? roofline(evaluation).likely.tokensPerSecondPerGpu;

/** Whole replicas for the peak at the planned load, and the spares. */
function gpusForPeak(evaluation: Evaluation): Value | CellError {
  const { tp, pp, spareReplicas } = filled(evaluation.scenario);
  return withAll(
    [needed(evaluation.scenario, "peakOutputTokensPerSecond"), needed(evaluation.scenario, "targetLoad")] as const,
    (demand: number, load: number) =>
      (Math.ceil(demand / (speedOf(evaluation) * tp * pp * load)) + spareReplicas) * tp * pp,
  );
}

/** The fleet is paid around the clock, and serves the average: price × GPUs ÷ (average tokens per second × 3,600). */
function costPerMillion(evaluation: Evaluation): Value | CellError {
  const { scenario } = evaluation;
  return withAll(
    [
      gpusForPeak(evaluation) as number | CellError,
      needed(scenario, "pricePerGpuHour"),
      needed(scenario, "peakToAverage"),
      needed(scenario, "peakOutputTokensPerSecond"),
    ] as const,
    (gpus: number, price: number, peakToAverage: number, peak: number) =>
      (gpus * price * PER_MILLION) / ((peak / peakToAverage) * SECONDS_PER_HOUR),
  );
}

const capacitySequences = ({ scenario }: Evaluation): Value | CellError => {
  const { capacitySequences: range, maxSequences } = servingEstimate(servingRun(scenario));
  return range === null
    ? { error: "#N/A", message: "The GPU's usable memory is not known." }
    : Math.min(Math.floor(range.low), maxSequences) * servingRun(scenario).layout.dp;
};

// --- the list -----------------------------------------------------------------------------------------------------------

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
    ({ memory }) => memory().limit - memory().total.likely,
  ),
  output("fits", "plain", "fits, borderline or no.", ({ memory }) => verdict(memory())),
  output("max micro batch", "plain", "Largest micro batch that fits.", (evaluation) =>
    largestThatFits(evaluation, "microBatch"),
  ),
  output(
    "max context",
    "plain",
    "Longest sequence that fits, in steps of 128 × cp.",
    longestContext,
    "max sequence length",
  ),
  output("max sequences", "plain", "Most concurrent sequences that the cache holds.", (evaluation) =>
    onlyServing(evaluation, () => capacitySequences(evaluation)),
  ),
  output("min gpus", "plain", "Fewest GPUs that hold it, the other labels as they are; 0 when none do.", fewestGpus),
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
    (evaluation) => onlyServing(evaluation, () => speedOf(evaluation)),
    "tokens per second per gpu",
  ),
  output("gpus for peak", "plain", "GPUs for the peak demand at the target load, spares included.", (evaluation) =>
    onlyServing(evaluation, () => gpusForPeak(evaluation)),
  ),
  output("time to first token", "plain", "Seconds, roofline.", (evaluation) =>
    onlyServing(evaluation, () => roofline(evaluation).likely.timeToFirstToken),
  ),
  output("time per token", "plain", "Seconds, roofline.", (evaluation) =>
    onlyServing(evaluation, () => roofline(evaluation).likely.timePerToken),
  ),
  output("kwh", "plain", "Energy of the run.", energyOf, "energy"),
  output("cost", "plain", "GPU-hours × price.", (evaluation) => costOf(evaluation, "likely")),
  output("cost low", "plain", "At the high end of the MFU.", (evaluation) => costOf(evaluation, "low")),
  output("cost high", "plain", "At the low end of the MFU.", (evaluation) => costOf(evaluation, "high")),
  output(
    "cost per million tokens",
    "plain",
    "Fleet for the peak, paid around the clock, over the average demand.",
    (evaluation) => onlyServing(evaluation, () => costPerMillion(evaluation)),
  ),
];

const CONTEXT_STEP = 128;
function longestContext(evaluation: Evaluation): number {
  const { task, cp } = filled(evaluation.scenario);
  return largestThatFits(evaluation, task.id === "serve" ? "contextLength" : "sequenceLength", CONTEXT_STEP * cp);
}

export const outputs = table("output", OUTPUTS);

/** An output that the code itself asks for. */
export function outputNamed(id: string): Output {
  const found = OUTPUTS.find((each) => each.id === id);
  if (!found) throw new Error(`no output ${id}`);
  return found;
}
