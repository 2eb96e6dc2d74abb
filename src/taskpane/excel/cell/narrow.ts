// The call of a whole group -> the call of one of its results.
import { registry } from "../../../functions/registry";
import type { Values } from "./askCells";

export interface Call {
  readonly id: string;
  readonly values: readonly (Values | undefined)[];
}

interface Shown {
  /** Of the group; a table's first row is its header. */
  readonly rows: number;
  readonly row: number;
  readonly column: number;
  /** What stands over it. */
  readonly head: unknown;
}

/** An argument with one row per result gives its own; a table of scenarios gives the one scenario. */
export function narrowed({ id, values }: Call, shown: Shown): Call {
  if (id === "ESTIMATE") return oneEstimate(values, shown) ?? { id, values };
  return { id, values: values.map((value) => (isAligned(value, shown.rows) ? [value[shown.row] ?? []] : value)) };
}

const isAligned = (value: Values | undefined, rows: number): value is Values =>
  rows > 1 && value?.length === rows && value.every((row) => row.length === 1);

/** A row of ESTIMATE under an output's name is RESULT of that output. */
function oneEstimate([scenario, , unit]: Call["values"], { rows, row, head }: Shown): Call | undefined {
  const one = row > 0 ? oneScenario(scenario ?? [], rows, row) : undefined;
  return one && { id: "RESULT", values: [one, [[head]], unit] };
}

/** A scenario per row under a header, or per column beside the labels. */
function oneScenario(scenario: Values, rows: number, row: number): Values | undefined {
  if (scenario.length === rows) return [scenario[0] ?? [], scenario[row] ?? []];
  if (scenario[0]?.length === rows) return scenario.map((cells) => [cells[0], cells[row]]);
  return undefined;
}

export interface Offset {
  readonly row: number;
  readonly column: number;
}

/** Of a call over ranges: the arguments of one cell, as they broadcast. Blocks that are read as a whole stay. */
export function broadcast({ id, values }: Call, { row, column }: Offset): Call {
  const params = registry.find((spec) => spec.id === id)?.params ?? [];
  const own = (value: Values): Values => {
    const cells = value.length === 1 ? value[0] : value[row];
    const cell = cells?.length === 1 ? cells[0] : cells?.[column];
    return cell === undefined ? value : [[cell]];
  };
  return { id, values: values.map((value, i) => (value && !params[i]?.kind.readBlock ? own(value) : value)) };
}
