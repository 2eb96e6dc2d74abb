// Residuals of the measured training cases, with the cells and features that their widths depend on.
import { trainingEstimate } from "../../engine/training/estimate";
import { cellsOf, featuresOf } from "../../engine/training/rangeKey";
import type { Residual } from "./fitScales";
import { answerOf, familyOf } from "./metrics";
import type { ReadCase } from "./readCases";
import { strip } from "./strip";
import { trainingFigure, trainingQuantity } from "./trainingFigure";
import { trainingRun } from "./trainingRun";

export function residuals(cases: readonly ReadCase[]): readonly Residual[] {
  return cases
    .filter(({ measured, unsupported }) => measured.task === "train" && unsupported === null)
    .map(({ measured }) => {
      const run = trainingRun(strip(measured));
      const quantity = trainingQuantity(measured.measure.quantity);
      return {
        family: familyOf(measured),
        cells: cellsOf(run, quantity),
        features: featuresOf(run),
        residual: answerOf(measured) / trainingFigure(trainingEstimate(run), quantity) - 1,
      };
    });
}
