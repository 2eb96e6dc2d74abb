// Every number says where it comes from, and none is fitted to a case.
import { expect, test } from "@jest/globals";
import { CONSTANTS, type Constant } from "../../../src/engine/training/constants";

const table: readonly (readonly [string, Constant])[] = Object.entries(CONSTANTS);

test.each(table)("%s has a source", (_, { source, value }) => {
  expect(source).toMatch(/\w{3}/);
  expect(value).toBeGreaterThan(0);
});

test("at most six are empirical, each with three families of measurements", () => {
  const empirical = table.filter(([, { basis }]) => basis === "empirical");
  expect(empirical.length).toBeLessThanOrEqual(6);
  for (const [, { witnesses }] of empirical) expect(witnesses.length).toBeGreaterThanOrEqual(3);
});
