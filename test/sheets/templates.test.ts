// Every template: the rules of the sheets, and that what it computes is a number, a text or an intended error.
import { expect, test } from "@jest/globals";
import { loadSpreadsheet } from "../../src/cli/headless";
import { relative } from "../../src/sheets/address";
import { brokenRules } from "../../src/sheets/rules";
import { templates } from "../../src/sheets/templates";
import { gridsOf, openGrids } from "../support/gridWorkbook";
import { DIST } from "../support/workbook";

const grids = gridsOf(templates);
const book = openGrids(loadSpreadsheet(DIST), grids);

test.each(grids.map((grid) => [grid.name, grid] as const))("%s: every formula keeps the rules", (_, grid) => {
  const broken = grid.cells.flatMap(({ row, column, content }) =>
    typeof content === "string" && content.startsWith("=")
      ? brokenRules(content).map((rule) => `${relative(row, column)} ${content}: ${rule}`)
      : [],
  );
  expect(broken).toEqual([]);
});

test.each(grids.map((grid) => [grid.name, grid] as const))("%s: no cell is an error, checks are 0", (name, grid) => {
  const errors = grid.cells.flatMap(({ row, column, content }) => {
    const { type, value, message } = book.at(name, relative(row, column));
    return type === "error" ? [`${relative(row, column)} ${content} = ${String(value)} ${message ?? ""}`] : [];
  });
  expect(errors).toEqual([]);
  expect([name, book.at(name, "C3").value]).toEqual([name, 0]);
});
