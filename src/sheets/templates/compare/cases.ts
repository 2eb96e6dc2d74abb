// The cases: one column each, labels down, read by the functions as one table with its heads.
import { LABELS, type LabelKey } from "../../../functions/scenario/labels";
import type { Section, TableLine } from "../../sections";
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

/** From a row of GM Assumptions with a model or GPU of the user's own. */
const ownLine = (key: LabelKey, column: string, row: string): TableLine => ({
  id: `of.${key}`,
  label: displayLabel(LABELS[key].id),
  kind: "link",
  formula: `IFERROR(INDEX({assumptions.${column}:all},{${row}}),"")`,
});

const ownRow = (id: string, label: string, of: string, list: string): TableLine => ({
  id,
  label,
  kind: "link",
  formula: `IFERROR(MATCH({of.${of}},{assumptions.${list}.name:all},0),"-")`,
});

const KNOWN = 'IF({of.config}="",IF({of.model}="","",{of.model}),{of.config})';

export const caseSections: readonly Section[] = [
  {
    kind: "table",
    id: "cases",
    title: "Cases: name them, change what differs, leave a column empty where you need fewer",
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
        ownLine("config", "ownModels.config", "ownModelRow"),
        ownLine("gpuLike", "ownGpus.like", "ownGpuRow"),
        ownLine("gpuMemory", "ownGpus.memory", "ownGpuRow"),
        ownLine("gpuTflops", "ownGpus.tflops", "ownGpuRow"),
        ownLine("gpuBandwidth", "ownGpus.bandwidth", "ownGpuRow"),
        ownLine("gpuWatts", "ownGpus.watts", "ownGpuRow"),
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
      ownRow("ownModelRow", "Row of the model", "model", "ownModels"),
      ownRow("ownGpuRow", "Row of the GPU", "gpu", "ownGpus"),
      { id: "known", label: "Model read from", kind: "formula", formula: KNOWN, format: "text" },
    ],
  },
  {
    kind: "lines",
    title: "Display",
    lines: [{ kind: "input", id: "unit", label: "Unit of memory", value: "GB", list: "lists.units" }],
  },
];
