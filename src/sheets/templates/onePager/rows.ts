// Rows of the one-pager's tables: amounts of memory, and numbers of its own.
import type { TableLine } from "../../sections";
import { IN_UNIT } from "../memoryLines";

export const memory = IN_UNIT;
export const over = (id: string, label: string, spelled: string, extras: Partial<TableLine> = {}): TableLine => ({
  id,
  label,
  kind: "formula",
  formula: spelled,
  format: "decimal",
  unit: "={unit}",
  ...extras,
});
export const numbers = (id: string, label: string, values: readonly number[], unit?: string): TableLine => ({
  id,
  label,
  kind: "input",
  values,
  format: "whole",
  ...(unit !== undefined && { unit }),
});
