import { expect, test } from "@jest/globals";
import { parseArguments, UsageError } from "../../../src/cli/score/arguments";
import { jsonReport, textReport } from "../../../src/cli/score/report";
import { scores } from "../../../src/cli/score/scores";
import { cases, pairs } from "../../measured/cases";

const one = { predicted: 1, low: 0.9, high: 1.1, steady: 1 };
const result = scores(cases, pairs, ({ stack }) => (stack === "hf" ? { unsupported: "no words" } : one));

test("a line per case, per group and per pair", () => {
  const lines = textReport(result).split("\n");
  for (const { measured } of cases) expect(lines.filter((line) => line.startsWith(`${measured.id} `))).toHaveLength(1);
  expect(lines.filter((line) => / unsupported {2}no words$/.test(line))).toHaveLength(2);
  expect(lines.some((line) => /^megatron \(training\) +35 /.test(line))).toBe(true);
  expect(lines.some((line) => line.startsWith("steady bytes: n 25, "))).toBe(true);
  expect(lines.some((line) => line.startsWith("differences: n 27, "))).toBe(true);
});

test("JSON carries every case, the unsupported ones with the reason", () => {
  const json = JSON.parse(jsonReport(result));
  expect(json.cases).toHaveLength(97);
  expect(json.pairs).toHaveLength(27);
  expect(json.cases[0]).toMatchObject({
    stack: "megatron",
    quantity: "allocated",
    predicted_bytes: 1,
    low_bytes: 0,
    high_bytes: 2,
  });
  const without = json.cases.filter((each: { unsupported?: string }) => each.unsupported);
  expect(without).toHaveLength(2);
  expect(without[0]).toMatchObject({ unsupported: "no words", predicted_bytes: null, inside: false });
  expect(json.summary.groups.all).toMatchObject({ n: 97, unsupported: 2 });
});

test("no pairs, no line about them", () => {
  expect(textReport(scores(cases, [], () => one))).not.toMatch(/differences/);
});

test("arguments", () => {
  expect(parseArguments(["c.json"])).toEqual({ cases: "c.json", pairs: null, json: false });
  expect(parseArguments(["--pairs", "p.json", "--json", "c.json"])).toEqual({
    cases: "c.json",
    pairs: "p.json",
    json: true,
  });
  for (const wrong of [[], ["a", "b"], ["a", "--pairs"], ["a", "--fast"]])
    expect(() => parseArguments(wrong)).toThrow(UsageError);
});
