// The scores on the project's own cases: the recorded figures, and the targets that hold.
import { expect, test } from "@jest/globals";
import fs from "node:fs";
import path from "node:path";
import { accuracyOf, LARGE_ERROR, type Explanation } from "../../src/cli/score/accuracy";
import { accuracySection } from "../../src/cli/score/accuracyPage";
import { fitWidths } from "../../src/cli/score/fitWidths";
import { predict } from "../../src/cli/score/predict";
import { figures, regressions, type Figure } from "../../src/cli/score/ratchet";
import { residuals } from "../../src/cli/score/residuals";
import { scores } from "../../src/cli/score/scores";
import { widthsFile } from "../../src/cli/score/widthsFile";
import { cases, pairs } from "./cases";

const read = (name: string) => fs.readFileSync(path.join(__dirname, name), "utf8");
const result = scores(cases, pairs, predict);
const explanations: readonly Explanation[] = JSON.parse(read("residuals.json"));

test("no figure is worse than recorded", () => {
  const recorded: readonly Figure[] = JSON.parse(read("ratchet.json"));
  expect(recorded.length).toBeGreaterThan(50);
  expect(regressions(figures(result), recorded)).toEqual([]);
});

test("every case can be expressed", () => {
  expect(result.cases.filter(({ unsupported }) => unsupported !== null)).toEqual([]);
});

test("every error above 6% is explained", () => {
  const large = result.cases.filter(({ error }) => Math.abs(error) > LARGE_ERROR).map(({ measured }) => measured.id);
  const explained = new Set(explanations.filter(({ term, needed }) => term && needed).map(({ id }) => id));
  expect(large.filter((id) => !explained.has(id))).toEqual([]);
});

test("accuracy.json is what `node dist/cli/records.cjs` writes", () => {
  expect(read("accuracy.json")).toBe(`${JSON.stringify(accuracyOf(result, explanations), null, 2)}\n`);
});

test("the widths are what `node dist/cli/widths.cjs` writes", () => {
  const file = path.join(__dirname, "../../src/engine/training/widths.generated.ts");
  expect(fs.readFileSync(file, "utf8")).toBe(widthsFile(fitWidths(residuals(cases))));
});

test("the accuracy section has a row per group, stack, cell and large error", () => {
  const accuracy = JSON.parse(read("accuracy.json"));
  const html = accuracySection(accuracy);
  const lists = [accuracy.groups, accuracy.coverage, accuracy.ranges, accuracy.largeErrors];
  const rows = lists.reduce((sum: number, list: readonly unknown[]) => sum + list.length, 0);
  expect(html.match(/<tr><td>/g) ?? []).toHaveLength(rows);
  expect(html).not.toMatch(/undefined|NaN/);
});
