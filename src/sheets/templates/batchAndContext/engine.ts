// What the engine says: of the plan, and of everything that is tried.
import type { EngineLine, EngineTableSection, Section } from "../../sections";
import { BATCHES, batchLabels, lengthLabels, LENGTHS } from "./inputs";
import { memoryLine } from "../memoryLines";

const whole = LENGTHS.map(() => "whole" as const);

const figures: readonly EngineLine[] = [
  memoryLine("total", "Total", "of your plan, on the fullest GPU"),
  memoryLine("totalLow", "Total low"),
  memoryLine("totalHigh", "Total high"),
  memoryLine("capacity", "Capacity", "what the GPU can hand out"),
  {
    id: "maxMicroBatch",
    label: "Max micro batch",
    unit: "sequences",
    format: "whole",
    note: "at your length; 0: none",
  },
  { id: "maxContext", label: "Max context", unit: "tokens", format: "whole", note: "at your micro batch; 0: none" },
  { id: "fits", label: "Fits", format: "text", note: "your plan: fits, borderline or no" },
];

const sweeps: readonly EngineTableSection[] = [
  {
    kind: "engineTable",
    id: "memory",
    title: "Memory: batch down, length across",
    call: 'GPUMEM.SWEEP({scenario},"total",{microBatch:label},{memory:labels},{sequenceLength:label},{memory:heads},{unit})',
    rows: BATCHES.length,
    columns: LENGTHS.length,
    rowLabels: batchLabels,
    columnLabels: lengthLabels,
    looks: [
      { formula: '{words:here}="no"', look: "failed" },
      { formula: '{words:here}="borderline"', look: "warning" },
      { formula: '{words:here}="fits"', look: "good" },
    ],
    note: "Micro batches down, sequence lengths across. Green fits, yellow is borderline, red does not fit: the same in words below.",
  },
  {
    kind: "engineTable",
    id: "words",
    title: "The same in words",
    call: 'GPUMEM.SWEEP({scenario},"fits",{microBatch:label},{words:labels},{sequenceLength:label},{words:heads})',
    rows: BATCHES.length,
    columns: LENGTHS.length,
    rowLabels: batchLabels,
    columnLabels: lengthLabels,
    formats: LENGTHS.map(() => "text"),
  },
  {
    kind: "engineTable",
    id: "attentions",
    title: "Flash or standard, at your batch",
    call: 'GPUMEM.SWEEP({scenario},"total",{attention:label},{attentions:labels},{sequenceLength:label},{attentions:heads},{unit})',
    rows: 2,
    columns: LENGTHS.length,
    rowLabels: ["flash", "standard"],
    columnLabels: lengthLabels,
  },
  {
    kind: "engineTable",
    id: "largest",
    title: "Largest micro batch by length",
    call: 'GPUMEM.SWEEP({scenario},"max micro batch",{sequenceLength:label},{largest:heads})',
    rows: 1,
    columns: LENGTHS.length,
    rowLabels: ["Largest micro batch"],
    columnLabels: lengthLabels,
    formats: whole,
  },
  {
    kind: "engineTable",
    id: "longest",
    title: "Longest sequence by micro batch",
    call: 'GPUMEM.SWEEP({scenario},"max context",{microBatch:label},{longest:labels})',
    rows: BATCHES.length,
    columns: 1,
    rowLabels: batchLabels,
    columnLabels: ["Tokens"],
    formats: ["whole"],
    note: "In steps of 128 tokens, and never beyond the positions that the model was made for; 0: none fits.",
  },
];

export const engineSections: readonly Section[] = [
  {
    kind: "engine",
    title: "Engine results of your plan",
    groups: [
      {
        id: "figures",
        call: "GPUMEM.RESULT({scenario},{figures:labels},{unit})",
        shape: { kind: "aligned" },
        lines: figures,
      },
    ],
  },
  ...sweeps,
];
