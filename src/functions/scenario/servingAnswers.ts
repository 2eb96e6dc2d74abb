// Speed, fleet and cost of a serving scenario.
import { servingEstimate } from "../../engine/serving/estimate";
import { type RooflineRange, servingRoofline } from "../../engine/serving/throughput";
import { SECONDS_PER_HOUR } from "../../engine/units";
import type { CellError, Value } from "../cells";
import type { Evaluation } from "./evaluate";
import { servingRun } from "./servingRun";
import { withAll } from "./together";
import { filled } from "./trainingRun";
import { needed } from "./values";

const PER_MILLION = 1e6;

export const onlyServing = (evaluation: Evaluation, compute: () => Value | CellError): Value | CellError =>
  filled(evaluation.scenario).task.id === "serve"
    ? compute()
    : { error: "#N/A", message: 'This is an answer of task "serve"; the scenario says train.' };

export function roofline({ scenario }: Evaluation): RooflineRange {
  const run = servingRun(scenario);
  return servingRoofline(run, run.load.sequences);
}

/** Output tokens per second of one GPU: measured where the user did, else the roofline. */
export const speedOf = (evaluation: Evaluation): number =>
  evaluation.scenario.values.measuredTokensPerSecond ?? roofline(evaluation).likely.tokensPerSecondPerGpu;

/** Whole replicas for the peak at the planned load, and the spares. */
export function gpusForPeak(evaluation: Evaluation): Value | CellError {
  const { tp, pp, spareReplicas } = filled(evaluation.scenario);
  return withAll(
    [needed(evaluation.scenario, "peakOutputTokensPerSecond"), needed(evaluation.scenario, "targetLoad")] as const,
    (demand: number, load: number) =>
      (Math.ceil(demand / (speedOf(evaluation) * tp * pp * load)) + spareReplicas) * tp * pp,
  );
}

/** The fleet is paid around the clock, and serves the average: price × GPUs ÷ (average tokens per second × 3,600). */
export function costPerMillion(evaluation: Evaluation): Value | CellError {
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

export const capacitySequences = ({ scenario }: Evaluation): Value | CellError => {
  const { capacitySequences: range, maxSequences } = servingEstimate(servingRun(scenario));
  return range === null
    ? { error: "#N/A", message: "The GPU's usable memory is not known." }
    : Math.min(Math.floor(range.low), maxSequences) * servingRun(scenario).layout.dp;
};
