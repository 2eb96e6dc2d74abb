// Every inserted sheet enters itself in GM Audit's register: its name, its template, and links to what it says.
import type { Area } from "../../sheets/grid";
import { registerRow } from "../../sheets/registerRow";
import { type Change, literal, type Values } from "./change";
import { areaNamed } from "./nameFormula";
import type { PlannedSheet, SupportSheet } from "./supportSheets";
import { REGISTER_NAME } from "./workbookState";

export interface Registration extends Change {
  /** Whether GM Audit was there before: then its row can be put back. */
  readonly isFound: boolean;
}

const COLUMNS = 6;

export const REGISTER_FULL = "The register on GM Audit has no free row, so this sheet is not in it.";

/** The next row, or undefined where none is free. */
export function planRegistration(
  audit: SupportSheet,
  sheet: PlannedSheet,
  templateName: string,
): Registration | undefined {
  const area = areaNamed(audit.names, REGISTER_NAME);
  if (!area) return undefined;
  const rows = audit.found ? (audit.found.register ?? []) : emptyRows(area);
  const index = nextRow(rows);
  if (index < 0) return undefined;
  const columns = Math.min(COLUMNS, area.columns);
  return {
    sheet: audit.name,
    isFound: audit.found !== undefined,
    area: { row: area.row + index, column: area.column, rows: 1, columns },
    before: [(rows[index] ?? []).slice(0, columns)],
    after: [rowOf(sheet, templateName).slice(0, columns)],
  };
}

const emptyRows = ({ rows, columns }: Area): Values =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => ""));

/** An empty one; where there is none, one whose sheet was deleted. */
function nextRow(rows: Values): number {
  const empty = rows.findIndex(([name]) => name === "");
  return empty >= 0 ? empty : rows.findIndex(([, , checks]) => String(checks).includes("#REF"));
}

function rowOf({ name, grid }: PlannedSheet, templateName: string): readonly unknown[] {
  const [, , ...links] = registerRow(name, templateName, grid);
  return [literal(name), literal(templateName), ...links];
}
