// One question -> one prediction. Whatever stands in the way of an answer becomes the reason.
import { EngineError } from "../../engine/issues";
import { servingEstimate } from "../../engine/serving/estimate";
import { trainingEstimate } from "../../engine/training/estimate";
import { trainingRange } from "../../engine/training/range";
import { engineErrorCell } from "../../functions/inputIssues";
import type { Question } from "./measuredCase";
import type { Prediction } from "./metrics";
import { servingFigure, servingRun } from "./servingRun";
import { trainingFigure, trainingQuantity } from "./trainingFigure";
import { trainingRun } from "./trainingRun";
import { Unsupported } from "./unsupported";

function training(question: Question): Prediction {
  const run = trainingRun(question);
  const quantity = trainingQuantity(question.measure.quantity);
  const estimate = trainingEstimate(run);
  const { likely, low, high } = trainingRange(run, quantity, trainingFigure(estimate, quantity));
  return { predicted: likely, low, high, steady: estimate.steady };
}

function serving(question: Question): Prediction {
  const figure = servingFigure(servingEstimate(servingRun(question)), question);
  if (!figure) throw new Unsupported(`nothing to compute ${question.measure.quantity} from`);
  return { predicted: figure.likely, low: figure.low, high: figure.high, steady: null };
}

function reason(thrown: unknown): string {
  if (thrown instanceof EngineError) return engineErrorCell(thrown.issue).message;
  if (thrown instanceof Unsupported) return thrown.message;
  return `internal error: ${(thrown as Error).message}`;
}

export function predict(question: Question): Prediction {
  try {
    const prediction = question.task === "train" ? training(question) : serving(question);
    if ("predicted" in prediction && !Number.isFinite(prediction.predicted))
      throw new Unsupported("no finite estimate");
    return prediction;
  } catch (thrown) {
    return { unsupported: reason(thrown) };
  }
}
