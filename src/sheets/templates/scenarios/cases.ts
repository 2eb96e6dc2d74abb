// The cases in columns, which one to look at, and how far its assumptions may be off.
import type { LabelKey } from "../../../functions/scenario/labels";
import type { NumberFormat } from "../../grid";
import { formula, type FormulaLine, input, type Section, type TableLine } from "../../sections";
import { ownCaseLines, ownCaseRows } from "../ownRows";
import { scenarioLine } from "../scenarioLines";

export const CASES = ["Base", "High", "Low", "Yours"] as const;
type PerCase = readonly [base: string | number, high: string | number, low: string | number, yours: string | number];

const same = (value: string | number): PerCase => [value, value, value, value];

function typed(key: LabelKey, values: PerCase, unit?: string, format?: NumberFormat): TableLine {
  const { label, list } = scenarioLine(key, "");
  return {
    id: key,
    label,
    kind: "input",
    values,
    ...(list !== undefined && { list }),
    ...(unit !== undefined && { unit }),
    ...(format !== undefined && { format }),
  };
}

/** One value for all cases, from GM Assumptions or below; a case may type over it. */
const shared = (key: LabelKey, spelled: string, kind: "link" | "formula", unit: string, format: NumberFormat) =>
  ({ id: key, label: scenarioLine(key, "").label, kind, formula: spelled, unit, format }) satisfies TableLine;

const inSight = [
  typed("model", same("llama-3.1-8b")),
  typed("gpu", ["h100-sxm", "h100-sxm", "h100-sxm", "h200-sxm"]),
  typed("gpus", same(64), "GPUs", "whole"),
  typed("trainingTokens", [2e12, 3e12, 1.5e12, 2e12], "tokens", "whole"),
  typed("sequenceLength", [8192, 16384, 8192, 8192], "tokens", "whole"),
  typed("microBatch", [1, 1, 1, 2], "sequences", "whole"),
  typed("precision", same("bf16")),
  typed("recompute", same("full")),
  typed("mfu", [0.4, 0.36, 0.43, 0.4], "of the peak: published runs 38-43% on H100 (arXiv:2407.21783)", "percent"),
];
const further = [
  typed("stack", same("fsdp2")),
  typed("optimizer", same("adamw")),
  typed("zeroStage", same(3), undefined, "whole"),
  typed("tp", same(""), "GPUs that share a layer", "whole"),
  typed("pp", same(""), "stages of layers", "whole"),
  shared("goodput", "{assumptions.goodput}", "link", "share of job time; type over it for a case", "percent"),
  shared("allocation", "{assumptions.allocation}", "link", "share of paid GPU-hours", "percent"),
  shared("safetyMargin", "{assumptions.safetyMargin}", "link", "share of the GPU's memory", "percent"),
  shared("pricePerGpuHour", "{listPrice}", "formula", "of GM Assumptions; type your contract's over it", "price"),
  ...ownCaseLines(),
];

/** What the chosen case says, as one scenario. An empty cell becomes 0, which means "not given" wherever it may stand. */
const chosen = [...inSight, ...further].map(({ id, label, format }): FormulaLine => {
  const line = formula(`chosen.${String(id)}`, label, `INDEX({${String(id)}:all},1,{k})`);
  return format === undefined ? { ...line, look: "text" } : { ...line, format };
});

export const caseSections: readonly Section[] = [
  {
    kind: "lines",
    title: "Look at",
    lines: [
      input("case", "Case", "High", {
        list: "cases:heads",
        source: "your choice",
        note: "compared with the first case, and the tornado's start",
      }),
      formula("k", "Its column", "MATCH({case},{cases:heads},0)", { format: "whole" }),
      input("swingOutput", "What the tornado shows", "cost", {
        list: "lists.outputs",
        source: "your choice",
        note: "cost, GPU hours, wall hours, total (memory)",
      }),
    ],
  },
  {
    kind: "table",
    id: "cases",
    title: "Cases: type over any cell",
    corner: "Label",
    heads: CASES,
    headsTyped: true,
    lines: inSight,
    more: { title: "More assumptions", lines: further },
  },
  {
    kind: "table",
    id: "own",
    title: "Rows of your own",
    corner: "-: none has that name",
    heads: CASES.map(() => "={cases.head}"),
    lines: ownCaseRows(),
  },
  { kind: "scenario", id: "chosen", title: "The case looked at (feeds the tornado)", lines: chosen },
  {
    kind: "table",
    id: "spread",
    title: "Ranges: share of the case's own value",
    corner: "Assumption",
    heads: ["Low", "High"],
    lines: (
      [
        ["mfu", "MFU", 0.9, 1.1],
        ["trainingTokens", "Training tokens", 0.8, 1.2],
        ["pricePerGpuHour", "Price per GPU hour", 0.75, 1.25],
        ["goodput", "Goodput", 0.9, 1.05],
        ["allocation", "Allocation", 0.85, 1.1],
        ["sequenceLength", "Sequence length", 0.5, 2],
      ] as const
    ).map(([id, label, low, high]) => ({
      id: `spread.${id}`,
      label,
      kind: "input",
      values: [low, high],
      format: "percent",
      unit: "yours",
    })),
  },
  {
    kind: "table",
    id: "ranges",
    title: "The same in values (feeds the tornado)",
    corner: "Label",
    heads: ["Low", "High"],
    lines: [
      range("mfu", "percent", (product) => `MIN(1,${product})`),
      range("trainingTokens", "whole", (product) => product),
      range("pricePerGpuHour", "price", (product) => product),
      range("goodput", "percent", (product) => `MIN(1,${product})`),
      range("allocation", "percent", (product) => `MIN(1,${product})`),
      range("sequenceLength", "whole", (product) => `ROUND(${product},0)`),
    ],
  },
];

function range(key: LabelKey, format: NumberFormat, within: (product: string) => string): TableLine {
  const { label } = scenarioLine(key, "");
  return { label, kind: "formula", formula: within(`{chosen.${key}}*{spread.${key}}`), format };
}
