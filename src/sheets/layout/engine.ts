// Engine results: Live from the functions, Saved as values, Used is what everything below refers to.
import { relative } from "../address";
import type { EngineGroup, EngineLine, EngineSection, EngineTableSection } from "../sections";
import { COLUMN, type Draft, ENGINE_COLUMN, MODE_CELL, name, put, sectionRow } from "./draft";
import { area, areaText, cell, type Place } from "./places";

const VERSION: EngineGroup = {
  id: "versionCall",
  call: "GPUMEM.VERSION()",
  shape: { kind: "one" },
  lines: [{ id: "version", label: "Version of the engine", format: "text" }],
};

export function placeEngine(draft: Draft, { title, groups }: EngineSection): void {
  const { live, saved, used, unit, note } = ENGINE_COLUMN;
  const heads = { [live]: "Live", [saved]: "Saved", [used]: "Used", [unit]: "Unit", [note]: "Note" };
  sectionRow(draft, title, heads);
  for (const group of [...groups, VERSION]) placeGroup(draft, group);
  draft.nextRow++;
}

function placeGroup(draft: Draft, group: EngineGroup): void {
  const first = draft.nextRow;
  const spill = draft.nextSpill;
  const { live, saved, used } = ENGINE_COLUMN;
  const rows = group.lines.length;
  draft.places.set(group.id, {
    ...area(first, used, rows, 1),
    labels: area(first, ENGINE_COLUMN.label, rows, 1),
    live: area(first, live, rows, 1),
    saved: area(first, saved, rows, 1),
  });
  put(draft, first, spill, "spill", `=${group.call}`);
  for (const line of group.lines) placeEngineLine(draft, group, line, { first, spill });
  draft.results.push({
    live: area(first, live, rows, 1),
    saved: area(first, saved, rows, 1),
    used: area(first, used, rows, 1),
  });
  const { shape } = group;
  draft.spills.push(
    shape.kind === "table" ? area(first, spill, shape.rows, shape.columns) : area(first, spill, rows, 1),
  );
  draft.nextSpill += (shape.kind === "table" ? shape.columns : 1) + 1;
}

function placeEngineLine(
  draft: Draft,
  group: EngineGroup,
  line: EngineLine,
  at: { readonly first: number; readonly spill: number },
): void {
  const row = draft.nextRow++;
  const { label, live, saved, used, unit, note } = ENGINE_COLUMN;
  const place: Place = {
    ...cell(row, used),
    label: cell(row, label),
    unit: cell(row, unit),
    live: cell(row, live),
    saved: cell(row, saved),
  };
  name(draft, line.id, place);
  const format = { format: line.format ?? "decimal" } as const;
  put(draft, row, label, "label", line.label);
  put(draft, row, live, "live", `=${liveFormula(group, line, row, at)}`, format);
  put(draft, row, saved, "saved", "", format);
  put(draft, row, used, "used", `=INDEX($C${row}:$D${row},1,${MODE_CELL})`, format);
  put(draft, row, unit, "unit", line.unit);
  put(draft, row, note, "note", line.note);
}

/** A spill that is blocked leaves empty cells behind, which read as 0: they must be an error instead. */
function liveFormula(
  { shape }: EngineGroup,
  { key, column }: EngineLine,
  row: number,
  { first, spill }: { readonly first: number; readonly spill: number },
): string {
  switch (shape.kind) {
    case "one":
      return `$${relative(row, spill)}`;
    case "aligned":
      return `IF($${relative(row, spill)}="",NA(),$${relative(row, spill)})`;
    case "table": {
      const values = areaText(area(first, spill + (column ?? shape.column) - 1, shape.rows, 1));
      const keys = areaText(area(first, spill, shape.rows, 1));
      const found = key === undefined ? `$${relative(row, COLUMN.label)}` : `"${key}"`;
      return `INDEX(${values},MATCH(${found},${keys},0))`;
    }
    default:
      return shape satisfies never;
  }
}

export function placeEngineTable(draft: Draft, section: EngineTableSection): void {
  const { title, call, rows, columns, rowLabels, columnLabels, formats, rowFormats } = section;
  sectionRow(draft, title);
  const headRow = columnLabels ? draft.nextRow++ : undefined;
  const first = draft.nextRow;
  const left = rowLabels ? COLUMN.value : COLUMN.label;
  const live = draft.nextSpill;
  const saved = live + columns + 1;
  columnLabels?.forEach((label, i) => put(draft, headRow as number, left + i, "header", label));
  rowLabels?.forEach((label, i) => put(draft, first + i, COLUMN.label, "label", label));
  put(draft, first, live, "spill", `=${call}`);
  for (let row = first; row < first + rows; row++)
    for (let i = 0; i < columns; i++) {
      const heading = (!columnLabels && row === first) || (!rowLabels && i === 0);
      const chosen = `IF(${MODE_CELL}=1,${relative(row, live + i)},${relative(row, saved + i)})`;
      const picked = section.ragged ? `=IF(${chosen}="","",${chosen})` : `=${chosen}`;
      const role = !columnLabels && row === first ? "header" : heading ? "text" : "used";
      put(draft, row, left + i, role, picked, {
        format: heading ? "text" : (rowFormats?.[row - first] ?? formats?.[i] ?? "decimal"),
      });
      put(draft, row, saved + i, "saved", "");
    }
  put(draft, draft.nextRow - 1, live, "section", "Live: spilled from the function");
  put(draft, draft.nextRow - 1, saved, "section", "Saved");
  nameTable(draft, section, { first, left });
  if (section.looks) draft.looks.push({ area: draft.places.get(section.id) as Place, looks: section.looks });
  draft.spills.push(area(first, live, rows, columns));
  draft.results.push({
    live: area(first, live, rows, columns),
    saved: area(first, saved, rows, columns),
    used: area(first, left, rows, columns),
  });
  draft.nextRow = first + rows;
  put(draft, draft.nextRow, COLUMN.value, "note", section.note);
  draft.nextRow += section.note === undefined ? 1 : 2;
  draft.nextSpill = saved + columns + 1;
}

/** {id} is the body; {id.3} its third column of values, {id:heads} and {id:labels} what stands over and beside it. */
function nameTable(
  draft: Draft,
  { id, rows, columns, rowLabels, columnLabels }: EngineTableSection,
  { first, left }: { readonly first: number; readonly left: number },
): void {
  const [top, side] = [columnLabels ? 0 : 1, rowLabels ? 0 : 1];
  const [row, column] = [first + top, left + side];
  const [height, width] = [rows - top, columns - side];
  const heads = area(columnLabels ? first - 1 : first, column, 1, width);
  const labels = area(row, COLUMN.label, height, 1);
  name(draft, id, { ...area(row, column, height, width), heads, labels });
  for (let i = 0; i < width; i++)
    name(draft, `${id}.${i + 1}`, { ...area(row, column + i, height, 1), label: cell(heads.row, column + i), labels });
  for (let i = 0; i < height; i++)
    name(draft, `${id}.row${i + 1}`, {
      ...area(row + i, column, 1, width),
      label: cell(row + i, COLUMN.label),
      heads,
    });
}
