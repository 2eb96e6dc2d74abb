// Models and GPUs of the user's own, in every template whose dropdowns offer them.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { relative } from "../../src/sheets/address";
import { draftOf } from "../../src/sheets/layout/layout";
import { areaOf } from "../../src/sheets/layout/references";
import type { SheetTemplate } from "../../src/sheets/sections";
import { templates } from "../../src/sheets/templates";
import { support } from "../../src/sheets/templates/support";
import { type GridWorkbook, gridsOf, openGrids, sharedSheets } from "../support/gridWorkbook";
import { spreadsheet } from "../support/workbook";

/** Minified: a cell takes no line breaks from a test. */
const CONFIG = JSON.stringify(
  JSON.parse(fs.readFileSync(path.resolve(__dirname, "../catalog/configs/qwen2.5-7b.json"), "utf8")),
);
const elsewhere = sharedSheets();

/** Cells with a dropdown of models or GPUs, own ones included. */
function offering(template: SheetTemplate, list: string): readonly string[] {
  const { choices } = draftOf(template, elsewhere);
  return choices
    .filter((choice) => choice.list === list)
    .flatMap(({ area }) =>
      Array.from({ length: area.rows * area.columns }, (_, i) =>
        relative(area.row + Math.floor(i / area.columns), area.column + (i % area.columns)),
      ),
    );
}

const own = (column: string) => {
  const at = elsewhere.get(`assumptions.${column}`);
  return relative(Number(at?.row), Number(at?.column));
};

const last = (column: string) => {
  const at = elsewhere.get(`assumptions.${column}`);
  return relative(Number(at?.row) + Number(at?.rows) - 1, Number(at?.column));
};

function price(book: GridWorkbook, gpu: string): unknown {
  const [names, prices] = [elsewhere.get("assumptions.prices.gpu"), elsewhere.get("assumptions.prices.price")];
  for (let i = 0; i < Number(names?.rows); i++)
    if (book.at(support.assumptions.name, relative(Number(names?.row) + i, Number(names?.column))).value === gpu)
      return book.at(support.assumptions.name, relative(Number(prices?.row) + i, Number(prices?.column))).value;
  return undefined;
}

const offered = templates.filter((template) => offering(template, "lists.models").length > 0);

test("most templates offer models of the user's own", () => expect(offered.length).toBeGreaterThanOrEqual(9));

/** Every filled-in cell of the list takes the name. */
function choose(book: GridWorkbook, template: SheetTemplate, list: string, name: string): void {
  for (const address of offering(template, list))
    if (String(book.at(template.name, address).value ?? "") !== "") book.set(template.name, address, name);
}

const numbers = (book: GridWorkbook, template: SheetTemplate): readonly unknown[] => {
  const { results } = draftOf(template, elsewhere);
  return results.flatMap(({ used }) =>
    Array.from({ length: used.rows * used.columns }, (_, i) => {
      const { value } = book.at(
        template.name,
        relative(used.row + Math.floor(i / used.columns), used.column + (i % used.columns)),
      );
      return typeof value === "number" ? Number(value.toPrecision(9)) : undefined;
    }),
  );
};

test.each(offered.map((template) => [template.name, template] as const))(
  "%s answers for an own model and an own GPU as for the ones that they are like",
  (_, template) => {
    const grids = gridsOf([template]);
    const [ours, theirs] = [openGrids(spreadsheet(), grids), openGrids(spreadsheet(), grids)];
    const assumptions = support.assumptions.name;
    ours.set(assumptions, own("ownModels.name"), "our model");
    ours.set(assumptions, own("ownModels.config"), CONFIG);
    ours.set(assumptions, own("ownGpus.name"), "our gpu");
    ours.set(assumptions, own("ownGpus.like"), "h200-sxm");
    // Prices are by name: the own GPU is given that of the one it is like.
    ours.set(assumptions, last("prices.gpu"), "our gpu");
    ours.set(assumptions, last("prices.price"), String(price(theirs, "h200-sxm")));
    for (const [book, model, gpu] of [
      [ours, "our model", "our gpu"],
      [theirs, "qwen2.5-7b", "h200-sxm"],
    ] as const) {
      choose(book, template, "lists.models", model);
      choose(book, template, "lists.gpus", gpu);
    }
    const expected = numbers(theirs, template);
    expect(expected.filter((value) => value !== undefined).length).toBeGreaterThan(0);
    expect(numbers(ours, template)).toEqual(expected);
  },
);

test("the lists end with the user's own names", () => {
  const grids = gridsOf([]);
  const book = openGrids(spreadsheet(), grids);
  book.set(support.assumptions.name, own("ownModels.name"), "our model");
  const at = areaOf(new Map(elsewhere), "{lists.models}");
  const shown = Array.from(
    { length: at.rows },
    (_, i) => book.at(support.lists.name, relative(at.row + i, at.column)).value,
  );
  expect(shown).toContain("our model");
});
