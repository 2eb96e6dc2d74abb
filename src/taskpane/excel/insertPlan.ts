// What an insert will do, decided before anything is written.
import type { Area, SheetGrid } from "../../sheets/grid";
import { layOut } from "../../sheets/layout/layout";
import type { SheetTemplate } from "../../sheets/template";
import { WorkbookFailure } from "../workbookHost";
import { freeName } from "./freeName";
import { areaNamed } from "./nameFormula";
import { planRegistration, REGISTER_FULL, type Registration } from "./register";
import { type PlannedSheet, planSupport, type SupportPlan, type SupportTemplates } from "./supportSheets";
import type { SheetState, WorkbookState } from "./workbookState";

export interface InsertPlan {
  /** New sheets, in the order in which they are written: what is linked to comes first. */
  readonly writes: readonly PlannedSheet[];
  /** Their names from left to right. */
  readonly order: readonly string[];
  readonly registration: Registration | undefined;
  readonly shown: { readonly name: string; readonly hidden: boolean; readonly select: Area | undefined };
  readonly note: string | undefined;
}

export function planInsert(
  { sheets, isProtected }: WorkbookState,
  template: SheetTemplate,
  support: SupportTemplates,
): InsertPlan {
  if (isProtected) throw new WorkbookFailure(PROTECTED);
  const taken = sheets.map(({ name }) => name);
  const isSupport = Object.values(support).some(({ id }) => id === template.id);
  if (isSupport)
    return showSupport(
      laidOut(() => planSupport(support, sheets, taken)),
      template,
      support,
    );
  const name = freeName(template.name, taken);
  const plan = laidOut(() => planSupport(support, sheets, [...taken, name]));
  const sheet = { name, grid: laidOut(() => layOut(template, plan.elsewhere)) };
  return insertSheet(plan, sheet, template.name);
}

function insertSheet(support: SupportPlan, sheet: PlannedSheet, templateName: string): InsertPlan {
  const missing = support.writes;
  const audit = support.sheets.find(({ id }) => id === "audit");
  const registration = audit && planRegistration(audit, sheet, templateName);
  return {
    writes: [...missing, sheet],
    order: [sheet.name, ...missing.map(({ name }) => name)],
    registration,
    shown: { name: sheet.name, hidden: false, select: firstInput(sheet.grid) },
    note: registration ? undefined : REGISTER_FULL,
  };
}

/** The template is one of the sheets that all lean on: there is one of each. */
function showSupport(plan: SupportPlan, template: SheetTemplate, support: SupportTemplates): InsertPlan {
  const missing = plan.writes;
  const shown = plan.sheets.find(({ id }) => support[id].id === template.id);
  const found: SheetState | undefined = shown?.found;
  const name = shown?.name ?? template.name;
  return {
    writes: missing,
    order: missing.map((sheet) => sheet.name),
    registration: undefined,
    shown: { name, hidden: found?.hidden ?? false, select: undefined },
    note: found && `${name} was there already, with everything in it.`,
  };
}

/** Where a sheet's values stand, whatever is typed further right. */
const VALUES = 3;

/** Where the user goes on: the first input that is not the mode. */
function firstInput({ cells, names }: SheetGrid): Area | undefined {
  const mode = areaNamed(names, "gm_mode");
  const inputs = cells.filter(
    ({ role, row, column }) => role === "input" && !(row === mode?.row && column === mode.column),
  );
  const values = inputs.filter(({ column }) => column === VALUES);
  const [first] = [...(values.length > 0 ? values : inputs)].sort((a, b) => a.row - b.row || a.column - b.column);
  return first && { row: first.row, column: first.column, rows: 1, columns: 1 };
}

/** A sheet of ours that no longer has what a template links to: its rows were deleted, or an older version made it. */
function laidOut<T>(lay: () => T): T {
  try {
    return lay();
  } catch (thrown) {
    throw new WorkbookFailure(LACKS_LINES(thrown instanceof Error ? thrown.message : String(thrown)), thrown);
  }
}

const PROTECTED =
  "The structure of this workbook is protected, so no sheet can be added. Nothing was changed. " +
  "Remove the protection under Review, Protect Workbook, and insert again.";

const LACKS_LINES = (said: string): string =>
  `GM Assumptions or GM Lists of this workbook lacks what the template links to (${said}). Nothing was changed. ` +
  "Bring those rows back, or clear cell G3 of that sheet: the next insert then makes a fresh one beside it.";
