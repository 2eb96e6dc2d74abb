// Models and GPUs of the user's own: rows of GM Assumptions, found by the name that the scenario gives.
import { formula, type FormulaLine, type LinesSection } from "../sections";
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
    note: LABELS[key].doc,
  });

/** Lines of a scenario; they need {ownModelRow} and {ownGpuRow}. */
export const ownLines: readonly FormulaLine[] = [
  fromRow("config", "ownModels.config", "ownModelRow"),
  fromRow("gpuLike", "ownGpus.like", "ownGpuRow"),
  fromRow("gpuMemory", "ownGpus.memory", "ownGpuRow"),
  fromRow("gpuTflops", "ownGpus.tflops", "ownGpuRow"),
  fromRow("gpuBandwidth", "ownGpus.bandwidth", "ownGpuRow"),
  fromRow("gpuWatts", "ownGpus.watts", "ownGpuRow"),
];
