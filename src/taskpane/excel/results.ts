// The engine's results on a sheet: pairs of Live and Saved cells, by the sheet's own names.
import type { Area, SheetName } from "../../sheets/grid";
import { area as areaAt, lastRow } from "../../sheets/layout/places";
import { WorkbookFailure } from "../workbookHost";
import type { Values } from "./change";
import { areaNamed } from "./nameFormula";

export interface ResultPair {
  readonly live: Area;
  readonly saved: Area;
}

/** Throws where there are none, or where rows were deleted so that Live and Saved no longer fit. */
export function resultPairs(names: readonly SheetName[], sheet: string, kept: string): readonly ResultPair[] {
  const numbers = names.flatMap(({ name }) => /^gm_live_(\d+)$/.exec(name)?.[1] ?? []);
  const pairs = numbers.map((number) => ({
    live: areaNamed(names, `gm_live_${number}`),
    saved: areaNamed(names, `gm_saved_${number}`),
  }));
  if (pairs.length === 0) throw new WorkbookFailure(`${sheet} has no results of the engine to save. ${kept}`);
  if (!pairs.every(fits)) throw new WorkbookFailure(brokenSentence(sheet, kept));
  return pairs;
}

const fits = (pair: { readonly live: Area | undefined; readonly saved: Area | undefined }): pair is ResultPair =>
  pair.live !== undefined &&
  pair.saved !== undefined &&
  pair.live.rows === pair.saved.rows &&
  pair.live.columns === pair.saved.columns;

const brokenSentence = (sheet: string, kept: string): string =>
  `On ${sheet} rows or columns of the results were deleted, so Live and Saved no longer match. ${kept} ` +
  "Undo the deletion, or insert the template again.";

/** The cells of a column beside all results: their labels. */
export function columnBeside(pairs: readonly ResultPair[], column: number): Area {
  const row = Math.min(...pairs.map(({ live }) => live.row));
  const last = Math.max(...pairs.map(({ live }) => lastRow(live)));
  return areaAt(row, column, last - row + 1, 1);
}

/** Rows of the sheet that show an error. */
export const failedRows = (types: Values, { row }: Area): readonly number[] =>
  types.flatMap((cells, i) => (cells.some((type) => type === "Error") ? [row + i] : []));
