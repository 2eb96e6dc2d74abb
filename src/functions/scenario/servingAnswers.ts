// Speed, fleet and cost of a serving scenario.
import { encodingRate, type Roofline, servingRoofline } from "../../engine/serving/throughput";
import { SECONDS_PER_HOUR } from "../../engine/units";
import { type CellError, isCellError, type Value } from "../cells";
import { print } from "../numbers";
import { scenarioModel } from "./architecture";
import type { Evaluation } from "./evaluate";
import { servingRun } from "./servingRun";
import { largestThatFits } from "./search";
import { withAll } from "./together";
import { filled } from "./trainingRun";
import { needed } from "./values";

const PER_MILLION = 1e6;
const notAvailable = (message: string): CellError => ({ error: "#N/A", message });

/** A decoder that is served: what writes tokens one after another. */
function decoderOnly({ scenario }: Evaluation): CellError | undefined {
  if (filled(scenario).task.id !== "serve")
    return notAvailable('This is an answer of task "serve"; the scenario says train.');
  if (scenarioModel(scenario.values).architecture.kind === "decoder") return undefined;
  const { likely } = encodingRate(servingRun(scenario));
  return notAvailable(
    `An encoder writes no tokens and keeps no cache; by the roofline a replica reads about ${print(Math.round(likely))} tokens per second.`,
  );
}

/** Most sequences that fit for sure, spread over all replicas; the engine's own limit on their number can be raised. */
export function maxSequences(evaluation: Evaluation): number | CellError {
  const { tp, pp, gpus } = filled(evaluation.scenario);
  return decoderOnly(evaluation) ?? largestThatFits(evaluation, "sequences", gpus / (tp * pp));
}

/** Speeds of so many sequences only where they fit: those that wait are not served. */
export function speeds(evaluation: Evaluation): Roofline | CellError {
  const refused = decoderOnly(evaluation);
  if (refused) return refused;
  if (evaluation.memory().verdict === "no") {
    const most = maxSequences(evaluation);
    return notAvailable(
      `${print(filled(evaluation.scenario).sequences)} sequences do not fit: at most ${isCellError(most) ? 0 : print(most)} do for sure; lower sequences, or give more GPUs.`,
    );
  }
  const run = servingRun(evaluation.scenario);
  return servingRoofline(run, run.load.sequences).likely;
}

/** Output tokens per second of one GPU: measured where the user did, else the roofline. */
export function tokensPerSecondPerGpu(evaluation: Evaluation): number | CellError {
  const measured = evaluation.scenario.values.measuredTokensPerSecond;
  if (measured !== undefined) return decoderOnly(evaluation) ?? measured;
  const speed = speeds(evaluation);
  return isCellError(speed) ? speed : speed.tokensPerSecondPerGpu;
}

/** Whole replicas for the peak at the planned load, and the spares. */
export function gpusForPeak(evaluation: Evaluation): number | CellError {
  const { tp, pp, spareReplicas } = filled(evaluation.scenario);
  return withAll(
    [
      tokensPerSecondPerGpu(evaluation),
      needed(evaluation.scenario, "peakOutputTokensPerSecond"),
      needed(evaluation.scenario, "targetLoad"),
    ] as const,
    (speed: number, demand: number, load: number) =>
      (Math.ceil(demand / (speed * tp * pp * load)) + spareReplicas) * tp * pp,
  );
}

/** The fleet is paid around the clock, and serves the average: price × GPUs ÷ (average tokens per second × 3,600). */
export function costPerMillion(evaluation: Evaluation): Value | CellError {
  const { scenario } = evaluation;
  return withAll(
    [
      gpusForPeak(evaluation),
      needed(scenario, "pricePerGpuHour"),
      needed(scenario, "peakToAverage"),
      needed(scenario, "peakOutputTokensPerSecond"),
    ] as const,
    (gpus: number, price: number, peakToAverage: number, peak: number) =>
      (gpus * price * PER_MILLION) / ((peak / peakToAverage) * SECONDS_PER_HOUR),
  );
}
