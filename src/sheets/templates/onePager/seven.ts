// Section 7: the rule in all and per GPU, and what is really stored.
import { formula, type FormulaLine, type Section, type TableLine } from "../../sections";
import { STORED } from "./engine";
import { memory, numbers, over } from "./rows";

const sharded = (id: string, label: string, whole: string, from: string): FormulaLine =>
  formula(`each.${id}`, label, `${whole}/IF({zeroStage}>={${from}},{gpus},1)`, memory);

const SEVEN: readonly (readonly [id: string, label: string, whole?: string, each?: string])[] = [
  ["Weights", "Weights", "{nine.weights:last}", "{each.weights}"],
  ["Gradients", "Gradients", "{nine.gradients:last}", "{each.gradients}"],
  ["Optimizer", "Optimizer", "{ruleStates}", "{each.states}"],
  ["Activations", "Activations", "{nine.activations:last}", "{nine.activations:last}"],
  ["Logits", "Logits"],
  ["Buffers", "Buffers"],
  ["Runtime", "Runtime"],
];
export const SEVEN_ROWS = SEVEN.map(([id]) => `seven.${id}`);

function sevenLine([id, label, whole, each]: (typeof SEVEN)[number]): TableLine {
  const stored = STORED.find((line) => line.label === label)?.id ?? "";
  const rule = whole === undefined || each === undefined ? "" : `{isWhole}*${whole}+{isEach}*${each}+`;
  return over(`seven.${id}`, label, `${rule}{isStored}*{${stored}}`);
}

export const sevenSections: readonly Section[] = [
  {
    kind: "lines",
    title: "The rule on one GPU of several, sharded",
    lines: [
      formula("ruleTotal", "By the rule, all of it", "{nine.training:last}", memory),
      formula("ruleStates", "Master copy and moments", "SUM({nine.master:last}:{nine.variance:last})", memory),
      sharded("weights", "Parameters per GPU", "{nine.weights:last}", "fromWeights"),
      sharded("gradients", "Gradients per GPU", "{nine.gradients:last}", "fromGradients"),
      sharded("states", "Master copy and moments per GPU", "{ruleStates}", "fromStates"),
      formula("eachTotal", "By the rule, per GPU", "SUM({each.weights}:{each.states})+{nine.activations:last}", {
        ...memory,
        look: "total",
        note: "every GPU keeps the activations of its own batch",
      }),
    ],
  },
  {
    kind: "table",
    id: "seven",
    title: "Section 7: breakdown, by the rule and really stored",
    corner: "Component",
    heads: ["Rule, in all", "Rule, per GPU", "Stored, per GPU"],
    lines: [
      ...SEVEN.map(sevenLine),
      over("seven.total", "Total", "SUM({seven.Weights}:{seven.Runtime})", { look: "total" }),
      over("seven.usable", "Capacity less margin", "{usable}"),
      numbers("isWhole", "Column is the rule in all", [1, 0, 0]),
      numbers("isEach", "Column is the rule per GPU", [0, 1, 0]),
      numbers("isStored", "Column is what is stored", [0, 0, 1]),
    ],
  },
];
