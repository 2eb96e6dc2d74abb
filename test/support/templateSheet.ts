// One template as a sheet in the headless spreadsheet, its cells by the ids of its lines.
import { relative } from "../../src/sheets/address";
import type { Area, SheetGrid } from "../../src/sheets/grid";
import { draftOf } from "../../src/sheets/layout/layout";
import { areaOf } from "../../src/sheets/layout/references";
import type { SheetTemplate } from "../../src/sheets/sections";
import type { SpreadsheetLibrary } from "../../src/workbench/spreadsheet";
import { gridsOf, openGrids, sharedSheets } from "./gridWorkbook";

export type CellValue = string | number | boolean | null;

export interface TemplateSheet {
  readonly grid: SheetGrid;
  /** Of a reference such as "total", "range:heads" or "waste.row2"; the first cell where it is many. */
  readonly value: (reference: string, index?: number) => CellValue;
  readonly number: (reference: string, index?: number) => number;
  readonly text: (reference: string, index?: number) => string;
  /** All cells of a reference, row by row. */
  readonly values: (reference: string) => readonly CellValue[];
  readonly set: (reference: string, content: string | number, index?: number) => void;
  readonly at: (address: string) => CellValue;
  /** How many checks fail: C3. */
  readonly failed: () => CellValue;
  /** As Save results does, and then without the functions, in mode 2. */
  readonly saveAndForget: () => void;
}

const addressesOf = ({ row, column, rows, columns }: Area): readonly string[] =>
  Array.from({ length: rows * columns }, (_, i) => relative(row + Math.floor(i / columns), column + (i % columns)));

export function openTemplate(library: SpreadsheetLibrary, template: SheetTemplate): TemplateSheet {
  const grids = gridsOf([template]);
  const grid = grids.find(({ template: id }) => id === template.id) as SheetGrid;
  const { places } = draftOf(template, sharedSheets());
  const book = openGrids(library, grids);
  const addresses = (reference: string) => addressesOf(areaOf(places, `{${reference}}`));
  const address = (reference: string, index = 0) => {
    const found = addresses(reference)[index];
    if (found === undefined) throw new Error(`${reference} has no cell ${index}`);
    return found;
  };
  const at = (where: string): CellValue => (book.at(grid.name, where).value ?? null) as CellValue;
  const setCell = (where: string, content: string | number) => book.set(grid.name, where, String(content));
  return {
    grid,
    at,
    value: (reference, index) => at(address(reference, index)),
    number: (reference, index) => {
      const value = at(address(reference, index));
      if (typeof value !== "number") throw new Error(`${reference} is ${String(value)}`);
      return value;
    },
    text: (reference, index) => String(at(address(reference, index))),
    values: (reference) => addresses(reference).map(at),
    set: (reference, content, index) => setCell(address(reference, index), content),
    failed: () => at("C3"),
    saveAndForget: () => {
      const named = (name: string) => addressesOf(grid.names.find((one) => one.name === name)?.area as Area);
      const pairs = grid.names.flatMap(({ name }) =>
        /^gm_live_/.test(name)
          ? named(name).map((from, i) => [named(name.replace("live", "saved"))[i] as string, at(from)] as const)
          : [],
      );
      for (const [to, value] of pairs) setCell(to, (value ?? "") as string | number);
      setCell("C4", 2);
      for (const { row, column, role } of grid.cells) if (role === "spill") setCell(relative(row, column), "=NA()");
    },
  };
}
