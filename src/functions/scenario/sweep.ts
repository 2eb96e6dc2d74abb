import type { Block, Cell, CellError, Value } from "../cells";
import { choice, UNIT } from "../kinds";
import { defineFunction, maybe, required } from "../spec";
import { CASE, labelName, valueBlock } from "./arguments";
import { readOutput, TOPIC } from "./answers";
import { evaluateWith } from "./evaluate";
import { outputs } from "./outputs";

type Values = readonly (readonly (Value | CellError)[])[];
const widthOf = (values: Values) => Math.max(...values.map((row) => row.length));
/** A single row or column repeats, as in Excel's own broadcasting. */
const pick = (values: Values, row: number, column: number): Value | CellError | undefined =>
  values[values.length === 1 ? 0 : row]?.[widthOf(values) === 1 ? 0 : column];

const sameWay = (one: Values, other: Values): boolean =>
  (one.length > 1 && other.length > 1) || (widthOf(one) > 1 && widthOf(other) > 1);

export const SWEEP = defineFunction({
  id: "SWEEP",
  summary: "Sensitivity of one output to one or two labels: a column of values goes down, a row across.",
  topic: TOPIC,
  params: [
    CASE,
    required("output", choice(outputs), "What to answer."),
    required("label1", labelName, "The label to vary."),
    required("values1", valueBlock, "Its values, in a column or a row."),
    maybe("label2", labelName, "A second label."),
    maybe("values2", valueBlock, "Its values, in the other direction."),
    UNIT,
  ],
  returns: { unit: "plain", doc: "The output for every value or pair, without a header." },
  formula: "every cell is RESULT of the scenario with the label's value replaced",
  sources: ["The engine; see BREAKDOWN"],
  examples: [
    {
      formula:
        '=INDEX(GPUMEM.SWEEP({"model","llama-2-7b";"gpu","A100 80GB";"gpus",8;"zero stage",3},"fits","micro batch",{1;64}),2,1)',
      result: "no",
    },
  ],
  run: ({ scenario, output, label1, values1, label2, values2, unit }): Block | CellError => {
    if ((label2 === undefined) !== (values2 === undefined))
      return { error: "#VALUE!", message: "label2 and values2 go together: give both or neither." };
    if (label2 === label1)
      return { error: "#VALUE!", message: `label1 and label2 are both ${label1.id}: vary two different ones.` };
    if (values2 && sameWay(values1, values2))
      return {
        error: "#VALUE!",
        message: "Both ranges of values go the same way: give one in a column and the other in a row.",
      };
    const second: Values = values2 ?? [[0]];
    const rows = Math.max(values1.length, second.length);
    const columns = Math.max(widthOf(values1), widthOf(second));
    const cell = (row: number, column: number): Cell => {
      const [one, two] = [pick(values1, row, column), pick(second, row, column)];
      if (one === undefined || two === undefined)
        return { error: "#N/A", message: "The two ranges of values do not match: give a column and a row." };
      const changes = label2
        ? ([
            [label1.key, one],
            [label2.key, two],
          ] as const)
        : ([[label1.key, one]] as const);
      return readOutput(output, evaluateWith(scenario, new Map(changes)), unit.id);
    };
    return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => cell(row, column)));
  },
});
