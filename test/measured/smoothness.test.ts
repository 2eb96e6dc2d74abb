// Without a pipeline a prediction is smooth in what it is scaled by: nothing has been bent towards a measured size.
import { expect, test } from "@jest/globals";
import type { CaseModel, CaseTraining, Question } from "../../src/cli/score/measuredCase";
import { strip } from "../../src/cli/score/strip";
import { trainingRun } from "../../src/cli/score/trainingRun";
import { trainingEstimate } from "../../src/engine/training/estimate";
import { cases } from "./cases";

const SMOOTH = 0.001;

interface Change {
  readonly model?: Partial<CaseModel>;
  readonly train?: Partial<CaseTraining>;
}
type Axis = (question: Question & { readonly train: CaseTraining }, step: number) => Change;

const STEPS = [-2, -1, 0, 1, 2, 3];
/** Vocabulary and ffn move in steps that every tp up to 8 divides. */
const GRAIN = 256;

const axes: Readonly<Record<string, Axis>> = {
  layers: ({ model }, step) => ({ model: { layers: model.layers + step } }),
  "micro batch": ({ train }, step) => ({ train: { micro_batch: train.micro_batch + 2 + step } }),
  vocabulary: ({ model }, step) => ({
    model: {
      vocab: model.vocab + GRAIN * step,
      padded_vocab: model.padded_vocab === null ? null : model.padded_vocab + GRAIN * step,
    },
  }),
  ffn: ({ model }, step) => ({
    model: {
      ffn: model.ffn + GRAIN * step,
      moe: model.moe && { ...model.moe, expert_ffn: model.moe.expert_ffn + GRAIN * step },
    },
  }),
};

const questions = cases
  .map(({ measured }) => ({ id: measured.id, question: strip(measured) }))
  .filter(({ question }) => question.train?.pp === 1);

function estimates(question: Question, axis: Axis) {
  const asked = question as Question & { readonly train: CaseTraining };
  return STEPS.flatMap((step) => {
    const change = axis(asked, step);
    const model = { ...asked.model, ...change.model };
    const smallest = Math.min(model.layers, model.ffn, model.moe?.expert_ffn ?? Infinity);
    if (smallest < 2) return [];
    return [trainingEstimate(trainingRun({ ...asked, model, train: { ...asked.train, ...change.train } }))];
  });
}

test.each(Object.keys(axes))("smooth in %s within a phase", (name) => {
  const rough: string[] = [];
  for (const { id, question } of questions) {
    const points = estimates(question, axes[name] as Axis);
    for (let i = 1; i + 1 < points.length; i++) {
      const [a, b, c] = [points[i - 1], points[i], points[i + 1]];
      if (!a || !b || !c || a.phase !== b.phase || b.phase !== c.phase) continue;
      const bend = Math.abs(a.allocated - 2 * b.allocated + c.allocated) / b.allocated;
      if (bend > SMOOTH) rough.push(`${id}: ${(bend * 100).toFixed(2)}% at ${name} step ${STEPS[i]} (${b.phase})`);
    }
  }
  expect(rough).toEqual([]);
});
