// A list: labels in a column, cases side by side, with or without a header row.
import { normalize, resolve } from "../../catalog/table";
import { type CellError, type Input, isCellError } from "../cells";
import {
  CATALOG_FACTS,
  type Grid,
  inColumn,
  inRow,
  isBlank,
  LABEL_HEADINGS,
  labelOf,
  READ_PAST,
  textOf,
  unknownLabel,
  wrong,
} from "./gridReading";
import { type LabelKey, scenarioLabels } from "./labels";
import type { ScenarioBlock } from "./reader";

export function readList(grid: Grid, first: number): ScenarioBlock | CellError {
  const labelColumn = findLabelColumn(grid);
  if (labelColumn === undefined) return unknownLabel(textOf(grid[first]?.find((cell) => !isBlank(cell))), inRow(first));
  const heading = grid[first]?.[labelColumn];
  const headed = !labelOf(heading) && !looksLikeLabel(textOf(heading), grid[first] ?? [], labelColumn);
  const columns = headed ? headedColumns(grid, first, labelColumn) : plainColumn(grid, labelColumn);
  if (isCellError(columns)) return columns;
  const rows = labelRows(grid, headed ? first + 1 : first, labelColumn);
  if (isCellError(rows)) return rows;
  const cases = columns.map(({ column, name }) => ({
    name,
    cells: new Map(rows.map(({ key, row }) => [key, grid[row]?.[column] ?? null] as const)),
  }));
  return { form: headed && cases.length > 1 ? "columns" : "single", cases };
}

/** The column with the most labels. */
function findLabelColumn(grid: Grid): number | undefined {
  const width = Math.max(...grid.map((row) => row.length));
  const counts = Array.from({ length: width }, (_, column) => grid.filter((row) => labelOf(row[column])).length);
  const most = Math.max(...counts);
  return most === 0 ? undefined : counts.indexOf(most);
}

/** A misspelt label in the first row must not pass for a heading. */
function looksLikeLabel(text: string, row: readonly Input[], labelColumn: number): boolean {
  if (text === "" || LABEL_HEADINGS.has(normalize(text))) return false;
  const found = resolve(scenarioLabels, text);
  const near = found.kind === "unknown" && found.nearest.length > 0;
  return near && row.some((cell, column) => column !== labelColumn && !isBlank(cell));
}

interface CaseColumn {
  readonly column: number;
  readonly name: string;
}

function plainColumn(grid: Grid, labelColumn: number): readonly CaseColumn[] | CellError {
  const width = Math.max(...grid.map((row) => row.length));
  const used = Array.from({ length: width }, (_, column) => column).filter(
    (column) => column !== labelColumn && grid.some((row) => !isBlank(row[column])),
  );
  const [column, ...others] = used;
  if (column === undefined) return wrong("There are labels but no values beside them.");
  if (others.length > 0)
    return wrong(
      `There are ${used.length} columns beside the labels and no header row: write one above them (label, value, unit, note, or the names of cases).`,
    );
  return [{ column, name: "" }];
}

function headedColumns(grid: Grid, headerRow: number, labelColumn: number): readonly CaseColumn[] | CellError {
  const cases: CaseColumn[] = [];
  const seen = new Map<string, number>();
  for (const [column, cell] of (grid[headerRow] ?? []).entries()) {
    const name = textOf(cell);
    if (column === labelColumn || READ_PAST.has(normalize(name))) continue;
    if (name === "") {
      if (grid.slice(headerRow + 1).some((row) => !isBlank(row[column])))
        return wrong(
          `There are values without a heading in ${inColumn(column)}: write the case's name above them, or unit, source, note.`,
        );
      continue;
    }
    const before = seen.get(normalize(name));
    if (before !== undefined)
      return wrong(`The heading "${name}" stands twice: in ${inColumn(before)} and ${inColumn(column)}.`);
    seen.set(normalize(name), column);
    cases.push({ column, name });
  }
  return cases.length > 0
    ? cases
    : wrong("The header row names no case: write value, or the names of cases, above the values.");
}

function labelRows(
  grid: Grid,
  from: number,
  labelColumn: number,
): readonly { readonly key: LabelKey; readonly row: number }[] | CellError {
  const rows: { key: LabelKey; row: number }[] = [];
  const seen = new Map<LabelKey, number>();
  for (let row = from; row < grid.length; row++) {
    const cells = grid[row] ?? [];
    const hasValues = cells.some((cell, column) => column !== labelColumn && !isBlank(cell));
    const text = textOf(cells[labelColumn]);
    const label = labelOf(cells[labelColumn]);
    if (label) {
      const before = seen.get(label.key);
      // A heading such as "Model" above the labels of a section reads like a label, but has no values.
      if (before !== undefined && !hasValues) continue;
      if (before !== undefined && grid[before]?.every((cell, column) => column === labelColumn || isBlank(cell))) {
        rows.splice(
          rows.findIndex((one) => one.key === label.key),
          1,
        );
      } else if (before !== undefined)
        return wrong(`"${label.id}" stands twice: in ${inRow(before)} and ${inRow(row)}.`);
      seen.set(label.key, row);
      rows.push({ key: label.key, row });
    } else if (text !== "" && !CATALOG_FACTS.has(normalize(text)) && (hasValues || isNear(text)))
      return unknownLabel(text, inRow(row));
    else if (text === "" && hasValues) return wrong(`There is a value without a label in ${inRow(row)}.`);
  }
  return rows;
}

/** Text without values is a section heading, unless it is a misspelt label. */
const isNear = (text: string): boolean => {
  const found = resolve(scenarioLabels, text);
  return found.kind === "unknown" && found.nearest.length > 0;
};
