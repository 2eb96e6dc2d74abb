// The sheets that templates lean on: found again by their stamp, whatever the user calls them, or laid out anew.
import type { SheetGrid, SheetName } from "../../sheets/grid";
import { type Elsewhere, elsewhereFrom, layOut, namesOfTemplate } from "../../sheets/layout/layout";
import type { SheetTemplate } from "../../sheets/template";
import { freeName } from "./freeName";
import type { SheetState } from "./workbookState";

export interface SupportTemplates {
  readonly lists: SheetTemplate;
  readonly assumptions: SheetTemplate;
  readonly audit: SheetTemplate;
}

/** In the order in which they are written. */
const SUPPORT_ORDER = ["lists", "assumptions", "audit"] as const;
type SupportId = (typeof SUPPORT_ORDER)[number];

export interface PlannedSheet {
  readonly name: string;
  readonly grid: SheetGrid;
}

export interface SupportSheet {
  readonly id: SupportId;
  readonly name: string;
  readonly names: readonly SheetName[];
  /** As it stands in the workbook; undefined where it must be written. */
  readonly found: SheetState | undefined;
}

export interface SupportPlan {
  readonly sheets: readonly SupportSheet[];
  /** Those that are missing. */
  readonly writes: readonly PlannedSheet[];
  readonly elsewhere: Elsewhere;
}

/** They link to each other: all names come first, then the cells. */
export function planSupport(
  support: SupportTemplates,
  sheets: readonly SheetState[],
  taken: readonly string[],
): SupportPlan {
  const placed: SupportSheet[] = [];
  for (const id of SUPPORT_ORDER) {
    const names = [...taken, ...placed.map(({ name }) => name)];
    placed.push(find(id, support[id], sheets) ?? anew(id, support[id], names));
  }
  const elsewhere = new Map(placed.flatMap(({ id, name, names }) => [...elsewhereFrom(id, name, names)]));
  const missing = placed.filter(({ found }) => !found);
  const writes = missing.map(({ id, name }) => ({ name, grid: layOut(support[id], elsewhere) }));
  return { sheets: placed, writes, elsewhere };
}

/** Of several, such as copies, the one that still has its own name. */
function find(id: SupportId, template: SheetTemplate, sheets: readonly SheetState[]): SupportSheet | undefined {
  const ours = sheets.filter((sheet) => sheet.template === template.id);
  const found = ours.find(({ name }) => name === template.name) ?? ours[0];
  return found && { id, name: found.name, names: found.names, found };
}

const anew = (id: SupportId, template: SheetTemplate, taken: readonly string[]): SupportSheet => ({
  id,
  name: freeName(template.name, taken),
  names: namesOfTemplate(template),
  found: undefined,
});
