// The sheets that templates lean on: found again by their stamp, whatever the user calls them, or laid out anew.
import type { SheetGrid, SheetName } from "../../sheets/grid";
import { type Elsewhere, elsewhereFrom, layOut } from "../../sheets/layout/layout";
import type { SheetTemplate } from "../../sheets/template";
import { freeName } from "./freeName";
import type { SheetState } from "./workbookState";

export interface SupportTemplates {
  readonly lists: SheetTemplate;
  readonly assumptions: SheetTemplate;
  readonly audit: SheetTemplate;
}

/** In the order in which they are written: later ones link to earlier ones. */
export const SUPPORT_ORDER = ["lists", "assumptions", "audit"] as const;
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
  readonly planned: PlannedSheet | undefined;
}

export interface SupportPlan {
  readonly sheets: readonly SupportSheet[];
  readonly elsewhere: Elsewhere;
}

export function planSupport(
  support: SupportTemplates,
  sheets: readonly SheetState[],
  taken: readonly string[],
): SupportPlan {
  const placed: SupportSheet[] = [];
  let elsewhere: Elsewhere = new Map();
  for (const id of SUPPORT_ORDER) {
    const names = [...taken, ...placed.map(({ name }) => name)];
    const one = find(id, support[id], sheets) ?? plan(id, support[id], elsewhere, names);
    placed.push(one);
    elsewhere = new Map([...elsewhere, ...elsewhereFrom(id, one.name, one.names)]);
  }
  return { sheets: placed, elsewhere };
}

/** Of several, such as copies, the one that still has its own name. */
function find(id: SupportId, template: SheetTemplate, sheets: readonly SheetState[]): SupportSheet | undefined {
  const ours = sheets.filter((sheet) => sheet.template === template.id);
  const found = ours.find(({ name }) => name === template.name) ?? ours[0];
  return found && { id, name: found.name, names: found.names, found, planned: undefined };
}

function plan(id: SupportId, template: SheetTemplate, elsewhere: Elsewhere, taken: readonly string[]): SupportSheet {
  const grid = layOut(template, elsewhere);
  const name = freeName(grid.name, taken);
  return { id, name, names: grid.names, found: undefined, planned: { name, grid } };
}
