// Cells as planners lay out assumptions -> cases of label and value. Nothing that might be meant is read past in silence.
import { type CellError, type Input, toInput } from "../cells";
import { type Grid, isBlank, labelOf, wrong } from "./gridReading";
import type { LabelKey } from "./labels";
import { readList } from "./listReader";
import { readTable } from "./tableReader";

/** One column or row of values. */
export interface ScenarioCase {
  /** The heading of its column, or its own name in a table; empty where there is one case without heading. */
  readonly name: string;
  readonly cells: ReadonlyMap<LabelKey, Input>;
}

export interface ScenarioBlock {
  /** single: label | value; columns: cases side by side; rows: a table, one scenario a row. */
  readonly form: "single" | "columns" | "rows";
  /** A case whose layout is wrong carries the error; undefined is a blank row inside a table. */
  readonly cases: readonly (ScenarioCase | CellError | undefined)[];
}

/** Whether labels go down or across shows in the first rows. */
const ROWS_LOOKED_AT = 100;

/** Reads a scenario: label | value rows with or without a header, or a table with labels as its header. */
export function readScenario(raw: readonly (readonly unknown[])[]): ScenarioBlock | CellError {
  const grid: Grid = raw.map((row) => row.map(toInput));
  const first = grid.findIndex((row) => !row.every(isBlank));
  if (first < 0)
    return wrong("The scenario is empty: write labels such as model and gpu in a column, their values beside them.");
  const headed = (grid[first] ?? []).filter((cell) => labelOf(cell)).length;
  const listed = grid.slice(0, ROWS_LOOKED_AT).filter((row) => row.some((cell) => labelOf(cell))).length;
  return headed >= 2 && headed >= listed ? readTable(grid, first) : readList(grid, first);
}
