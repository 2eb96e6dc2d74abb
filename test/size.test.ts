// The add-in stays small: what Excel loads, gzipped.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { expect, jest, test } from "@jest/globals";
import webpack from "webpack";
import { DIST } from "./support/workbook";

jest.setTimeout(60_000);
const ROOT = path.resolve(__dirname, "..");
const gzipped = (file: string) => zlib.gzipSync(fs.readFileSync(file), { level: 9 }).length;

/** Bundles one file as the add-in is bundled; returns where. */
async function bundle(entry: string): Promise<string> {
  const [web] = (await import(path.join(ROOT, "webpack.config.js"))).default({}, { mode: "production" });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gpumem-size-"));
  const configuration = {
    mode: "production",
    context: ROOT,
    resolve: web.resolve,
    module: web.module,
    entry,
    output: { path: folder, filename: "out.js" },
  };
  await new Promise<void>((done, fail) =>
    webpack(configuration as never, (error, stats) =>
      error || stats?.hasErrors() ? fail(error ?? new Error(stats?.toString("errors-only"))) : done(),
    ),
  );
  return path.join(folder, "out.js");
}

test("the catalogs, with the engine code that their rows need, are at most 60 kB gzipped", async () => {
  expect(gzipped(await bundle(path.join(ROOT, "test/support/catalogEntry.ts")))).toBeLessThanOrEqual(60_000);
});

test("functions.js as a whole is at most 110 kB gzipped", () =>
  expect(gzipped(path.join(DIST, "functions.js"))).toBeLessThanOrEqual(110_000));

test("taskpane.js is at most 250 kB gzipped", () =>
  expect(gzipped(path.join(DIST, "taskpane.js"))).toBeLessThanOrEqual(250_000));

test("the pane's page loads functions.js, which needs nothing else, before taskpane.js, which uses what is in it", () => {
  const page = fs.readFileSync(path.join(DIST, "taskpane.html"), "utf8");
  expect([...page.matchAll(/<script defer src=([\w.]+)>/g)].map(([, file]) => file)).toEqual([
    "functions.js",
    "taskpane.js",
  ]);
});

test("the add-in carries no file of the embedded spreadsheet", () => {
  expect(fs.readdirSync(DIST).filter((file) => /spreadsheet|owl|chart/.test(file))).toEqual([]);
  for (const file of ["functions.js", "taskpane.js"])
    expect(fs.readFileSync(path.join(DIST, file), "utf8")).not.toMatch(/o-spreadsheet|core-js|regeneratorRuntime/);
});
