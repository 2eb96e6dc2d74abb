import { describe, expect, test } from "@jest/globals";
import { columnName, sheetPrefix } from "../../src/sheets/address";
import { type Block, input, linesOf, periods, value } from "../../src/sheets/block";
import { timeline } from "../../src/sheets/budget/timeline";
import { type PlacedBlock, placeBlock } from "../../src/sheets/place";
import { brokenRules } from "../../src/sheets/rules";
import { columnsOf } from "../../src/sheets/site";
import { BUDGET_CASES } from "./budgetCases";

const BLOCK: Block = {
  id: "example",
  title: "Example",
  inputs: [input("price", "Price", "USD", 2), input("hours", "Hours", "hours", [10, 20])],
  rows: [
    value("double", "Double", "USD", "{price}+{price}"),
    periods("cost", "Cost", "USD", "{price}*{hours}", { total: "SUM({cost:all})", check: "{cost:total}*0" }),
    periods("sum", "Cost so far", "USD", "{sum:previous}+{cost}", { opening: "{double}" }),
  ],
  outputs: ["cost"],
};

/** The cells as A1 addresses. */
const spelled = (placed: PlacedBlock) =>
  Object.fromEntries(placed.cells.map(({ row, column, content }) => [`${columnName(column)}${row}`, content]));

test("labels in B, values in C, units in D, totals in E, checks in F, openings in G, periods from H on", () => {
  const placed = placeBlock(BLOCK, { row: 4, periods: 2 });
  expect(placed.nextRow).toBe(10);
  expect(spelled(placed)).toEqual({
    A4: "Example",
    ...{ B5: "Price", C5: 2, D5: "USD" },
    ...{ B6: "Hours", H6: 10, I6: 20, D6: "hours" },
    ...{ B7: "Double", C7: "=$C$5+$C$5", D7: "USD" },
    ...{ B8: "Cost", H8: "=$C$5*H6", I8: "=$C$5*I6", D8: "USD", E8: "=SUM($H$8:$I$8)", F8: "=$E$8*0" },
    ...{ B9: "Cost so far", G9: "=$C$7", H9: "=G9+H8", I9: "=H9+I8", D9: "USD" },
  });
});

test("a block may stand further right, and be fed by another one on another sheet", () => {
  const first = placeBlock(BLOCK, { row: 1, periods: 1, column: 28 });
  expect(spelled(first)).toMatchObject({ AA1: "Example", AB2: "Price", AC2: 2, AH5: "=$AC$2*AH3" });
  const hours = { to: placeBlock(BLOCK, { row: 1, periods: 2 }), id: "cost", sheet: "GM Fleet's" };
  const price = { to: hours.to, id: "cost", part: "total" } as const;
  const second = placeBlock(BLOCK, { row: 20, periods: 2, links: { hours, price } });
  expect(spelled(second)).toMatchObject({ H22: "='GM Fleet''s'!H5", I22: "='GM Fleet''s'!I5", C21: "=$E$5" });
});

test("sheet names are quoted wherever they could be read as something else", () => {
  expect(["Budget", "GM Budget", "Q1", "RC", "2027"].map(sheetPrefix)).toEqual([
    "Budget!",
    "'GM Budget'!",
    "'Q1'!",
    "'RC'!",
    "'2027'!",
  ]);
});

const withRow = (formula: string): Block => ({ ...BLOCK, rows: [value("wrong", "Wrong", "", formula)] });
test.each([
  ["{nothing}", "example has no line nothing"],
  ["{hours}", "example.hours has a value for every period: say which"],
  ["{price:all}", "example.price is a single value"],
  ["{price:previous}", "example.price has no previous period"],
  ["{price:total}", "example.price has no total"],
  ["{used:group}", "example: used is no group of adjacent rows"],
  ["{price:later}", "example: {price:later} is no reference"],
])("%s is refused where it names nothing", (formula, message) =>
  expect(() => placeBlock(withRow(formula), { row: 1, periods: 2 })).toThrow(message),
);

test("a placement that names no input, doubles an id or links across shapes is refused", () => {
  const to = placeBlock(timeline, { row: 1, periods: 2 });
  const place = (links: Record<string, { to: PlacedBlock; id: string }>) =>
    placeBlock(BLOCK, { row: 1, periods: 2, links });
  expect(() => place({ cost: { to, id: "days" } })).toThrow("example has no input cost");
  expect(() => place({ price: { to, id: "days" } })).toThrow("example.price cannot link to timeline.days");
  expect(() => place({ price: { to, id: "planStart" } })).toThrow("example.price cannot link to timeline.planStart");
  expect(() => place({ hours: { to, id: "months" } })).toThrow("example.hours cannot link to timeline.months");
  expect(() => placeBlock({ ...BLOCK, rows: [value("price", "", "", "1")] }, { row: 1, periods: 2 })).toThrow(
    "two lines",
  );
});

test.each([
  ["=SUM($H$8:$S$8)*12/8760", []],
  ['=EDATE($C$2,(H6-1)*$C$5)&"3 #N/A [x]"', []],
  ["='GM 27'!H5+1e6*3600", []],
  ["=H5*24", ["the constant 24"]],
  ["=H5*0.5", ["the constant 0.5"]],
  ["=OFFSET(H5,1,0)+TODAY()", ["OFFSET() is not allowed", "TODAY() is not allowed"]],
  ["=XLOOKUP(H5,H6,H7)", ["XLOOKUP() is not known everywhere"]],
  ["=SUM(H5#)", ["a reference with #"]],
  ["='[Other.xlsx]Sheet'!A1", ["a reference to another workbook"]],
  [`=${"A1+".repeat(20)}A1`, ["63 characters"]],
])("the rules find what is wrong with %s", (formula, wanted) => expect(brokenRules(formula)).toEqual(wanted));

/** Relative addresses as distances: what a formula copied right keeps. */
const asDistances = (content: string, column: number) =>
  content.replace(/(?<![$A-Z'!])(?:'[^']*'!|[A-Za-z]+!)?([A-Z]{1,3})(\d+)/g, (_, name: string, row: string) => {
    const number = [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return `[${number - column}]${row}`;
  });

describe.each(BUDGET_CASES.map((one) => [one.name, one.placed] as const))("%s", (_, placed) => {
  const formulas = placed.cells.filter(({ content }) => typeof content === "string" && content.startsWith("="));

  test("every formula keeps the rules", () => {
    const broken = formulas.flatMap(({ content }) => brokenRules(String(content)).map((rule) => [content, rule]));
    expect(broken).toEqual([]);
  });
  test("a timeline row is one formula copied right", () => {
    const inPeriods = formulas.filter(({ column }) => column >= columnsOf(placed).periods);
    const spellings = new Map<number, Set<string>>();
    for (const { row, column, content } of inPeriods)
      spellings.set(row, (spellings.get(row) ?? new Set()).add(asDistances(String(content), column)));
    expect([...spellings].filter(([, one]) => one.size !== 1)).toEqual([]);
    expect(inPeriods.length % placed.periods).toBe(0);
  });
  test("ids are unique, outputs exist, every line has a label", () => {
    const ids = linesOf(placed.block).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(placed.block.outputs.filter((id) => !ids.includes(id))).toEqual([]);
    expect(linesOf(placed.block).filter(({ label }) => label === "")).toEqual([]);
  });
});
