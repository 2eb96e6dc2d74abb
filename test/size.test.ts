// The add-in stays small: what Excel loads, gzipped.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { expect, test } from "@jest/globals";
import { DIST } from "./support/workbook";

const gzipped = (file: string) => zlib.gzipSync(fs.readFileSync(path.join(DIST, file)), { level: 9 }).length;

/** functions.js is engine, catalogs and functions: so the catalogs alone are below their limit of 60 kB, too. */
test("functions.js is at most 60 kB gzipped", () => expect(gzipped("functions.js")).toBeLessThanOrEqual(60_000));

test("the add-in carries no file of the embedded spreadsheet", () => {
  const files = fs.readdirSync(DIST);
  expect(files.filter((file) => /spreadsheet|owl|chart/.test(file))).toEqual([]);
  for (const file of ["functions.js", "taskpane.js"])
    expect(fs.readFileSync(path.join(DIST, file), "utf8")).not.toMatch(/o-spreadsheet|core-js|regeneratorRuntime/);
});
