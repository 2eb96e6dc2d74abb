// Cells that are overwritten, with what stood there: a failure puts it back.
import type { Area } from "../../sheets/grid";
import { asText } from "./asText";
import { rangeOf } from "./ranges";

export type Values = readonly (readonly unknown[])[];

/** Text that begins with "=" and is no formula. */
interface Text {
  readonly text: string;
}

export const literal = (text: string): Text => ({ text });

/** What stands in cells, to be put back: a text that reads like a formula is known by its value. */
export const contentsOf = ({ formulas, values }: Excel.Range): Values =>
  formulas.map((row: readonly unknown[], i) =>
    row.map((formula, j) =>
      typeof formula === "string" && formula !== "" && formula === values[i]?.[j] ? literal(formula) : formula,
    ),
  );

export interface Change {
  /** A sheet's id or name. */
  readonly sheet: string;
  readonly area: Area;
  /** As Excel told its formulas. */
  readonly before: Values;
  /** Values and formulas. */
  readonly after: Values;
}

export function apply(worksheets: Excel.WorksheetCollection, changes: readonly Change[]): void {
  for (const { sheet, area, after } of changes) rangeOf(worksheets.getItem(sheet), area).formulas = contents(after);
}

export function revert(worksheets: Excel.WorksheetCollection, changes: readonly Change[]): void {
  for (const { sheet, area, before } of changes) rangeOf(worksheets.getItem(sheet), area).formulas = contents(before);
}

const contents = (values: Values): unknown[][] => values.map((row) => row.map(contentOf));

/** Text stays text: a version such as 1.10 is no number. What else begins with "=" is a formula. */
function contentOf(value: unknown): unknown {
  if (isText(value)) return asText(value.text);
  return typeof value === "string" && !value.startsWith("=") ? asText(value) : value;
}

const isText = (value: unknown): value is Text => typeof value === "object" && value !== null && "text" in value;
