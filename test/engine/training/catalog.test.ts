// Every model of the catalog on every stack gives a finite answer whose parts make sense.
import { expect, test } from "@jest/globals";
import { losses } from "../../../src/catalog/losses";
import { models } from "../../../src/catalog/models";
import { precisions } from "../../../src/catalog/precisions";
import { stacks } from "../../../src/catalog/stacks";
import { parameterCount } from "../../../src/engine/parameters";
import { trainingEstimate, trainingLines } from "../../../src/engine/training/estimate";
import type { TrainingRun } from "../../../src/engine/training/run";
import { row, RUN } from "./runs";

test.each(stacks.rows.map((each) => [each.id, each] as const))("every model on %s", (_, stack) => {
  for (const { architecture, id } of models.rows) {
    const run: TrainingRun = {
      ...RUN,
      architecture,
      stack: stack.training,
      precision: row(precisions, stack.precision),
      loss: row(losses, stack.loss),
    };
    const { allocated, reserved, device, steady } = trainingEstimate(run);
    const smallest = parameterCount(architecture).total * run.precision.weightBytes;
    for (const total of [allocated, reserved, device.low, device.high, steady])
      expect([id, Number.isFinite(total), total > smallest]).toEqual([id, true, true]);
    for (const line of trainingLines(run))
      expect([id, line.component, line.bytes >= 0]).toEqual([id, line.component, true]);
  }
});
