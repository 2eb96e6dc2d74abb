// Tables (lines over columns), lists (rows that the user fills in) and budget blocks.
import { isOverPeriods, linesOf } from "../block";
import { placeBlock, type PlacedCell } from "../place";
import type { CellRole, NumberFormat } from "../grid";
import type { BlockSection, ColumnsSection, ListColumn, ListSection, TableLine, TableSection } from "../sections";
import { columnsOf } from "../site";
import { COLUMN, type Draft, name, put, sectionRow, TIMELINE_COLUMN } from "./draft";
import { area, cell } from "./places";

export function placeTable(draft: Draft, section: TableSection): void {
  const { id, title, heads, headsTyped, corner, lines, more } = section;
  sectionRow(draft, title);
  const headRow = draft.nextRow++;
  const first = COLUMN.value;
  put(draft, headRow, COLUMN.label, "header", corner ?? "");
  heads.forEach((head, i) => put(draft, headRow, first + i, headsTyped ? "input" : "header", head));
  const headArea = area(headRow, first, 1, heads.length);
  name(draft, `${id}.head`, { ...headArea, label: cell(headRow, COLUMN.label) });
  for (const line of lines) placeTableLine(draft, line, heads.length, headArea);
  if (more) sectionRow(draft, more.title);
  for (const line of more?.lines ?? []) placeTableLine(draft, line, heads.length, headArea);
  const rows = draft.nextRow - headRow - 1;
  name(draft, id, {
    ...area(headRow + 1, first, rows, heads.length),
    heads: headArea,
    labels: area(headRow + 1, COLUMN.label, rows, 1),
    block: area(headRow, COLUMN.label, rows + 1, heads.length + 1),
    one: area(headRow, COLUMN.label, rows + 1, 2),
  });
  heads.forEach((_, i) => name(draft, `${id}.${i + 1}`, columnOfTable(headRow, first + i, rows)));
  draft.nextRow++;
}

const columnOfTable = (headRow: number, column: number, rows: number) => ({
  ...area(headRow + 1, column, rows, 1),
  label: cell(headRow, column),
  labels: area(headRow + 1, COLUMN.label, rows, 1),
});

function placeTableLine(draft: Draft, line: TableLine, columns: number, heads: ReturnType<typeof area>): void {
  const row = draft.nextRow++;
  const role: CellRole = line.look ?? line.kind;
  name(draft, line.id, { ...area(row, COLUMN.value, 1, columns), label: cell(row, COLUMN.label), heads });
  put(draft, row, COLUMN.label, "label", line.label);
  for (let i = 0; i < columns; i++) {
    const content = line.formula === undefined ? line.values?.[i % line.values.length] : `=${line.formula}`;
    put(draft, row, COLUMN.value + i, role, content, { format: line.formats?.[i] ?? line.format });
  }
  put(draft, row, COLUMN.value + columns, "unit", line.unit);
  if (line.list) draft.choices.push({ area: area(row, COLUMN.value, 1, columns), list: line.list });
}

export function placeList(draft: Draft, section: ListSection): void {
  const { id, title, columns, rows, spare = 0, note } = section;
  sectionRow(draft, title);
  const headRow = draft.nextRow++;
  const first = draft.nextRow;
  const count = rows.length + spare;
  columns.forEach(({ head }, i) => put(draft, headRow, COLUMN.label + i, "header", head));
  columns.forEach((column, i) => placeListColumn(draft, section, column, { first, count, i }));
  name(draft, id, {
    ...area(first, COLUMN.label, count, columns.length),
    heads: area(headRow, COLUMN.label, 1, columns.length),
    block: area(headRow, COLUMN.label, count + 1, columns.length),
  });
  draft.nextRow = first + count;
  put(draft, draft.nextRow, COLUMN.value, "note", note);
  draft.nextRow += note === undefined ? 1 : 2;
}

const LINKED = /^\{(assumptions|lists)\.[\w.]+\}$/;

function placeListColumn(
  draft: Draft,
  { id, columns, rows, written }: ListSection,
  column: ListColumn,
  { first, count, i }: { readonly first: number; readonly count: number; readonly i: number },
): void {
  const at = COLUMN.label + i;
  const typed = columns.filter((one) => one.formula === undefined);
  const typedRole: CellRole = written ? "text" : "input";
  const place = area(first, at, count, 1);
  name(draft, `${id}.${column.id}`, { ...place, label: cell(first - 1, at) });
  for (let index = 0; index < count; index++) {
    name(draft, `${id}.${column.id}.${index}`, cell(first + index, at));
    const value = rows[index]?.[typed.indexOf(column)] ?? "";
    const content = column.formula === undefined ? value : `=${column.formula.replaceAll("@", String(index))}`;
    const role = column.formula === undefined ? typedRole : LINKED.test(column.formula) ? "link" : "formula";
    put(draft, first + index, at, role, content, { format: column.format, from: { id, index } });
  }
  if (column.list) draft.choices.push({ area: place, list: column.list });
}

export function placeColumns(draft: Draft, { title, columns }: ColumnsSection): void {
  sectionRow(draft, title);
  const headRow = draft.nextRow++;
  columns.forEach(({ id, head, values, catalog }, i) => {
    const column = COLUMN.label + i;
    if (catalog !== undefined) name(draft, `${id}Catalog`, area(headRow + 1, column, catalog, 1));
    put(draft, headRow, column, "header", head);
    values.forEach((value, j) => put(draft, headRow + 1 + j, column, "text", value));
    name(draft, id, { ...area(headRow + 1, column, values.length, 1), label: cell(headRow, column) });
  });
  draft.nextRow += Math.max(...columns.map(({ values }) => values.length)) + 1;
}

const BLOCK_ROLE: Readonly<Record<PlacedCell["role"], CellRole>> = {
  title: "section",
  label: "label",
  unit: "unit",
  input: "input",
  link: "link",
  formula: "formula",
  check: "check",
};

/** What comes from this sheet is a formula; what comes from another one is a link. */
const roleOf = ({ role, content }: PlacedCell): CellRole =>
  role === "link" && !/\{(assumptions|lists)\./.test(String(content)) ? "formula" : BLOCK_ROLE[role];

/** How a block's numbers read where it says nothing itself. */
const OF_UNIT: Readonly<Record<string, NumberFormat>> = {
  USD: "money",
  "USD per year": "money",
  "USD per GPU-hour": "price",
  "GPU-hours": "whole",
  hours: "whole",
  days: "whole",
  months: "whole",
  periods: "whole",
  number: "whole",
  flag: "whole",
  date: "date",
  fraction: "percent",
};

export function placeBudgetBlock(draft: Draft, { block, periods, links, values, as = block.id }: BlockSection): void {
  const placed = placeBlock(block, {
    row: draft.nextRow,
    periods,
    ...(links && { formulas: links }),
    ...(values && { values }),
  });
  const columns = columnsOf(placed);
  const lineAt = new Map(linesOf(block).map((line) => [placed.rowOf.get(line.id), line]));
  for (const one of placed.cells) {
    const line = lineAt.get(one.row);
    const format = line?.format ?? OF_UNIT[line?.unit ?? ""];
    const isNumber = one.column >= columns.value && one.role !== "unit" && one.role !== "check";
    put(draft, one.row, one.column, roleOf(one), one.content, isNumber ? { format } : {});
  }
  for (const line of linesOf(block)) {
    const row = placed.rowOf.get(line.id) as number;
    const over = isOverPeriods(line);
    name(draft, `${as}.${line.id}`, {
      ...(over ? area(row, columns.periods, 1, periods) : cell(row, columns.value)),
      label: cell(row, columns.label),
      unit: cell(row, columns.unit),
      total: cell(row, columns.total),
      opening: cell(row, columns.opening),
    });
    if ("check" in line && line.check) draft.checks.push(cell(row, TIMELINE_COLUMN.check));
  }
  draft.sections.push({ row: draft.nextRow, column: COLUMN.section, rows: 1, columns: COLUMN.note });
  draft.nextRow = placed.nextRow + 1;
}
