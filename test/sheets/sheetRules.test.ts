// The rules of every sheet (FAST and ICAEW practice, and what Excel does to add-ins), template by template.
import { describe, expect, test } from "@jest/globals";
import { relative } from "../../src/sheets/address";
import type { Area, GridCell, SheetGrid } from "../../src/sheets/grid";
import { CHROME } from "../../src/sheets/layout/chrome";
import { brokenRules } from "../../src/sheets/rules";
import { support } from "../../src/sheets/templates/support";
import { templates } from "../../src/sheets/templates";
import type { SheetTemplate } from "../../src/sheets/sections";
import { STYLES } from "../../src/sheets/styles";
import { gridsOf } from "../support/gridWorkbook";

const all: readonly SheetTemplate[] = [
  ...templates.filter(({ id }) => id !== support.audit.id),
  support.lists,
  support.assumptions,
  support.audit,
];
const grids = gridsOf(templates);
const pairs = all.map((template, i) => [template.name, template, grids[i] as SheetGrid] as const);

const isFormula = ({ content }: GridCell) => typeof content === "string" && content.startsWith("=");
const text = ({ row, column, content }: GridCell) => `${relative(row, column)} ${String(content)}`;
const contains = (area: Area, { row, column }: { row: number; column: number }) =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

/** References relative to where a formula stands: the same for a formula copied right. */
const copied = ({ column, content }: GridCell): string =>
  String(content).replace(/(\$?)([A-Z]{1,3})(\$?\d+)/g, (_, dollar: string, letters: string, row: string) => {
    const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return dollar ? `$${letters}${row}` : `[${number - column}]${row}`;
  });

describe.each(pairs)("%s", (_, template, grid) => {
  const isSupport = Object.values(support).includes(template as never);

  test("its name is a sheet's name, its id and columns are those of every sheet", () => {
    expect(grid.name).toMatch(/^[^\\/?*[\]:]{1,31}$/);
    expect(grid.freeze).toEqual({ rows: 6, columns: 2 });
    const heads = grid.cells
      .filter(({ row, role }) => row === 6 && role === "header")
      .sort((a, b) => a.column - b.column)
      .map(({ content }) => content);
    expect(heads.slice(0, 4)).toEqual(["Section", "Label", "Value", "Unit"]);
  });

  test("formulas are short, portable and without hidden constants; each cell is written once", () => {
    expect(
      grid.cells
        .filter(isFormula)
        .flatMap((cell) => brokenRules(String(cell.content)).map((rule) => `${text(cell)}: ${rule}`)),
    ).toEqual([]);
    const places = grid.cells.map(({ row, column }) => relative(row, column));
    expect(places.filter((place, i) => places.indexOf(place) !== i)).toEqual([]);
  });

  test("one formula per row, copied right", () => {
    const rows = new Map<number, GridCell[]>();
    for (const cell of grid.cells)
      if (isFormula(cell) && cell.role !== "spill") rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
    const timeline = template.shape === "timeline";
    for (const [row, cells] of rows) {
      const across = cells.filter(
        ({ column }) => column >= (timeline ? 8 : 3) && isAcross(template, grid, row, column),
      );
      expect([row, new Set(across.map(copied)).size <= 1]).toEqual([row, true]);
    }
  });

  test("functions of the add-in stand in the engine block alone, and only Live reads their spills", () => {
    const calls = grid.cells.filter((cell) => isFormula(cell) && /GPUMEM\./.test(String(cell.content)));
    expect(calls.filter(({ role }) => role !== "spill").map(text)).toEqual([]);
    const engines = template.sections.filter(({ kind }) => kind === "engine");
    expect(engines.length).toBeLessThanOrEqual(1);
    const spillColumns = new Set(calls.map(({ column }) => column));
    const letters = [...spillColumns].map((column) => relative(1, column).replace("1", ""));
    const readers = grid.cells.filter(
      (cell) =>
        isFormula(cell) &&
        letters.some((letter) =>
          new RegExp(`\\$?\\b${letter}\\$?\\d`).test(String(cell.content).replace(/'[^']+'!\S+/g, "")),
        ),
    );
    expect(readers.filter(({ role }) => !["live", "used", "header", "text", "spill"].includes(role)).map(text)).toEqual(
      [],
    );
  });

  test("looks follow from what a cell is: inputs are typed, links lead to another sheet, formulas are formulas", () => {
    for (const cell of grid.cells) {
      expect(STYLES[cell.role]).toBeDefined();
      if (cell.role === "input") expect([text(cell), isFormula(cell)]).toEqual([text(cell), false]);
      if (cell.role === "link" && isFormula(cell)) expect(String(cell.content)).toMatch(/!/);
      if (["formula", "total", "used", "live", "check"].includes(cell.role) && cell.content !== "")
        expect([text(cell), isFormula(cell)]).toEqual([text(cell), true]);
    }
  });

  test("at most twelve inputs in sight, the rest under More assumptions", () => {
    if (isSupport) return;
    const inputs = template.sections.flatMap((section) =>
      (section.kind === "lines" || section.kind === "scenario") && !/more|feeds|chart/i.test(section.title)
        ? section.lines.filter(({ kind }) => kind === "input")
        : [],
    );
    expect(inputs.length).toBeLessThanOrEqual(12);
  });

  test("checks, a verdict, a chart, notes, one page wide", () => {
    const kinds = template.sections.map(({ kind }) => kind);
    expect(
      grid.cells.find(({ row, column }) => row === CHROME.checks.row && column === CHROME.checks.column)?.role,
    ).toBe("check");
    expect(grid.print.orientation).toBe("landscape");
    expect(grid.print.titleRows).toBe(6);
    expect(contains(grid.print.area, { row: 1, column: 1 })).toBe(true);
    if (isSupport) return;
    expect(kinds).toContain("checks");
    expect(kinds).toContain("notes");
    expect(template.verdict).toBeDefined();
    expect(grid.charts.length).toBeGreaterThan(0);
  });

  test("charts are bound to cells that stand on the sheet and cover nothing", () => {
    for (const chart of grid.charts) {
      for (const area of [chart.categories, ...chart.series.flatMap(({ name, values }) => [name, values])])
        expect([chart.title, grid.cells.some((cell) => contains(area, cell))]).toEqual([chart.title, true]);
      for (const { values } of chart.series)
        expect([chart.title, values.rows * values.columns]).toEqual([
          chart.title,
          chart.categories.rows * chart.categories.columns,
        ]);
      expect([
        chart.title,
        grid.cells
          .filter((cell) => (cell.content !== "" || cell.role === "input") && contains(chart.at, cell))
          .map(text),
      ]).toEqual([chart.title, []]);
    }
  });

  test("spills have room: nothing stands where a spilled table lands", () => {
    const spills = grid.cells.filter(({ role }) => role === "spill").map(({ row, column }) => ({ row, column }));
    for (const { row, column } of spills) {
      const below = grid.cells.filter(
        (cell) => cell.column === column && cell.row > row && cell.role !== "spill" && cell.role !== "section",
      );
      expect(below.map(text)).toEqual([]);
    }
  });

  test("names are the sheet's own, legal, and none reads as a cell", () => {
    const names = grid.names.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
      expect(name).not.toMatch(/^([A-Za-z]{1,3}\d+|[RrCc]|[Rr]\d*[Cc]\d*)$/);
    }
  });

  test("every input that is a number says its unit or format", () => {
    for (const section of template.sections)
      if (section.kind === "lines" || section.kind === "scenario")
        for (const line of section.lines)
          if (line.kind === "input" && typeof line.value === "number")
            expect([line.label, line.format !== undefined || line.unit !== undefined]).toEqual([line.label, true]);
  });
});

/** Whether a cell belongs to a line over columns: of a table, or the periods of a timeline. */
function isAcross(template: SheetTemplate, grid: SheetGrid, row: number, column: number): boolean {
  if (template.shape === "timeline") return column >= 8 && !underHeads(grid, row);
  const header = grid.cells.some(
    (cell) => cell.row < row && cell.column === column && cell.role === "header" && cell.row > 6,
  );
  const cell = grid.cells.find((one) => one.row === row && one.column === column);
  const list = template.sections.some(({ kind }) => kind === "list");
  return (
    header &&
    !list &&
    (cell?.role === "formula" || cell?.role === "total") &&
    grid.cells.some((one) => one.row === row && one.column === column + 1 && one.role === cell?.role)
  );
}

/** Whether a row of a timeline stands in a list: under heads of its own, not under the periods. */
function underHeads({ cells }: SheetGrid, row: number): boolean {
  const title = Math.max(...cells.filter((one) => one.role === "section" && one.row < row).map((one) => one.row));
  return cells.some((one) => one.role === "header" && one.row > title && one.row < row);
}
