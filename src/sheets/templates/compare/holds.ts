// Which GPU holds which model: models down, GPUs across, all else as the first case says.
import type { Look, Section } from "../../sections";
import { type Asked, row } from "./results";

const MODELS = ["llama-2-7b", "llama-2-13b", "qwen2.5-32b", "llama-3.1-70b", "llama-3.1-405b"];
const GPUS = ["l40s", "a100-sxm-80gb", "h100-sxm", "h200-sxm", "b200-sxm", "mi300x"];

const labels = {
  rowLabels: MODELS.map((_, i) => `={looked.model.${i}}`),
  columnLabels: GPUS.map(() => "={lookedGpus}"),
} as const;

/** Output and labels are named by cells that say them: the call stays readable. */
const sweepOf = (asked: Asked) =>
  `GPUMEM.SWEEP({cases:one},{${row(asked)}:label},{looked.model:label},{looked.model:all},{lookedGpus:label},{lookedGpus:all})`;

const WORDS: readonly Look[] = [
  { formula: '{holds:here}="fits"', look: "good" },
  { formula: '{holds:here}="borderline"', look: "warning" },
  { formula: '{holds:here}="no"', look: "failed" },
];

export const holdsInputs: readonly Section[] = [
  {
    kind: "table",
    id: "lookedTable",
    title: "Which GPU holds which model? GPUs to look at (more inputs)",
    corner: "GPUs",
    heads: GPUS.map((_, i) => `GPU ${i + 1}`),
    lines: [{ id: "lookedGpus", label: "GPU", kind: "input", values: GPUS, list: "lists.gpusCatalog" }],
  },
  {
    kind: "list",
    id: "looked",
    title: "Models to look at (more inputs)",
    columns: [{ id: "model", head: "Model", list: "lists.modelsCatalog" }],
    rows: MODELS.map((model) => [model]),
    note: "Of the catalog, none left empty. All other labels are those of the first case, its number of GPUs too.",
  },
];

export const holdsResults: readonly Section[] = [
  {
    kind: "engineTable",
    id: "holds",
    title: "Does it fit on as many GPUs as the first case has?",
    call: sweepOf("fits"),
    rows: MODELS.length,
    columns: GPUS.length,
    ...labels,
    formats: GPUS.map(() => "text"),
    looks: WORDS,
  },
  {
    kind: "engineTable",
    id: "fewest",
    title: "Fewest GPUs that hold it for sure (0: no number does)",
    call: sweepOf("min gpus"),
    rows: MODELS.length,
    columns: GPUS.length,
    ...labels,
    formats: GPUS.map(() => "whole"),
  },
];
