// Models and GPUs of the user's own: rows of GM Assumptions, found by the name that the scenario gives.
import { formula, type FormulaLine, type LinesSection, type TableLine } from "../sections";
import { displayLabel } from "./scenarioLines";
import { LABELS, type LabelKey } from "../../functions/scenario/labels";

/** Beside the scenario, never inside it: these are no labels. */
export const ownRows: LinesSection = {
  kind: "lines",
  title: "Rows of your own on GM Assumptions",
  lines: [
    formula("ownModelRow", "Row of the model", ownRow("model", "ownModels"), {
      look: "text",
      note: "-: none of your own has that name",
    }),
    formula("ownGpuRow", "Row of the GPU", ownRow("gpu", "ownGpus"), { look: "text" }),
  ],
};

function ownRow(id: string, list: string): string {
  return `IFERROR(MATCH({${id}},{assumptions.${list}.name:all},0),"-")`;
}

const fromRow = (key: LabelKey, column: string, row: string): FormulaLine =>
  formula(key, displayLabel(LABELS[key].id), `IFERROR(INDEX({assumptions.${column}:all},{${row}}),"")`, {
    look: "text",
    note: "GM Assumptions, your own rows",
  });

/** What a row of one's own says, the column of it, and which row. */
const OWN = [
  ["config", "ownModels.config", "ownModelRow"],
  ["gpuLike", "ownGpus.like", "ownGpuRow"],
  ["gpuMemory", "ownGpus.memory", "ownGpuRow"],
  ["gpuTflops", "ownGpus.tflops", "ownGpuRow"],
  ["gpuBandwidth", "ownGpus.bandwidth", "ownGpuRow"],
  ["gpuWatts", "ownGpus.watts", "ownGpuRow"],
] as const satisfies readonly (readonly [LabelKey, string, string])[];

/** Lines of a scenario; they need {ownModelRow} and {ownGpuRow}. */
export const ownLines: readonly FormulaLine[] = OWN.map(([key, column, row]) => fromRow(key, column, row));

/** The same for cases in columns; `prefix` stands before the ids of the cases' lines. */
export const ownCaseLines = (prefix = ""): readonly TableLine[] =>
  OWN.map(([key, column, row]) => ({
    id: `${prefix}${key}`,
    label: displayLabel(LABELS[key].id),
    kind: "link",
    formula: `IFERROR(INDEX({assumptions.${column}:all},{${row}}),"")`,
  }));

/** Where each case's model and GPU stand on GM Assumptions. */
export const ownCaseRows = (prefix = ""): readonly TableLine[] =>
  (
    [
      ["ownModelRow", "Row of the model", "model", "ownModels"],
      ["ownGpuRow", "Row of the GPU", "gpu", "ownGpus"],
    ] as const
  ).map(([id, label, of, list]) => ({ id, label, kind: "link", formula: ownRow(`${prefix}${of}`, list) }));
