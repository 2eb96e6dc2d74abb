// The layout that is looked at: the one of the chosen rank, or the nearest where none fits, as a scenario of its own.
import { LABELS, type LabelKey } from "../../../functions/scenario/labels";
import { type EngineLine, formula, type FormulaLine, type Section, type TableLine } from "../../sections";
import { displayLabel } from "../scenarioLines";
import { PICKED } from "./search";
import { memoryLine } from "../memoryLines";

const KEYS: Readonly<Record<(typeof PICKED)[number], LabelKey>> = {
  tp: "tp",
  pp: "pp",
  "virtual stages": "virtualStages",
  cp: "cp",
  ep: "ep",
  dp: "dp",
  "zero stage": "zeroStage",
  recompute: "recompute",
  "micro batch": "microBatch",
  microbatches: "microbatches",
};
/** What stands before each in PLAN's sentence; it says nothing of microbatches, which follow from the batch. */
const MARKS = ["tp", "pp", "chunks", "cp", "ep", "dp", "ZeRO-", "recompute", "micro batch", "not said"];

const text = { look: "text" } as const;

const across: readonly TableLine[] = [
  { id: "mark", label: "Begins in the sentence with", kind: "text", values: MARKS },
  {
    id: "from",
    label: "Begins at character",
    kind: "formula",
    formula: "IFERROR(FIND({mark},{nearest})+LEN({mark}),0)",
    format: "whole",
  },
  {
    id: "until",
    label: "Ends before character",
    kind: "formula",
    formula: 'IFERROR(FIND(",",{nearest},MAX(1,{from})),0)',
    format: "whole",
  },
  {
    id: "ofNearest",
    label: "Of the nearest",
    kind: "formula",
    formula: 'IFERROR(TRIM(MID({nearest},{from},{until}-{from})),"")',
    format: "text",
  },
  {
    id: "columnOf",
    label: "Column of the table above",
    kind: "formula",
    formula: "MATCH({picked:head},{layouts:heads},0)",
    format: "whole",
  },
  {
    id: "ofRank",
    label: "Of the rank",
    kind: "formula",
    formula: "INDEX({layouts},{place},{columnOf})",
    format: "text",
  },
  {
    id: "shown",
    label: "Looked at",
    kind: "formula",
    formula: 'IF({found}>0,{ofRank}&"",{ofNearest})',
    format: "text",
    look: "total",
  },
];

const copied = (key: LabelKey): FormulaLine =>
  formula(`chosen.${key}`, displayLabel(LABELS[key].id), `IF({${key}}="","",{${key}})`, text);
const COPIED: readonly LabelKey[] = [
  "model",
  "gpu",
  "gpus",
  "stack",
  "precision",
  "optimizer",
  "sequenceLength",
  "attention",
  "loss",
  "compile",
  "gpusPerNode",
  "safetyMargin",
  "config",
  "gpuLike",
  "gpuMemory",
  "gpuTflops",
  "gpuBandwidth",
  "gpuWatts",
];
const batch = formula(
  "chosen.globalBatch",
  displayLabel(LABELS.globalBatch.id),
  'IF({globalBatch}="",{stepBatch},{globalBatch})',
  text,
);
const picked = PICKED.map((head) =>
  formula(
    `chosen.${KEYS[head]}`,
    displayLabel(LABELS[KEYS[head]].id),
    `INDEX({shown:all},1,MATCH("${head}",{picked:heads},0))`,
    text,
  ),
);

export const chosenSections: readonly Section[] = [
  {
    kind: "table",
    id: "picked",
    title: "The layout looked at",
    corner: "Degree",
    heads: PICKED,
    lines: across,
  },
  {
    kind: "scenario",
    id: "chosen",
    title: "The layout as a scenario",
    lines: [...COPIED.map(copied), batch, ...picked],
  },
];

export const PARTS: readonly EngineLine[] = [
  memoryLine("weights", "Weights"),
  memoryLine("gradients", "Gradients", "at the peak"),
  memoryLine("optimizerStates", "Optimizer", "master copy and states"),
  memoryLine("activations", "Activations"),
  memoryLine("logits", "Logits", "and what the loss adds"),
  memoryLine("buffers", "Buffers", "gathered weights, communication, workspaces"),
  memoryLine("runtime", "Runtime", "context, libraries, what the allocator keeps"),
];

export const engine: Section = {
  kind: "engine",
  title: "Engine results: its fullest GPU",
  groups: [
    {
      id: "parts",
      call: "GPUMEM.RESULT({chosen},{parts:labels},{unit})",
      shape: { kind: "aligned" },
      lines: PARTS,
    },
    {
      id: "figures",
      call: "GPUMEM.RESULT({chosen},{figures:labels},{unit})",
      shape: { kind: "aligned" },
      lines: [
        memoryLine("total", "Total", "on the fullest GPU, at the peak"),
        memoryLine("totalLow", "Total low"),
        memoryLine("totalHigh", "Total high"),
        memoryLine("capacity", "Capacity", "what the GPU can hand out"),
        { id: "fits", label: "Fits", format: "text", note: "fits, borderline or no" },
      ],
    },
  ],
};
