// Cells that are overwritten, with what stood there: a failure puts it back.
import type { Area } from "../../sheets/grid";
import { asText } from "./asText";
import { rangeOf } from "./ranges";

export type Values = readonly (readonly unknown[])[];

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

/** Text stays text: a version such as 1.10 is no number. What begins with "=" is a formula. */
const contents = (values: Values): unknown[][] =>
  values.map((row) =>
    row.map((value) => (typeof value === "string" && !value.startsWith("=") ? asText(value) : value)),
  );
