// A worked example: a planner's question, the sheets that answer it, and what its page says of them.
import type { SheetTemplate } from "../sections";

/** Texts quote cells, so that no result is ever typed: {Cluster budget.runCost:millions}. See quotes.ts. */
export type Quoting = string;

export interface QuotedTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Quoting[])[];
}

export interface Passage {
  readonly title: string;
  readonly texts: readonly Quoting[];
  readonly table?: QuotedTable;
}

export interface Source {
  readonly says: Quoting;
  /** Where to look it up. */
  readonly from: string;
}

export interface Example {
  /** In addresses of pages and files: never renamed. */
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly summary: string;
  /** In the order in which they are inserted; the first one answers the question. */
  readonly sheets: readonly SheetTemplate[];
}

/** What its page says: apart from the sheets, for the pane does not need it. */
export interface ExamplePage {
  readonly passages: readonly Passage[];
  readonly checkedAgainst: readonly Source[];
}

/** The same template as a further sheet of the workbook, under a name and with a question of its own. */
export const named = (name: string, question: string, template: SheetTemplate): SheetTemplate => ({
  ...template,
  name,
  question,
});
