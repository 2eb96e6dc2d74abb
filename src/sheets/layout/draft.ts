// A sheet while it is laid out: cells whose formulas still have their references in braces.
import type { CellRole, GridCell, NumberFormat, Area } from "../grid";
import type { Look, SheetTemplate } from "../sections";
import type { Place } from "./places";
import type { Standpoint } from "./references";

export const COLUMN = { section: 1, label: 2, value: 3, unit: 4, source: 5, asOf: 6, note: 7 } as const;
export const ENGINE_COLUMN = { label: 2, live: 3, saved: 4, used: 5, unit: 6, note: 7 } as const;
export const TIMELINE_COLUMN = { total: 5, check: 6, opening: 7, periods: 8 } as const;
export const FIRST_ROW = 7;
export const HEADER_ROW = 6;
export const MODE_CELL = "$C$4";

export interface DraftCell extends Omit<GridCell, "content"> {
  /** Formulas begin with "=" and name what they need in braces. */
  readonly content: GridCell["content"];
  readonly from?: Standpoint["list"];
  readonly anchors?: false;
}

export interface Draft {
  readonly template: SheetTemplate;
  readonly cells: DraftCell[];
  readonly places: Map<string, Place>;
  /** What offers a list: the area, and the list's reference. */
  readonly choices: { readonly area: Area; readonly list?: string; readonly prompt?: string }[];
  readonly bands: {
    readonly id: string;
    readonly label: string;
    readonly band: string;
    readonly empty?: "emptyIsDefault";
  }[];
  /** Live and Saved areas, in step: what Save results copies. */
  readonly results: { readonly live: Area; readonly saved: Area; readonly used: Area }[];
  readonly looks: { readonly area: Area; readonly looks: readonly Look[] }[];
  /** Where spilled calls land. */
  readonly spills: Area[];
  /** Rows of checks, for the sum at the top. */
  readonly checks: Area[];
  readonly sections: Area[];
  nextRow: number;
  /** Where a timeline's charts begin, if not below everything. */
  chartRow?: number;
  /** The next free column for what spills. */
  nextSpill: number;
}

export function put(
  draft: Draft,
  row: number,
  column: number,
  role: CellRole,
  content: GridCell["content"] | undefined,
  extras: Pick<DraftCell, "from" | "anchors"> & { readonly format?: NumberFormat | undefined } = {},
): void {
  if (content === undefined) return;
  const { format, ...rest } = extras;
  draft.cells.push({ row, column, role, content, ...(format && { format }), ...rest });
}

export function name(draft: Draft, id: string | undefined, place: Place): void {
  if (id === undefined) return;
  if (draft.places.has(id)) throw new Error(`${draft.template.id} has two lines ${id}`);
  draft.places.set(id, place);
}

/** The band over a section: its title in A, heads beside it. */
export function sectionRow(draft: Draft, title: string, heads: Readonly<Record<number, string>> = {}): number {
  const row = draft.nextRow++;
  put(draft, row, COLUMN.section, "section", title);
  for (const [column, head] of Object.entries(heads)) put(draft, row, Number(column), "section", head);
  draft.sections.push({ row, column: COLUMN.section, rows: 1, columns: COLUMN.note });
  return row;
}
