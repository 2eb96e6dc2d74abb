// The self-check: all pass with the functions as built, and a function that answers otherwise makes it fail.
import { expect, test } from "@jest/globals";
import { registry } from "../../src/functions/registry";
import { loadSpreadsheet } from "../../src/cli/headless";
import { selfCheckExamples, selfCheckGrid } from "../../src/sheets/selfCheck";
import { openGrids } from "../support/gridWorkbook";
import { DIST } from "../support/workbook";

const grid = selfCheckGrid();
const library = loadSpreadsheet(DIST);

test("every function has an example in it", () => {
  expect(new Set(selfCheckExamples.map(({ id }) => id))).toEqual(new Set(registry.map(({ id }) => id)));
});

test("all documented examples pass", () => {
  const book = openGrids(library, [grid]);
  const failed = selfCheckExamples.filter((_, i) => book.at(grid.name, `G${7 + i}`).value !== 1);
  expect(failed.map(({ formula }) => formula)).toEqual([]);
  expect(book.at(grid.name, "B2").value).toBe(
    `${selfCheckExamples.length} of ${selfCheckExamples.length} examples pass`,
  );
  expect(book.at(grid.name, "C3").value).toBe(0);
});

test("a function that answers otherwise, or an error, fails and is counted", () => {
  const broken = {
    ...grid,
    cells: grid.cells.map((cell) =>
      cell.row === 7 && cell.column === 4
        ? { ...cell, content: "=NA()" }
        : cell.row === 8 && cell.column === 4
          ? { ...cell, content: 12_345.6 }
          : cell,
    ),
  };
  const book = openGrids(library, [broken]);
  expect([book.at(grid.name, "G7").value, book.at(grid.name, "G8").value, book.at(grid.name, "C3").value]).toEqual([
    0, 0, 2,
  ]);
});
