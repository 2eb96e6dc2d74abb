// FLOPs, hours, energy and cost of a training scenario.
import { loraParameters } from "../../engine/adapters";
import { modelWork, trainingFlopsPerToken, type TrainingWork } from "../../engine/compute";
import { energyKwh } from "../../engine/energy";
import { gpuHours } from "../../engine/utilization";
import { peakFlops } from "../../catalog/gpus/rates";
import { adaptedTensors } from "../adapted";
import { type CellError, isCellError, type Value } from "../cells";
import { scenarioModel } from "./architecture";
import { assumedMfu } from "./assumptions";
import type { Evaluation } from "./evaluate";
import { withAll } from "./together";
import { assumedTokens, filled, recipeOf } from "./trainingRun";
import { needed } from "./values";

/** Model FLOPs of a token: recompute is not progress, and an MFU does not count it. */
function workPerToken({ scenario }: Evaluation): TrainingWork {
  const model = scenarioModel(scenario.values);
  const { loraRank, loraTargets } = filled(scenario);
  const { maxPositionEmbeddings } = model.architecture;
  const sequence = scenario.values.sequenceLength ?? assumedTokens(maxPositionEmbeddings);
  const work = modelWork(model.architecture, sequence, "full");
  if (loraRank === 0) return work;
  return { ...work, adapterParameters: loraParameters(adaptedTensors(model, loraTargets), loraRank) };
}

export const NOT_TRAINING: CellError = {
  error: "#N/A",
  message: 'This is an answer of task "train"; the scenario says serve.',
};

export function flopsOf(evaluation: Evaluation): number | CellError {
  const { scenario } = evaluation;
  if (filled(scenario).task.id === "serve") return NOT_TRAINING;
  const tokens = needed(scenario, "trainingTokens");
  return isCellError(tokens) ? tokens : tokens * trainingFlopsPerToken(workPerToken(evaluation));
}

/** The peak that the recipe's matmuls are measured against. */
function recipePeak({ scenario }: Evaluation): number | CellError {
  const { gpu } = filled(scenario);
  const { matmulDtype } = recipeOf(scenario);
  return peakFlops(gpu, matmulDtype) ?? { error: "#N/A", message: `No ${matmulDtype} peak is known for ${gpu.label}.` };
}

type Edge = "low" | "likely" | "high";

/** GPU-hours that the jobs hold, or with an allocation that are paid. A low MFU is the high end of the hours. */
export function hoursOf(evaluation: Evaluation, edge: Edge = "likely"): number | CellError {
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

export const costOf = (evaluation: Evaluation, edge: Edge): Value | CellError =>
  withAll(
    [hoursOf(evaluation, edge), needed(evaluation.scenario, "pricePerGpuHour")] as const,
    (hours: number, price: number) => hours * price,
  );

export const energyOf = (evaluation: Evaluation): Value | CellError => {
  const { gpu } = filled(evaluation.scenario);
  return withAll(
    [hoursOf(evaluation), needed(evaluation.scenario, "pue"), needed(evaluation.scenario, "serverWatts")] as const,
    (hours: number, pue: number, serverWatts: number) =>
      gpu.tdpWatts === null
        ? { error: "#N/A", message: `No power is known for ${gpu.label}.` }
        : energyKwh(hours, { gpuWatts: gpu.tdpWatts, serverWatts, pue }),
  );
};
