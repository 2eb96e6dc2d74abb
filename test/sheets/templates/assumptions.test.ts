// GM Assumptions: what its checks ask about prices and currency.
import { beforeEach, expect, test } from "@jest/globals";
import { assumptions } from "../../../src/sheets/templates/assumptions";
import { openTemplate, type TemplateSheet } from "../../support/templateSheet";
import { spreadsheet } from "../../support/workbook";

let sheet: TemplateSheet;
beforeEach(() => {
  sheet = openTemplate(spreadsheet(), assumptions);
});

test("a price that is no longer the catalog's needs a source of its own, and then is no mistake", () => {
  sheet.set("prices.price.0", 9);
  expect(sheet.number("pricesChanged")).toBe(1);
  expect(sheet.failed()).toBe(1);
  sheet.set("prices.source.0", "contract of 2026-11-01");
  expect(sheet.failed()).toBe(0);
});

test("a plan of another currency does not take the catalog's dollars for it", () => {
  const rows = sheet.values("prices.source:all").filter((source) => source === sheet.text("catalogSource")).length;
  sheet.set("currency", "EUR");
  expect(sheet.number("currencyOf")).toBe(rows);
  for (let i = 0; i < rows; i++) sheet.set(`prices.source.${i}`, "converted at 1.10 USD per EUR");
  expect(sheet.failed()).toBe(0);
});

test.each([
  ["goodput", 1.2],
  ["wacc", ""],
  ["pue", 0.9],
  ["allocation", 0],
])("%s of %s is outside its band", (line, content) => {
  sheet.set(line, content);
  expect(sheet.number(`band.${line}`)).toBe(1);
});

test("a price older than allowed", () => {
  sheet.set("planDate", sheet.number("planDate") + 365);
  expect(sheet.number("pricesOld")).toBeGreaterThan(0);
});
