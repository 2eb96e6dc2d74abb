// Matrices that the client sends for a range: one row after the other, or one value for all cells.
import { wrongShape } from "./apiError";
import { type Area, columnCount, isWhole, rowCount } from "./area";
import type { Zone } from "./library";

type ValueAt = (row: number, column: number) => unknown;

/** Counted from the range's first cell; null leaves a cell as it is. */
export function valuesFor(range: Area, value: unknown, location: string): ValueAt {
  if (!Array.isArray(value)) return () => value;
  const rows = value as readonly unknown[];
  if (isSingle(rows)) return () => rows[0][0];
  const fits =
    !isWhole(range) &&
    rows.length === rowCount(range) &&
    rows.every((row) => Array.isArray(row) && row.length === columnCount(range));
  if (!fits) throw wrongShape(location);
  return (row, column) => (rows as readonly (readonly unknown[])[])[row]?.[column];
}

const isSingle = (rows: readonly unknown[]): rows is readonly [readonly [unknown]] =>
  rows.length === 1 && Array.isArray(rows[0]) && rows[0].length === 1;

export function matrixOf<T>({ top, left, bottom, right }: Zone, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => at(top + row, left + column)),
  );
}

/** What all cells have in common; undefined where they differ. */
export function common<T>({ top, left, bottom, right }: Zone, at: (row: number, column: number) => T): T | undefined {
  const first = at(top, left);
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) if (at(row, column) !== first) return undefined;
  return first;
}
