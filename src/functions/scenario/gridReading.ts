// What readers of laid-out cells share: blanks, labels, positions in words.
import { idsOf, named, normalize, resolve } from "../../catalog/table";
import { type CellError, type Input, isCellError } from "../cells";
import { gpuFields } from "../gpuFields";
import { modelFields } from "../modelFields";
import { type LabelRow, scenarioLabels } from "./labels";

export type Grid = readonly (readonly Input[])[];

/** Headings of columns that say nothing to the engine. */
export const READ_PAST = new Set(
  ["unit", "units", "source", "sources", "asof", "date", "owner", "note", "notes", "comment", "comments"].map(
    normalize,
  ),
);
export const LABEL_HEADINGS = new Set(
  [
    "label",
    "labels",
    "assumption",
    "assumptions",
    "input",
    "inputs",
    "item",
    "setting",
    "driver",
    "name",
    "scenario",
  ].map(normalize),
);
export const NAME_HEADINGS = new Set(["scenario", "case", "name"].map(normalize));
/** What MODEL(...) and GPU(...) blocks list beside the labels of a scenario. */
export const CATALOG_FACTS = new Set([...idsOf(modelFields.rows), ...idsOf(gpuFields.rows)].map(normalize));

export const isBlank = (cell: Input | undefined): boolean =>
  cell === undefined || cell === null || cell === 0 || (typeof cell === "string" && cell.trim() === "");
export const textOf = (cell: Input | undefined): string =>
  isBlank(cell) || isCellError(cell) ? "" : String(cell).trim();
export const wrong = (message: string): CellError => ({ error: "#VALUE!", message });

export const labelOf = (cell: Input | undefined): LabelRow | undefined =>
  typeof cell === "string" ? named(scenarioLabels, cell) : undefined;

export const unknownLabel = (text: string, where: string): CellError => {
  if (text === "") return wrong(`No label stands in ${where}: give rows of label and value, such as model, gpu, gpus.`);
  const found = resolve(scenarioLabels, text);
  const nearest = found.kind === "unknown" ? idsOf(found.nearest) : [];
  return wrong(
    `Label "${text}" (${where}) is not known${nearest.length ? `; did you mean ${nearest.join(" or ")}?` : ". The reference page lists the labels."}`,
  );
};

const columnLetter = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${columnLetter(Math.floor(column / 26) - 1)}${columnLetter(column % 26)}`;
export const inColumn = (column: number) => `column ${columnLetter(column)} of the range`;
export const inRow = (row: number) => `row ${row + 1} of the range`;
