// The cases: one column each, labels down, read by the functions as one table with its heads.
import { LABELS, type LabelKey } from "../../../functions/scenario/labels";
import type { Section, TableLine } from "../../sections";
import { ownCaseLines, ownCaseRows } from "../ownRows";
import { displayLabel, scenarioLine } from "../scenarioLines";

const CASES = ["7B", "13B", "70B", "405B"];
/** Four to begin with, and two empty columns. */
export const HEADS = [...CASES, "", ""];

const nothing: readonly (string | number)[] = [];
const same = (value: string | number) => CASES.map(() => value);

/** A label of scenarios over all cases, with the dropdown that it has elsewhere. */
function caseLine(key: LabelKey, values = nothing, unit?: string): TableLine {
  const { list } = scenarioLine(key, "");
  return {
    id: `of.${key}`,
    label: displayLabel(LABELS[key].id),
    kind: "input",
    values: HEADS.map((_, i) => values[i] ?? ""),
    ...(list !== undefined && { list }),
    ...(unit !== undefined && { unit }),
    ...(typeof values[0] === "number" && { format: "whole" as const }),
  };
}

const KNOWN = 'IF({of.config}="",IF({of.model}="","",{of.model}),{of.config})';

export const caseSections: readonly Section[] = [
  {
    kind: "table",
    id: "cases",
    title: "Cases: name them, change them",
    corner: "Label",
    heads: HEADS,
    headsTyped: true,
    lines: [
      caseLine("model", ["llama-2-7b", "llama-2-13b", "llama-3.1-70b", "llama-3.1-405b"]),
      caseLine("gpu", same("h100-sxm")),
      caseLine("gpus", [8, 8, 32, 64], "GPUs"),
      caseLine("stack", same("fsdp2")),
      caseLine("precision", same("bf16")),
      caseLine("optimizer", same("adamw")),
      caseLine("microBatch", same(1), "sequences"),
      caseLine("sequenceLength", same(4096), "tokens"),
      caseLine("recompute", same("full")),
      caseLine("zeroStage", same(3)),
      caseLine("loraRank", nothing, "empty: all train"),
      caseLine("baseWeights", nothing, "nf4: QLoRA"),
    ],
    more: {
      title: "More assumptions (empty: the default)",
      lines: [
        caseLine("task", nothing, "train or serve"),
        caseLine("tp"),
        caseLine("pp"),
        caseLine("attention"),
        caseLine("weights", nothing, "serving"),
        caseLine("kvCache", nothing, "serving"),
        caseLine("sequences", nothing, "serving: users"),
        caseLine("contextLength", nothing, "serving: tokens"),
        {
          id: "of.safetyMargin",
          label: displayLabel(LABELS.safetyMargin.id),
          kind: "link",
          formula: 'IF({cases.head}="","",{assumptions.safetyMargin})',
          format: "percent",
        },
        ...ownCaseLines("of."),
      ],
    },
  },
  {
    kind: "table",
    id: "own",
    title: "Rows of your own on GM Assumptions",
    corner: "-: none has that name",
    heads: HEADS.map(() => '=IF({cases.head}="","",{cases.head})'),
    lines: [
      ...ownCaseRows("of."),
      { id: "known", label: "Model read from", kind: "formula", formula: KNOWN, format: "text" },
    ],
  },
  {
    kind: "lines",
    title: "Display",
    lines: [{ kind: "input", id: "unit", label: "Unit of memory", value: "GB", list: "lists.units" }],
  },
];
