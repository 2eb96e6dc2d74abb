// Lines over the periods of a timeline: total in E, check in F, opening in G, periods from H.
import type { PeriodsLine, PeriodsSection } from "../sections";
import { COLUMN, type Draft, name, put, sectionRow, TIMELINE_COLUMN } from "./draft";
import { area, cell } from "./places";

export function placePeriods(draft: Draft, { title, periods, lines }: PeriodsSection): void {
  sectionRow(draft, title);
  for (const line of lines) placePeriodsLine(draft, line, periods);
  draft.nextRow++;
}

function placePeriodsLine(draft: Draft, line: PeriodsLine, periods: number): void {
  const row = draft.nextRow++;
  const at = TIMELINE_COLUMN;
  const format = { format: line.format };
  const role = line.look ?? "formula";
  name(draft, line.id, {
    ...area(row, at.periods, 1, periods),
    label: cell(row, COLUMN.label),
    unit: cell(row, COLUMN.unit),
    total: cell(row, at.total),
    opening: cell(row, at.opening),
  });
  put(draft, row, COLUMN.label, "label", line.label);
  put(draft, row, COLUMN.unit, "unit", line.unit);
  put(draft, row, at.total, role, spelled(line.total), format);
  put(draft, row, at.check, "check", spelled(line.check), { format: "whole" });
  put(draft, row, at.opening, role, spelled(line.opening), format);
  for (let i = 0; i < periods; i++) {
    const typed = line.values?.[i % line.values.length];
    const content = line.formula === undefined ? typed : `=${line.formula}`;
    put(draft, row, at.periods + i, line.formula === undefined ? "input" : role, content, format);
  }
  if (line.check !== undefined) draft.checks.push(cell(row, at.check));
}

const spelled = (formula: string | undefined) => (formula === undefined ? undefined : `=${formula}`);
