// One estimate: the bound is 20 µs at the median of 1e5 mixed cases on one core.
import type { Bench } from "tinybench";
import { readCases } from "../../src/cli/score/readCases";
import { servingRun } from "../../src/cli/score/servingRun";
import { strip } from "../../src/cli/score/strip";
import { trainingRun } from "../../src/cli/score/trainingRun";
import { parameterCount } from "../../src/engine/parameters";
import { servingEstimate } from "../../src/engine/serving/estimate";
import { trainingEstimate } from "../../src/engine/training/estimate";

/** The next of many inputs, round and round: no two calls in a row see the same one. */
function inTurn<T>(inputs: readonly T[], work: (input: T) => unknown): () => void {
  let i = 0;
  return () => {
    work(inputs[i++ % inputs.length] as T);
  };
}

export function register(bench: Bench): { readonly title: string } {
  const questions = readCases("test/measured/cases.json").map(({ measured }) => strip(measured));
  const training = questions.filter(({ task }) => task === "train").map(trainingRun);
  const serving = questions.filter(({ task }) => task === "infer").map(servingRun);
  bench
    .add(
      "reference: exact parameter count",
      inTurn(training, (run) => parameterCount(run.architecture)),
    )
    .add("training estimate, mixed cases", inTurn(training, trainingEstimate))
    .add("serving estimate, mixed cases", inTurn(serving, servingEstimate));
  return { title: "Engine: one estimate" };
}
