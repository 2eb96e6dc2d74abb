// The group of engine results that a cell shows: a Live cell, the Saved one beside it, the Used one that picks of both.
import type { Area, SheetName } from "../../../sheets/grid";
import { area, lastColumn, lastRow } from "../../../sheets/layout/places";
import { areaNamed } from "../nameFormula";
import { rangeOf } from "../ranges";
import { type Reference, referencesIn } from "./references";

export interface Group {
  readonly live: Area;
  readonly saved: Area;
}

/** A result: its group, and where it stands in it; rows and columns count from 0. */
export interface Result extends Group {
  readonly row: number;
  readonly column: number;
}

interface Position {
  readonly row: number;
  readonly column: number;
}

/** No template has a larger one; a name that somebody stretched over a whole column is none. */
const MOST_ROWS = 500;

/** By names that the sheet keeps; what lost its cells is left out. */
const groupsOf = (names: readonly SheetName[]): readonly Group[] =>
  names.flatMap(({ name, area: live }) => {
    const number = /^gm_live_(\d+)$/.exec(name)?.[1];
    const saved = number === undefined ? undefined : areaNamed(names, `gm_saved_${number}`);
    return saved && saved.rows === live.rows && live.rows <= MOST_ROWS ? [{ live, saved }] : [];
  });

const holds = (at: Area, { row, column }: Position): boolean =>
  row >= at.row && row <= lastRow(at) && column >= at.column && column <= lastColumn(at);

/** Undefined for a cell that shows no result of the engine. */
export function resultAt(names: readonly SheetName[], at: Position, formula: string): Result | undefined {
  const groups = groupsOf(names);
  for (const group of groups)
    for (const one of [group.live, group.saved])
      if (holds(one, at)) return { ...group, row: at.row - one.row, column: at.column - one.column };
  return usedResult(groups, referencesIn(formula));
}

/** A Used cell refers to its Live and its Saved cell, and to the mode. */
function usedResult(groups: readonly Group[], references: readonly Reference[]): Result | undefined {
  if (references.length > 3 || references.some(({ sheet, area: { rows } }) => sheet !== undefined || rows > 1))
    return undefined;
  const touching = (at: Area) => references.find(({ area: one }) => holds(at, one) || holds(at, lastCell(one)));
  for (const group of groups) {
    const live = touching(group.live);
    if (live && touching(group.saved))
      return { ...group, row: live.area.row - group.live.row, column: live.area.column - group.live.column };
  }
  return undefined;
}

const lastCell = (at: Area): Position => ({ row: lastRow(at), column: lastColumn(at) });

/** The rows of a group, as far as they are used. */
export interface GroupRows {
  readonly formula: (row: number, column: number) => string;
  readonly value: (row: number, column: number) => unknown;
}

export function askGroup(sheet: Excel.Worksheet, { live }: Group): Excel.Range {
  const rows = rangeOf(sheet, area(live.row, 1, live.rows, 1)).getEntireRow();
  const used = rows.getIntersectionOrNullObject(sheet.getUsedRange(true));
  used.load("formulas,values,rowIndex,columnIndex");
  return used;
}

/** Rows and columns of the sheet; "" where nothing stands. */
export const rowsOf = ({ formulas, values, rowIndex, columnIndex }: Excel.Range): GroupRows => ({
  formula: (row, column) => String(formulas[row - 1 - rowIndex]?.[column - 1 - columnIndex] ?? ""),
  value: (row, column) => values[row - 1 - rowIndex]?.[column - 1 - columnIndex] ?? "",
});

/** The call whose spill the group shows: in its own first cell, or right of it where its first Live cell looks. */
export function callCell({ live }: Group, rows: GroupRows): string {
  const first = rows.formula(live.row, live.column);
  const beside = referencesIn(first).filter(({ area: at }) => at.row === live.row && at.column > live.column);
  // A picked value stands in a column of the spill, its key in the first.
  return beside.length === 0 ? first : rows.formula(live.row, Math.min(...beside.map(({ area: at }) => at.column)));
}
