import fs from "node:fs";
import { expect, test } from "@jest/globals";
import { changesSince, type EngineChange, engineChanges, isNewer, versionIn } from "../../src/functions/changes";
import { outputs } from "../../src/functions/scenario/outputs";
import { SAVINGS } from "../../src/functions/scenario/savings";

test("versions are compared part by part, as numbers", () => {
  expect([
    isNewer("0.10.0", "0.9.9"),
    isNewer("1.0.0", "1.0.0"),
    isNewer("1.0", "1.0.0"),
    isNewer("1.0.1", "1.0"),
  ]).toEqual([true, false, false, true]);
  expect(isNewer("0.9.9", "0.10.0")).toBe(false);
  expect(versionIn("GPUMEM 0.1.0, catalog 2026-11-22")).toBe("0.1.0");
  expect(versionIn("")).toBeUndefined();
});

test("a changed result gets the lines of newer versions that moved it, and no others", () => {
  const changes: readonly EngineChange[] = [
    { version: "0.2.0", outputs: ["activations", "total"], text: "a" },
    { version: "0.3.0", outputs: "all", text: "b" },
  ];
  expect(changesSince("0.1.0", "Activations", changes).map(({ text }) => text)).toEqual(["a", "b"]);
  expect(changesSince("0.2.0", "total", changes).map(({ text }) => text)).toEqual(["b"]);
  expect(changesSince("0.1.0", "weights", changes).map(({ text }) => text)).toEqual(["b"]);
});

test("every entry names outputs that exist, and stands in the changelog", () => {
  const changelog = fs.readFileSync("CHANGELOG.md", "utf8").replace(/\s+/g, " ");
  const known = new Set([...outputs.rows.map(({ id }) => id), SAVINGS.id]);
  for (const { version, outputs: named, text } of engineChanges) {
    expect(changelog).toContain(`## ${version}`);
    expect(changelog).toContain(text);
    if (named !== "all") expect(named.filter((one) => !known.has(one))).toEqual([]);
  }
});
