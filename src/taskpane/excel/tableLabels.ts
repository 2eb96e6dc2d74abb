// What results are called: by the label of their row, and in a table by the head of their column.
import type { Values } from "./change";

export interface Surrounded {
  readonly live: Values;
  readonly saved: Values;
  /** From column B: the row above the results, and their rows. */
  readonly around: Values;
}

export type LabelsAt = (row: number, column: number) => readonly string[];

const textAt = (values: Values, row: number, column: number): string => String(values[row]?.[column] ?? "").trim();

/** A single column has its label in B. */
export function labelsOf(results: Surrounded): LabelsAt {
  const { live, around } = results;
  const rowLabel = (row: number) => textAt(around, row + 1, 0);
  if ((live[0]?.length ?? 0) < 2) return (row) => [rowLabel(row)];
  const head = headsOf(results);
  return (row, column) => [...new Set([rowLabel(row), head(column)])].filter((label) => label !== "");
}

/** Over the table, or else the first row of what the function itself answers. */
function headsOf(results: Surrounded): (column: number) => string {
  const { live, around } = results;
  const left = bringsItsLabels(results) ? 0 : 1;
  const above = (column: number) => textAt(around, 0, left + column);
  const given = (live[0] ?? []).some((_, column) => left + column > 0 && above(column) !== "");
  return given ? above : (column) => textAt(live, 0, column);
}

/** The function answers labels, too: then the table that is shown begins in column B with them. */
const bringsItsLabels = ({ live, saved, around }: Surrounded): boolean =>
  live.every(([first], row) => {
    const shown = around[row + 1]?.[0];
    return shown === first || shown === saved[row]?.[0];
  });
