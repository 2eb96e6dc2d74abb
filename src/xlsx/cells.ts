// Cells of a grid -> cells of a file, with formulas as Excel stores them and the results that they had.
import type { Cell, CellStyle } from "hucre";
import { relative } from "../sheets/address";
import { NUMBER_FORMATS } from "../sheets/formats";
import type { Area, GridCell, SheetGrid } from "../sheets/grid";
import { STYLES } from "../sheets/styles";
import type { CellValue, ReadValue } from "./values";

export type FileForm = "live" | "values";

const key = (row: number, column: number) => `${row - 1},${column - 1}`;
const rgb = (color: string) => ({ rgb: color.replace("#", "") });

/** How Excel stores a call of an add-in: without this it shows #NAME? for good, even where the add-in is loaded. */
export const storedFormula = (formula: string): string =>
  formula.replace(/^=/, "").replace(/\bGPUMEM\.(?=[A-Z])/g, "_xldudf_GPUMEM_");

function styleOf({ role, format }: GridCell): CellStyle {
  const { color, fill, bold, italic, size, align, borderAbove, borderBelow } = STYLES[role];
  const line = { style: "thin" as const, color: rgb("#8A94A3") };
  return {
    font: {
      name: "Calibri",
      size: size ?? 11,
      ...(color && { color: rgb(color) }),
      ...(bold && { bold }),
      ...(italic && { italic }),
    },
    ...(fill && { fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: rgb(fill) } }),
    ...((borderAbove || borderBelow) && {
      border: { ...(borderAbove && { top: line }), ...(borderBelow && { bottom: line }) },
    }),
    ...(align && { alignment: { horizontal: align } }),
    ...(format && NUMBER_FORMATS[format] !== "General" && { numFmt: NUMBER_FORMATS[format] }),
  };
}

const isFormula = (content: GridCell["content"]): content is string =>
  typeof content === "string" && content.startsWith("=");

export function fileCells(grid: SheetGrid, read: ReadValue, form: FileForm): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const cell of grid.cells) {
    const { row, column, content } = cell;
    const shown = isFormula(content) ? read(grid.name, row, column) : content;
    const style = styleOf(cell);
    if (!isFormula(content) || form === "values") cells.set(key(row, column), { ...valueCell(shown), style });
    else cells.set(key(row, column), { ...formulaCell(cell, content, shown, spillOf(grid, cell)), style });
  }
  for (const area of grid.spills ?? []) putSpilled(cells, grid, area, read);
  return cells;
}

function valueCell(value: CellValue | undefined): Partial<Cell> {
  if (value === undefined || value === "") return { value: null };
  return { value };
}

function formulaCell(
  cell: GridCell,
  content: string,
  result: CellValue | undefined,
  spill: Area | undefined,
): Partial<Cell> {
  const formula = { formula: storedFormula(content), formulaResult: result ?? "" };
  if (!spill) return formula;
  const last = relative(spill.row + spill.rows - 1, spill.column + spill.columns - 1);
  return {
    ...formula,
    formulaType: "array",
    formulaRef: `${relative(cell.row, cell.column)}:${last}`,
    formulaDynamic: true,
  };
}

const spillOf = (grid: SheetGrid, { row, column, role }: GridCell): Area | undefined =>
  role === "spill" ? grid.spills?.find((area) => area.row === row && area.column === column) : undefined;

/** A spill's other cells hold results alone. */
function putSpilled(cells: Map<string, Partial<Cell>>, grid: SheetGrid, area: Area, read: ReadValue): void {
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (cells.has(key(row, column))) continue;
      const value = read(grid.name, row, column);
      if (value !== undefined && value !== "") cells.set(key(row, column), { value });
    }
}
