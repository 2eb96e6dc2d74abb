// BREAKDOWN, RESULT, ESTIMATE: what scenarios answer, as cells.
import { bytes, type MemoryUnit, toUnit } from "../../engine/units";
import { type Block, type Cell, type CellError, isCellError } from "../cells";
import { choice, UNIT } from "../kinds";
import { defineFunction, maybe, required } from "../spec";
import { outputList, SCENARIO } from "./arguments";
import { answerOf, evaluateCase, type Evaluation } from "./evaluate";
import { type Output, outputNamed, outputs } from "./outputs";
import type { ScenarioBlock, ScenarioCase } from "./reader";

export const TOPIC = "Scenarios";

/** The answer of one output in the unit of the call. */
export function readOutput(output: Output, evaluation: Evaluation | CellError, unit: MemoryUnit): Cell {
  if (isCellError(evaluation)) return evaluation;
  const answer = answerOf(() => output.read(evaluation));
  return typeof answer === "number" && output.unit === "memory" ? toUnit(bytes(answer), unit) : answer;
}

const evaluated = (each: ScenarioCase | CellError): Evaluation | CellError =>
  isCellError(each) ? each : evaluateCase(each);

/** One answer per case, in the direction of the cases; a blank row stays blank. */
function results({ form, cases }: ScenarioBlock, output: Output, unit: MemoryUnit): Cell | Block {
  const answers = cases.map((each): Cell => (each === undefined ? "" : readOutput(output, evaluated(each), unit)));
  if (form === "rows") return answers.map((answer) => [answer]);
  return form === "columns" ? [answers] : (answers[0] as Cell);
}

export const RESULT = defineFunction({
  id: "RESULT",
  summary: "One number of a scenario; one per case when there are several.",
  topic: TOPIC,
  params: [SCENARIO, required("output", choice(outputs), "What to answer."), UNIT],
  returns: { unit: "plain", doc: "The output without a header: a row for cases in columns, a column for a table." },
  formula: "the same number as in BREAKDOWN and ESTIMATE",
  sources: ["The engine; see BREAKDOWN"],
  examples: [
    {
      formula: '=GPUMEM.RESULT({"model","llama-2-7b";"gpu","A100 80GB";"gpus",8;"zero stage",3},"fits")',
      result: "fits",
    },
    {
      formula:
        '=GPUMEM.RESULT({"model","llama-3-8b";"gpu","H100 SXM";"task","serve";"sequences",32;"context length","8k"},"kv cache","GiB")',
      result: 32,
    },
  ],
  run: ({ scenario, output, unit }) => results(scenario, output, unit.id),
});

const DEFAULT_OUTPUTS = ["total", "total low", "total high", "capacity", "headroom", "fits"].map(outputNamed);

export const ESTIMATE = defineFunction({
  id: "ESTIMATE",
  summary: "A table of scenarios in one call: a row per scenario with the outputs asked for, header included.",
  topic: TOPIC,
  params: [
    SCENARIO,
    maybe(
      "outputs",
      outputList,
      "Names of outputs: a range, or one text with commas. Total, its range, capacity, headroom and fits when omitted.",
    ),
    UNIT,
  ],
  returns: {
    unit: "plain",
    doc: "A header, then a row per scenario in the order of the table; a blank row stays blank.",
  },
  formula: "every cell is RESULT of its scenario and output",
  sources: ["The engine; see BREAKDOWN"],
  examples: [
    {
      formula:
        '=INDEX(GPUMEM.ESTIMATE({"model","gpu","gpus","zero stage";"llama-2-7b","A100 80GB",8,3;"llama-2-70b","A100 80GB",8,3},"fits"),3,1)',
      result: "no",
    },
  ],
  run: ({ scenario, outputs: asked, unit }): Block => {
    const list = asked ?? DEFAULT_OUTPUTS;
    return [list.map(({ label }) => label), ...scenario.cases.map((each) => estimateRow(each, list, unit.id))];
  },
});

function estimateRow(
  each: ScenarioCase | CellError | undefined,
  list: readonly Output[],
  unit: MemoryUnit,
): readonly Cell[] {
  if (each === undefined) return list.map(() => "");
  const evaluation = evaluated(each);
  return list.map((output) => readOutput(output, evaluation, unit));
}
