import { distance } from "fastest-levenshtein";

/** What every row of every catalog has. */
export interface CatalogRow {
  /** What is typed and stored in workbooks: never renamed. */
  readonly id: string;
  /** How people print it. */
  readonly label: string;
  /** Other ways to type it; case, spaces, dashes and underscores never matter. */
  readonly aliases: readonly string[];
}

export interface Table<R extends CatalogRow> {
  /** What one row is, in the singular: "optimizer". */
  readonly noun: string;
  readonly rows: readonly R[];
  /** Normalized spelling -> the rows that answer to it; more than one is ambiguous. */
  readonly index: ReadonlyMap<string, readonly R[]>;
}

export type Resolved<R> =
  | { readonly kind: "found"; readonly row: R }
  | { readonly kind: "ambiguous"; readonly candidates: readonly R[] }
  | { readonly kind: "unknown"; readonly nearest: readonly R[] };

export const idsOf = (rows: readonly CatalogRow[]): readonly string[] => rows.map((row) => row.id);

/** Spelling without case, spaces, dashes and underscores. */
export const normalize = (text: string): string => text.toLowerCase().replace(/[\s_\-‐-―]+/g, "");

/** A table of rows that can be found by id, label or alias. */
export function table<R extends CatalogRow>(noun: string, rows: readonly R[]): Table<R> {
  const index = new Map<string, R[]>();
  for (const row of rows)
    for (const spelling of new Set([row.id, row.label, ...row.aliases].map(normalize)))
      index.set(spelling, [...(index.get(spelling) ?? []), row]);
  for (const row of rows) index.set(normalize(row.id), [row]);
  return { noun, rows, index };
}

/** Finds the row that a text names, or the rows that it may have meant. */
export function resolve<R extends CatalogRow>(catalog: Table<R>, text: string): Resolved<R> {
  const wanted = normalize(text);
  const rows = catalog.index.get(wanted) ?? [];
  if (rows.length > 1) return { kind: "ambiguous", candidates: rows };
  const [row] = rows;
  return row ? { kind: "found", row } : { kind: "unknown", nearest: nearest(catalog, wanted) };
}

/** The row with exactly this spelling; no search for what may have been meant. */
export function named<R extends CatalogRow>(catalog: Table<R>, text: string): R | undefined {
  const rows = catalog.index.get(normalize(text));
  return rows?.length === 1 ? rows[0] : undefined;
}

const MAX_SUGGESTIONS = 3;
const MOST_EDITS = 3;

/** Rows whose spelling is at most a third of the letters away, rounded up, never more than three nor all; best first. */
function nearest<R extends CatalogRow>(catalog: Table<R>, wanted: string): readonly R[] {
  const best = new Map<R, number>();
  for (const [spelling, rows] of catalog.index) {
    const edits = distance(wanted, spelling);
    if (edits >= wanted.length || edits > Math.min(MOST_EDITS, Math.ceil(Math.min(wanted.length, spelling.length) / 3)))
      continue;
    for (const row of rows) best.set(row, Math.min(best.get(row) ?? Infinity, edits));
  }
  return [...best]
    .sort((a, b) => a[1] - b[1])
    .slice(0, MAX_SUGGESTIONS)
    .map(([row]) => row);
}
