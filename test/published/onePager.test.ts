// Every figure of the one-pager, by formula: in the workbench's engine, and through the terminal.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { ONE_PAGER } from "../../src/functions/reference/onePager";
import { calculate, DIST } from "../support/workbook";

/** The document's decimal figures carry rounding errors of the last place only. */
const CLOSE = 1e-12;
const close = (value: unknown, expected: number) =>
  typeof value === "number" && Math.abs(value - expected) <= CLOSE * Math.max(1, Math.abs(expected));

describe("in the workbench's engine", () => {
  for (const { section, figure, status, calls } of ONE_PAGER)
    test(`§${section} ${figure} (${status})`, () => {
      for (const [formula, result] of calls)
        expect([formula, calculate(formula), close(calculate(formula), result)]).toEqual([
          formula,
          expect.anything(),
          true,
        ]);
    });
});

test("all of them through `calc --file --json`", () => {
  const calls = ONE_PAGER.flatMap((row) => row.calls);
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "gpumem-")), "formulas.txt");
  fs.writeFileSync(file, calls.map(([formula]) => formula).join("\n"));
  const { stdout, status } = spawnSync(process.execPath, [path.join(DIST, "cli/calc.cjs"), "--file", file, "--json"], {
    encoding: "utf8",
  });
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { formula: string; value: number });
  expect(status).toBe(0);
  expect(lines.map((line) => line.formula)).toEqual(calls.map(([formula]) => formula));
  for (const [i, [formula, result]] of calls.entries())
    expect([formula, close(lines[i]?.value, result)]).toEqual([formula, true]);
});

test("the table has every section and counts its errata", () => {
  expect(new Set(ONE_PAGER.map((row) => row.section))).toEqual(
    new Set(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
  );
  expect(ONE_PAGER.filter((row) => row.status === "erratum").length).toBe(8);
  for (const row of ONE_PAGER.filter(({ status }) => status !== "exact")) expect(row.note).toBeTruthy();
});
