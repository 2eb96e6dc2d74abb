// What the engine says about serving: memory by component, its range, speeds, and what would save.
import type { EngineLine, Section } from "../../sections";
import { CONTEXTS } from "./inputs";
import { memoryLine } from "../memoryLines";

export const PARTS = [
  memoryLine("modelWeights", "Weights"),
  memoryLine("cache", "KV cache", "what the model remembers of every user's conversation"),
  memoryLine("activations", "Activations", "of the largest forward pass"),
  memoryLine("logits", "Logits"),
  memoryLine("buffers", "Buffers", "communication, workspaces"),
  memoryLine("runtime", "Runtime", "libraries, recorded launches"),
];

const FIGURES: readonly EngineLine[] = [
  ...PARTS,
  memoryLine("total", "Total", "on the fullest GPU"),
  memoryLine("totalLow", "Total low"),
  memoryLine("totalHigh", "Total high"),
  memoryLine("capacity", "Capacity", "what the GPU can hand out"),
  memoryLine("headroom", "Headroom", "left of what the serving engine may use"),
  {
    id: "maxSequences",
    label: "Max sequences",
    unit: "users",
    format: "whole",
    note: "that fit for sure, all replicas together; 0: none",
  },
  { id: "maxContext", label: "Max context", unit: "tokens", format: "whole", note: "with the users planned" },
  { id: "minGpus", label: "Min GPUs", unit: "GPUs", format: "whole", note: "for the users planned; 0: no number" },
  { id: "fits", label: "Fits", format: "text", note: "fits, borderline or no" },
];

const SPEEDS: readonly EngineLine[] = [
  {
    id: "speed",
    label: "Output tokens per second per GPU",
    unit: "tokens per second",
    format: "decimal",
    note: "with the users planned: by memory bandwidth and arithmetic, or your measurement",
  },
  { id: "gpusForPeak", label: "GPUs for peak", unit: "GPUs", format: "whole", note: "by speed, spares included" },
  { id: "firstToken", label: "Time to first token", unit: "seconds", format: "factor", note: "at best" },
  { id: "perToken", label: "Time per token", unit: "seconds", format: "factor", note: "at best" },
];

/** As OOM_STEPS names its remedies for serving. */
const REMEDIES = [
  ["ifCache8", "Store the KV cache in FP8"],
  ["ifWeights8", "Store the weights in FP8"],
  ["ifWeights4", "Store the weights in 4 bit"],
] as const;

const BREAKDOWN_ROWS = 14;
const BREAKDOWN_COLUMNS = 6;
const [LOW, HIGH] = [3, 4];

export const engineSections: readonly Section[] = [
  {
    kind: "engine",
    title: "Engine results",
    groups: [
      {
        id: "figures",
        call: "GPUMEM.RESULT({scenario},{figures:labels},{unit})",
        shape: { kind: "aligned" },
        lines: FIGURES,
      },
      {
        id: "speeds",
        call: "GPUMEM.RESULT({scenario},{speeds:labels})",
        shape: { kind: "aligned" },
        lines: SPEEDS,
      },
      {
        id: "range",
        call: "GPUMEM.BREAKDOWN({scenario},{unit})",
        shape: { kind: "table", rows: BREAKDOWN_ROWS, columns: BREAKDOWN_COLUMNS, column: LOW },
        lines: [
          { ...memoryLine("spareLow", "Headroom, low end"), key: "headroom", column: LOW },
          { ...memoryLine("spareHigh", "Headroom, high end"), key: "headroom", column: HIGH },
        ],
      },
      {
        id: "remedies",
        call: "GPUMEM.OOM_STEPS({scenario},{unit})",
        shape: { kind: "table", rows: 15, columns: 3, column: 2 },
        lines: REMEDIES.map(([id, label]) => memoryLine(id, label, "total with this change alone")),
      },
    ],
  },
  {
    kind: "engineTable",
    id: "concurrency",
    title: "Users that fit, by context length",
    call: 'GPUMEM.SWEEP({scenario},"max sequences","context",{contexts.length:all})',
    rows: CONTEXTS,
    columns: 1,
    rowLabels: Array.from({ length: CONTEXTS }, (_, i) => `={contexts.length.${i}}`),
    columnLabels: ["Users that fit"],
    formats: ["whole"],
  },
];
