// What a named model takes to train, and the peak it is held against; a sentence where that is not known.
import { modelWork, type TrainingWork } from "../engine/compute";
import type { GpuRow } from "../catalog/gpus";
import { peakFlops } from "../catalog/gpus/rates";
import type { PrecisionRow } from "../catalog/precisions";
import type { CellError } from "./cells";
import type { TrainedModel } from "./computeKinds";
import { print } from "./numbers";

/** What a token takes without recompute; attention needs the layers and heads that only a named model has. */
export function workOf({ count, architecture }: TrainedModel, sequence: number | undefined): TrainingWork | CellError {
  if (architecture) return modelWork(architecture, sequence, "full");
  if (sequence === undefined) return { parameters: count, attentionCore: 0, recompute: "none" };
  return {
    error: "#VALUE!",
    message: `sequence counts attention, which depends on layers and heads: give a model's name instead of ${print(count)} parameters, or leave sequence out.`,
  };
}

/** What a decoder cannot do without: the causal half of attention. */
export const leastWorkOf = ({ architecture }: TrainedModel, sequence: number | undefined): TrainingWork | undefined =>
  architecture && modelWork(architecture, sequence, "causal");

/** The dense peak of the recipe's matmuls, or the sentence for a GPU that has none. */
export function recipePeak(row: GpuRow, { matmulDtype, id }: PrecisionRow): number | CellError {
  return (
    peakFlops(row, matmulDtype) ?? {
      error: "#N/A",
      message: `No ${matmulDtype} peak is known for ${row.label}, so none for precision "${id}"; there are: ${Object.keys(row.peakTflops).join(", ")}.`,
    }
  );
}

export const tooFast = (speed: number, share: number, { label }: GpuRow): CellError => ({
  error: "#VALUE!",
  message: `tokens_per_second_per_gpu is ${print(speed)}, which takes ${print(Math.round(share * 100))}% of the peak of one ${label}: is it the speed of all GPUs together, or of another precision?`,
});
