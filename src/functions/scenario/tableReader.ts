// A table: labels as the header, one scenario a row.
import { normalize } from "../../catalog/table";
import { type CellError, type Input, isCellError } from "../cells";
import {
  CATALOG_FACTS,
  type Grid,
  inColumn,
  isBlank,
  labelOf,
  NAME_HEADINGS,
  READ_PAST,
  textOf,
  unknownLabel,
  wrong,
} from "./gridReading";
import type { LabelKey, LabelRow } from "./labels";
import type { ScenarioBlock, ScenarioCase } from "./reader";

interface TableColumn {
  readonly column: number;
  readonly use: LabelRow | "name" | "skip";
}

export function readTable(grid: Grid, headerRow: number): ScenarioBlock | CellError {
  const columns = tableColumns(grid, headerRow);
  if (isCellError(columns)) return columns;
  const rows = grid.slice(headerRow + 1);
  const last = rows.reduce((end, row, i) => (row.every(isBlank) ? end : i + 1), 0);
  if (last === 0) return wrong("The table has a header and no rows: write one scenario a row below it.");
  return {
    form: "rows",
    cases: rows.slice(0, last).map((row) => (row.every(isBlank) ? undefined : tableCase(row, columns))),
  };
}

function tableColumns(grid: Grid, headerRow: number): readonly TableColumn[] | CellError {
  const used = new Map<LabelKey, number>();
  const columns: TableColumn[] = [];
  for (const [column, cell] of (grid[headerRow] ?? []).entries()) {
    const text = textOf(cell);
    const row = labelOf(cell);
    if (isCellError(cell)) return cell;
    if (row) {
      const before = used.get(row.key);
      if (before !== undefined)
        return wrong(`"${row.id}" heads two columns: ${inColumn(before)} and ${inColumn(column)}.`);
      used.set(row.key, column);
      columns.push({ column, use: row });
    } else if (NAME_HEADINGS.has(normalize(text)) && text) columns.push({ column, use: "name" });
    else if (text === "") {
      if (grid.slice(headerRow + 1).some((values) => !isBlank(values[column])))
        return wrong(`There are values without a heading in ${inColumn(column)}.`);
    } else if (!READ_PAST.has(normalize(text)) && !CATALOG_FACTS.has(normalize(text)))
      return unknownLabel(text, inColumn(column));
  }
  return columns;
}

function tableCase(row: readonly Input[], columns: readonly TableColumn[]): ScenarioCase {
  const cells = new Map<LabelKey, Input>();
  let name = "";
  for (const { column, use } of columns) {
    if (use === "name") name = textOf(row[column]);
    else if (use !== "skip") cells.set(use.key, row[column] ?? null);
  }
  return { name, cells };
}
