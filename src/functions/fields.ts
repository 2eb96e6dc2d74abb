// Fields of a catalog row: what a block lists, and what a second argument may ask for.
import { type CatalogRow, table, type Table } from "../catalog/table";
import type { Block, CellError, Value } from "./cells";

/** A fact that may be unknown for a row. */
export type Fact = Value | null | undefined;

/** One labelled fact. Labels are the labels of a scenario where they mean the same. */
export interface Field<R, Context = void> extends CatalogRow {
  /** "128k" of it is 128 × 1,024. */
  readonly k?: "tokens";
  readonly read: (row: R, context: Context) => Fact;
}

export const field = <R, Context = void>(
  label: string,
  read: (row: R, context: Context) => Fact,
  ...aliases: string[]
): Field<R, Context> => ({ id: label, label, aliases, read });

export const fieldTable = <R, Context = void>(fields: readonly Field<R, Context>[]): Table<Field<R, Context>> =>
  table("field", fields);

/** Label | value, in the same rows for every row of the catalog; an unknown fact is an empty text. */
export const labelledBlock = <R, Context>(fields: Table<Field<R, Context>>, row: R, context: Context): Block =>
  fields.rows.map(({ label, read }) => [label, read(row, context) ?? ""]);

/** One fact, or #N/A with a sentence where it is unknown. */
export function oneFact<R extends CatalogRow, Context>(
  wanted: Field<R, Context>,
  row: R,
  context: Context,
): Value | CellError {
  return wanted.read(row, context) ?? { error: "#N/A", message: `No ${wanted.label} is known for ${row.label}.` };
}

/** A header and a row per entry. */
export const listBlock = <R, Context>(
  columns: readonly Field<R, Context>[],
  rows: readonly R[],
  context: Context,
): Block => [
  columns.map(({ label }) => label),
  ...rows.map((row) => columns.map(({ read }) => read(row, context) ?? "")),
];
