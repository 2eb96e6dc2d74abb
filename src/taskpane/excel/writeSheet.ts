// A laid-out sheet -> what Excel is asked to write. Nothing is read here, so it all travels in one request.
import { NUMBER_FORMATS } from "../../sheets/formats";
import type { GridCell, SheetGrid } from "../../sheets/grid";
import { asText } from "./asText";
import { rangeOf, usedArea } from "./ranges";
import { writeCharts } from "./writeCharts";
import { writeConditions } from "./writeConditions";
import { writeLooks } from "./writeLooks";
import { writeValidations } from "./writeValidations";

export function writeSheet(sheet: Excel.Worksheet, grid: SheetGrid, sheetName: string): void {
  // Names first: a sheet that stays half-filled is known as ours by them.
  for (const { name, area } of grid.names) sheet.names.add(name, rangeOf(sheet, area));
  writeCells(sheet, grid.cells);
  writeLooks(sheet, grid);
  writeValidations(sheet, grid.validations);
  writeConditions(sheet, grid.conditions);
  writeCharts(sheet, grid, sheetName);
}

function writeCells(sheet: Excel.Worksheet, cells: readonly GridCell[]): void {
  const used = usedArea(cells);
  const [formulas, formats] = [matrix<GridCell["content"]>(used, ""), matrix<string>(used, NUMBER_FORMATS.general)];
  for (const cell of cells) {
    (formulas[cell.row - 1] as GridCell["content"][])[cell.column - 1] = contentOf(cell);
    (formats[cell.row - 1] as string[])[cell.column - 1] = NUMBER_FORMATS[cell.format ?? "general"];
  }
  const range = rangeOf(sheet, used);
  range.formulas = formulas;
  // After the formulas: Excel gives a date that it reads a format of its own.
  range.numberFormat = formats;
}

const matrix = <T>({ rows, columns }: { readonly rows: number; readonly columns: number }, empty: T): T[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => empty));

/** Dates are written as text that Excel reads as a date; other text stays text. */
function contentOf({ content, format }: GridCell): GridCell["content"] {
  if (typeof content !== "string" || content.startsWith("=") || format === "date") return content;
  return asText(content);
}
