// Imports go down, never up, never between hosts: read from the sources themselves, whatever the linter is told.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";

const SRC = path.resolve(__dirname, "../src");
const LAYERS = ["engine", "catalog", "functions", "sheets"];
/** Hosts that another host may use: the terminal runs the headless workbench and writes files. */
const HOST_USES: Readonly<Record<string, readonly string[]>> = {
  taskpane: [],
  workbench: [],
  xlsx: [],
  cli: ["workbench", "xlsx"],
};

const sources = (fs.readdirSync(SRC, { recursive: true }) as string[]).filter((file) => /\.(tsx?|mjs)$/.test(file));
const layerOf = (file: string) => file.split(path.sep)[0] ?? "";
const importsOf = (file: string) =>
  [...fs.readFileSync(path.join(SRC, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(
    ([, target = ""]) => path.relative(SRC, path.resolve(path.dirname(path.join(SRC, file)), target)),
  );

const mayImport = (from: string, to: string) => {
  if (from === to) return true;
  const [own, other] = [LAYERS.indexOf(from), LAYERS.indexOf(to)];
  if (own >= 0) return other >= 0 && other < own;
  return other >= 0 || (HOST_USES[from] ?? []).includes(to);
};

test.each(sources)("%s imports downwards only", (file) => {
  for (const target of importsOf(file)) {
    if (target.startsWith("..")) continue; // package.json and the like
    expect([file, target, mayImport(layerOf(file), layerOf(target))]).toEqual([file, target, true]);
  }
});

test("the engine and the catalogs know no host, no clock and no network", () => {
  for (const file of sources.filter((one) => ["engine", "catalog"].includes(layerOf(one))))
    expect([
      file,
      /\b(Office|Excel|CustomFunctions|document|window|fetch|process)\.\w|new Date\b|Date\.now|Math\.random/.test(
        fs.readFileSync(path.join(SRC, file), "utf8"),
      ),
    ]).toEqual([file, false]);
});

test("the engine needs no package, the catalogs only the one that says did-you-mean", () => {
  const packagesOf = (layer: string) =>
    sources
      .filter((file) => layerOf(file) === layer)
      .flatMap((file) =>
        [...fs.readFileSync(path.join(SRC, file), "utf8").matchAll(/from "([^."][^"]*)"/g)].map(([, name]) => name),
      );
  expect(packagesOf("engine")).toEqual([]);
  expect(new Set(packagesOf("catalog"))).toEqual(new Set(["fastest-levenshtein"]));
});
