// Colors, fonts and borders by what cells are; widths, frozen rows, the tab.
import type { Area, CellRole, GridCell, SheetGrid } from "../../sheets/grid";
import { type Style, STYLES } from "../../sheets/styles";
import { rangeOf, usedArea } from "./ranges";
import { rectangles } from "./rectangles";

export function writeLooks(sheet: Excel.Worksheet, { cells, widths, freeze, tabColor }: SheetGrid): void {
  sheet.showGridlines = false;
  sheet.tabColor = tabColor;
  rangeOf(sheet, usedArea(cells)).format.font.color = PLAIN;
  for (const [role, group] of byRole(cells))
    for (const area of rectangles(group)) applyStyle(rangeOf(sheet, area), STYLES[role], area);
  writeWidths(sheet, widths);
  freezeAt(sheet, freeze);
}

/** What most cells have is set once for all. */
const PLAIN = STYLES.label.color as string;

function byRole(cells: readonly GridCell[]): ReadonlyMap<CellRole, readonly GridCell[]> {
  const groups = new Map<CellRole, GridCell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.role);
    if (group) group.push(cell);
    else groups.set(cell.role, [cell]);
  }
  return groups;
}

const ALIGNMENTS = { left: "Left", right: "Right", center: "Center" } as const;

function applyStyle(range: Excel.Range, style: Style, { rows }: Area): void {
  const { format } = range;
  if (style.color !== undefined && style.color !== PLAIN) format.font.color = style.color;
  if (style.bold) format.font.bold = true;
  if (style.italic) format.font.italic = true;
  if (style.size !== undefined) format.font.size = style.size;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.align) format.horizontalAlignment = ALIGNMENTS[style.align];
  if (style.borderBelow) drawBorder(range, "EdgeBottom", rows);
  if (style.borderAbove) drawBorder(range, "EdgeTop", rows);
}

const BORDER_COLOR = "#6B7280";

/** Every row of the rectangle has it. */
function drawBorder({ format }: Excel.Range, edge: "EdgeBottom" | "EdgeTop", rows: number): void {
  for (const side of rows > 1 ? ([edge, "InsideHorizontal"] as const) : [edge]) {
    const border = format.borders.getItem(side);
    border.style = "Continuous";
    border.color = BORDER_COLOR;
  }
}

/** Characters of the standard font -> points: seven pixels each and five around them, three points to four pixels. */
const pointsOf = (characters: number): number => (characters * 7 + 5) * 0.75;

function writeWidths(sheet: Excel.Worksheet, widths: SheetGrid["widths"]): void {
  for (const { column, columns, characters } of equalNeighbors(widths))
    rangeOf(sheet, { row: 1, column, rows: 1, columns }).format.columnWidth = pointsOf(characters);
}

interface Columns {
  readonly column: number;
  readonly columns: number;
  readonly characters: number;
}

function equalNeighbors(widths: SheetGrid["widths"]): readonly Columns[] {
  const groups: Columns[] = [];
  for (const { column, characters } of widths) {
    const last = groups.at(-1);
    if (last && last.characters === characters && last.column + last.columns === column)
      groups[groups.length - 1] = { ...last, columns: last.columns + 1 };
    else groups.push({ column, columns: 1, characters });
  }
  return groups;
}

function freezeAt(sheet: Excel.Worksheet, { rows, columns }: SheetGrid["freeze"]): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(rangeOf(sheet, { row: 1, column: 1, rows, columns }));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}
