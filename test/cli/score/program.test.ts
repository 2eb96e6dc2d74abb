// The built program: exit statuses and what goes where.
import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { CASES_FILE, PAIRS_FILE } from "../../measured/cases";
import { DIST } from "../../support/workbook";

const score = (...args: readonly string[]) =>
  spawnSync(process.execPath, [path.join(DIST, "cli/score.cjs"), ...args], { encoding: "utf8" });

test("a report, status 0", () => {
  const { status, stdout, stderr } = score(CASES_FILE, "--pairs", PAIRS_FILE);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout.split("\n").length).toBeGreaterThan(130);
});

test("--json prints one document", () => {
  const { status, stdout } = score("--json", CASES_FILE);
  expect(status).toBe(0);
  const { cases, pairs, summary } = JSON.parse(stdout);
  expect([cases.length, pairs.length, summary.groups.all.n]).toEqual([97, 0, 97]);
});

test.each([[[]], [["nowhere.json"]], [[CASES_FILE, "--pairs"]], [["--fast", CASES_FILE]], [[PAIRS_FILE]]])(
  "wrong use %j: one line on standard error, status 1",
  (args) => {
    const { status, stdout, stderr } = score(...args);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^score: [^\n]+\n$/);
  },
);
