// Which of an estimate's totals a case asks for.
import type { TrainingEstimate } from "../../engine/training/estimate";
import type { TrainingQuantity } from "../../engine/training/rangeKey";
import type { Quantity } from "./measuredCase";
import { Unsupported } from "./unsupported";

/** Which total a case asks for. */
export function trainingQuantity(quantity: Quantity): TrainingQuantity {
  switch (quantity) {
    case "allocated":
    case "active":
    case "reserved":
    case "device":
      return quantity;
    default:
      throw new Unsupported(`training has no ${quantity}`);
  }
}

/** Blocks in use that wait for another stream are counted with the tensors. */
export function trainingFigure(estimate: TrainingEstimate, quantity: TrainingQuantity): number {
  switch (quantity) {
    case "allocated":
    case "active":
      return estimate.allocated;
    case "reserved":
      return estimate.reserved;
    case "device":
      return estimate.device.likely;
    default:
      return quantity satisfies never;
  }
}
