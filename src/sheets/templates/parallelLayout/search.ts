// What is searched, and what PLAN finds: its table as it is, its last row in words.
import { LAYOUT_COLUMNS } from "../../../functions/scenario/plan";
import { input, type EngineTableSection, type Section } from "../../sections";
import { ownLines, ownRows } from "../ownRows";
import { scenarioLine, scenarioLink } from "../scenarioLines";

export const TOP = 10;

/** Keys by which the columns are found. */
export const PICKED = LAYOUT_COLUMNS;
const COLUMNS = 17;
/** Where its figures stand, counted from the first column after the rank. */
export const FIGURE = {
  tp: 1,
  pp: 2,
  chunks: 3,
  cp: 4,
  dp: 6,
  memory: 11,
  high: 12,
  step: 13,
  speed: 14,
  mfu: 15,
  why: 16,
} as const;

const SEARCHED = { note: "empty: searched" } as const;

export const inputSections: readonly Section[] = [
  {
    kind: "lines",
    title: "Display",
    lines: [
      input("unit", "Unit of memory", "GB", { list: "lists.units" }),
      input("top", "Layouts to list", TOP, {
        format: "whole",
        unit: "layouts",
        note: "the table has room for as many",
      }),
      input("rank", "Layout to look at", 1, {
        format: "whole",
        unit: "rank in the table below",
        note: "1 is the fastest that fits; the breakdown, days and cost follow it",
      }),
    ],
  },
  {
    kind: "scenario",
    title: "Scenario",
    lines: [
      scenarioLine("model", "llama-3.1-70b"),
      scenarioLine("gpu", "h100-sxm"),
      scenarioLine("gpus", 64, { format: "whole", unit: "GPUs" }),
      scenarioLine("stack", "megatron"),
      scenarioLine("precision", ""),
      scenarioLine("optimizer", "adamw"),
      scenarioLine("sequenceLength", 8192, { format: "whole", unit: "tokens" }),
      scenarioLine("globalBatch", 512, {
        format: "whole",
        unit: "sequences per step",
        source: "yours; 512 × 8,192 is 4M tokens, as in published pretraining",
      }),
      scenarioLine("trainingTokens", 200e9, { format: "whole", unit: "tokens", source: "yours" }),
    ],
  },
  {
    kind: "scenario",
    title: "More assumptions: what is decided",
    lines: [
      scenarioLine("tp", "", SEARCHED),
      scenarioLine("pp", "", SEARCHED),
      scenarioLine("virtualStages", "", SEARCHED),
      scenarioLine("cp", "", SEARCHED),
      scenarioLine("ep", "", SEARCHED),
      scenarioLine("dp", "", SEARCHED),
      scenarioLine("zeroStage", "", SEARCHED),
      scenarioLine("recompute", "", SEARCHED),
      scenarioLine("microBatch", "", SEARCHED),
    ],
  },
  {
    kind: "scenario",
    title: "More assumptions (empty: the default)",
    lines: [
      scenarioLine("attention", ""),
      scenarioLine("loss", ""),
      scenarioLine("compile", ""),
      scenarioLine("gpusPerNode", ""),
      scenarioLink("goodput", "assumptions.goodput", { format: "percent" }),
      scenarioLink("safetyMargin", "assumptions.safetyMargin", { format: "percent" }),
      ...ownLines,
    ],
  },
  ownRows,
  {
    kind: "lines",
    title: "More assumptions: an unsaid step",
    lines: [
      input("stepTokens", "Tokens of a step", 4_194_304, {
        format: "whole",
        unit: "tokens, where no global batch is given",
        source: "as the search assumes: arXiv:2307.09288 §2.2",
      }),
    ],
  },
];

/** Rank and degrees as they are, then memory, high end, seconds, tokens, MFU, why not better. */
const formats: EngineTableSection["formats"] = [
  ...Array.from({ length: 1 + PICKED.length }, () => "whole" as const),
  "decimal",
  "decimal",
  "decimal",
  "whole",
  "percent",
  "text",
];

export const layouts: EngineTableSection = {
  kind: "engineTable",
  id: "layouts",
  title: "The fastest layouts that fit",
  call: "GPUMEM.PLAN({scenario},{top},{unit})",
  rows: TOP + 2,
  columns: COLUMNS,
  formats,
  ragged: true,
};
