// The one-pager's sections 9, 7, 5 and 3 as native arithmetic: its bytes are inputs, M and A come from the engine.
import { formula, input, type FormulaLine, type Section, type TableLine } from "../../sections";
import { RECOMPUTES, STORED } from "./engine";

const memory = { unit: "={unit}", format: "decimal" } as const;
const over = (id: string, label: string, spelled: string, extras: Partial<TableLine> = {}): TableLine => ({
  id,
  label,
  kind: "formula",
  formula: spelled,
  format: "decimal",
  unit: "={unit}",
  ...extras,
});
const numbers = (id: string, label: string, values: readonly number[], unit?: string): TableLine => ({
  id,
  label,
  kind: "input",
  values,
  format: "whole",
  ...(unit !== undefined && { unit }),
});

/** Bytes of a parameter in FP32 and in mixed precision. */
const PARTS = [
  ["weights", "Parameters", 4, 2],
  ["gradients", "Gradients", 4, 2],
  ["master", "Master parameters", 0, 4],
  ["momentum", "Momentum (Adam)", 4, 4],
  ["variance", "Variance (Adam)", 4, 4],
] as const;
export const NINE = [...PARTS.map(([id]) => id), "activations"].map((id) => `nine.${id}`);

const stage = (id: string, label: string, value: number) =>
  input(id, label, value, { format: "whole", unit: "ZeRO stage", source: "arXiv:1910.02054 §3.1" });

export const nineSections: readonly Section[] = [
  {
    kind: "table",
    id: "bytes",
    title: "Bytes, as section 9 counts them (more inputs)",
    corner: "Component",
    heads: ["FP32", "Mixed precision"],
    lines: [
      ...PARTS.map(([id, label, fp32, mixed]) => numbers(`bytes.${id}`, label, [fp32, mixed], "per parameter")),
      numbers("bytes.elements", "Activations", [4, 2], "per element"),
    ],
  },
  {
    kind: "lines",
    title: "What ZeRO shards, and A (more inputs)",
    lines: [
      stage("fromWeights", "Parameters are sharded from", 3),
      stage("fromGradients", "Gradients are sharded from", 2),
      stage("fromStates", "Master copy and moments from", 1),
      formula("oneA", "A", '{rule.none}+IF({attention}="standard",{scores},0)', {
        ...memory,
        note: "activations at one byte, with the attention scores where they are stored",
      }),
      formula("oneLayer", "One layer, one sequence", "{rule.none}/({microBatch}*{layers})", {
        ...memory,
        note: "what inference keeps by the rule, at one byte",
      }),
    ],
  },
  {
    kind: "table",
    id: "nine",
    title: "Section 9: where the memory goes, by the rule",
    corner: "Component",
    heads: ["FP32", "Mixed precision"],
    lines: [
      ...PARTS.map(([id, label]) => over(`nine.${id}`, label, `{bytes.${id}}*{oneM}`)),
      over("nine.activations", "Activations", "{bytes.elements}*{oneA}"),
      over("nine.training", "Total training", "SUM({nine.weights}:{nine.activations})", { look: "total" }),
      over("nine.inference", "Total inference", "{bytes.weights}*{oneM}+{bytes.elements}*{oneLayer}", {
        look: "total",
      }),
    ],
  },
];

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

const share = { format: "percent", unit: "share" } as const;

export const fiveSections: readonly Section[] = [
  {
    kind: "table",
    id: "five",
    title: "Section 5: what recompute saves, and what it costs",
    corner: "Recompute",
    heads: RECOMPUTES.map(([label]) => label),
    lines: [
      numbers(
        "no",
        "Column",
        RECOMPUTES.map((_, i) => i + 1),
      ),
      over("ruleKept", "Activations by the rule", "INDEX({rule:all},{no})*{bytes.elements:last}"),
      over("countedKept", "Activations really stored", "INDEX({counted:all},{no})"),
      over("storedTotal", "Everything, per GPU", "INDEX({totals:all},{no})"),
      over("ruleSaves", "Saved by the rule", "1-{ruleKept}/{ruleKept:first}", share),
      over("countedSaves", "Really saved", "1-{countedKept}/{countedKept:first}", share),
      over("moreFlops", "More arithmetic", "INDEX({flops:all},{no})-1", share),
    ],
  },
  {
    kind: "lines",
    title: "Sections 3 and 5: further trade-offs",
    lines: [
      formula("ruleFlash", "Flash attention saves, by the rule", "{scores}*{bytes.elements:last}", memory),
      formula("countedFlash", "Flash attention really saves", "{countedStandard}-{counted.none}", memory),
      formula("halved", "FP32 to 16 bit: activations", "{nine.activations:first}/{nine.activations:last}", {
        format: "decimal",
        unit: "times less",
      }),
      formula("save8bit", "8-bit optimizer saves", "1-{with8bit}/{withAdam}", { ...share, note: "of all states" }),
      formula("saveSgd", "SGD with momentum saves", "1-{withSgd}/{withAdam}", { ...share, note: "of all states" }),
      formula("timesModel", "States over the FP32 weights", "{statesMixed}/{nine.weights:first}", {
        format: "decimal",
        unit: "times",
      }),
      formula("keptByRule", "The rule counts of what is stored", "{ruleKept:first}/{countedKept:first}", {
        ...share,
        note: "activations of a standard block, flash attention",
      }),
    ],
  },
];
