// Sections of single values: labels in B, values in C, unit, source, as of and note beside them.
import type { CellRole } from "../grid";
import type { ChecksSection, InputLine, Line, LinesSection, NotesSection, ScenarioSection } from "../sections";
import { COLUMN, type Draft, name, put, sectionRow } from "./draft";
import { area, cell } from "./places";

export function placeLines(draft: Draft, { title, lines }: LinesSection): void {
  sectionRow(draft, title, draft.template.shape === "timeline" ? TIMELINE_HEADS : {});
  for (const line of lines) placeLine(draft, line);
  draft.nextRow++;
}

/** On timelines the frozen header names other columns there. */
const TIMELINE_HEADS = { [COLUMN.source]: "Source", [COLUMN.note]: "Note" };

/** Scenario sections of one id follow each other: the range of the scenario grows over their rows. */
export function placeScenario(draft: Draft, section: ScenarioSection): void {
  const { id = "scenario" } = section;
  const before = draft.places.get(id);
  if (before) draft.nextRow--; // no empty row inside the scenario
  sectionRow(draft, section.title);
  const first = before?.row ?? draft.nextRow;
  for (const line of section.lines) placeLine(draft, line, "emptyIsDefault");
  const last = draft.nextRow - 1;
  draft.places.set(id, area(first, COLUMN.label, last - first + 1, 2));
  draft.nextRow++;
}

export function placeLine(draft: Draft, line: Line, empty?: "emptyIsDefault"): void {
  const row = draft.nextRow++;
  const at = cell(row, COLUMN.value);
  name(draft, line.id, { ...at, label: cell(row, COLUMN.label), unit: cell(row, COLUMN.unit) });
  put(draft, row, COLUMN.label, "label", line.label);
  const { role, content } = valueOf(line);
  const anchors = line.kind === "formula" && line.anchors === false ? ({ anchors: false } as const) : {};
  put(draft, row, COLUMN.value, role, content, { format: line.format, ...anchors });
  put(draft, row, COLUMN.unit, "unit", line.unit);
  put(draft, row, COLUMN.source, "source", line.source);
  put(draft, row, COLUMN.asOf, "source", line.asOf, { format: "date" });
  put(draft, row, COLUMN.note, "note", line.note);
  if (line.kind === "input") offer(draft, line, row, empty);
}

function valueOf(line: Line): { readonly role: CellRole; readonly content: string | number | boolean } {
  switch (line.kind) {
    case "input":
      return { role: "input", content: line.value };
    case "link":
      return { role: "link", content: `={${line.to}}` };
    case "formula":
      return { role: line.look ?? "formula", content: `=${line.formula}` };
    default:
      return line satisfies never;
  }
}

function offer(
  draft: Draft,
  { id, label, list, band, prompt }: InputLine,
  row: number,
  empty?: "emptyIsDefault",
): void {
  const at = cell(row, COLUMN.value);
  if (list ?? prompt)
    draft.choices.push({ area: at, ...(list !== undefined && { list }), ...(prompt !== undefined && { prompt }) });
  if (band && id) draft.bands.push({ id, label, band, ...(empty && { empty }) });
}

export function placeChecks(draft: Draft, { lines }: ChecksSection): void {
  if (lines.length === 0) return;
  sectionRow(draft, "Checks", { [COLUMN.value]: "0 = good" });
  const first = draft.nextRow;
  for (const { id, label, formula, note } of lines) {
    const row = draft.nextRow++;
    name(draft, id, { ...cell(row, COLUMN.value), label: cell(row, COLUMN.label) });
    put(draft, row, COLUMN.label, "label", label);
    put(draft, row, COLUMN.value, "check", `=${formula}`, { format: "check" });
    put(draft, row, COLUMN.note, "note", note);
  }
  draft.checks.push(area(first, COLUMN.value, draft.nextRow - first, 1));
  draft.nextRow++;
}

export function placeNotes(draft: Draft, { title, texts }: NotesSection): void {
  sectionRow(draft, title);
  for (const text of texts) put(draft, draft.nextRow++, COLUMN.value, "note", text);
  draft.nextRow++;
}
