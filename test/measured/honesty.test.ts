// The engine never sees the answer, and its source does not hold one.
import { expect, test } from "@jest/globals";
import fs from "node:fs";
import path from "node:path";
import type { MeasuredCase } from "../../src/cli/score/measuredCase";
import { predict } from "../../src/cli/score/predict";
import { strip } from "../../src/cli/score/strip";
import { cases } from "./cases";

const all = cases.map(({ measured }) => measured);

/** Everything that an estimate may not use, replaced. */
const scrambled = (each: MeasuredCase, i: number): MeasuredCase => ({
  ...each,
  id: `row-${i}`,
  source: "somewhere@else",
  quote: "",
  notes: String(i),
  trust: each.trust === "high" ? "low" : "high",
  model: { ...each.model, id: each.model.id === null ? "gpt2" : null },
  measure: {
    quantity: each.measure.quantity,
    bytes: 1e9 + i,
    tokens: 1000 + i,
    tolerance_bytes: i,
    steady_bytes: 7 * i,
    unit_in_source: "B",
  },
});

/** A fixed permutation: 37 and the number of rows have no common factor. */
const shuffled = <T>(rows: readonly T[]): readonly T[] => rows.map((_, i) => rows[(i * 37) % rows.length] as T);

test("predictions do not change when the answers are scrambled and the rows shuffled", () => {
  const straight = all.map((each) => JSON.stringify(predict(strip(each))));
  const order = shuffled(all.map((each, i) => ({ each: scrambled(each, i), i })));
  const again: string[] = [];
  for (const { each, i } of order) again[i] = JSON.stringify(predict(strip(each)));
  expect(again).toEqual(straight);
});

test("what is handed over holds nothing of the answer", () => {
  for (const each of all) {
    const question = strip(each);
    expect(question.measure).toEqual({ quantity: each.measure.quantity });
    expect(Object.keys(question).sort()).toEqual(
      ["gpu", "measure", "model", "stack", "stack_version", "stale", "task", each.train ? "train" : "infer"].sort(),
    );
    expect("id" in question.model).toBe(false);
  }
});

test("a copy is handed over: an estimate cannot change its case", () => {
  for (const each of all) {
    const question = strip(each);
    expect(question.model).not.toBe(each.model);
    expect(question.train ?? question.infer).not.toBe(each.train ?? each.infer);
  }
});

const SRC = path.join(__dirname, "../../src");
const files = fs
  .readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|mjs|json|html|css|txt)$/.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name));
const texts = files.map((file) => ({ file: path.relative(SRC, file), text: fs.readFileSync(file, "utf8") }));
const filesWith = (found: (text: string) => boolean) => texts.filter(({ text }) => found(text)).map(({ file }) => file);

test("no case is named or quoted in src/", () => {
  for (const { id, quote } of all) {
    expect([id, filesWith((text) => text.includes(id))]).toEqual([id, []]);
    expect([quote, filesWith((text) => text.includes(quote))]).toEqual([quote, []]);
  }
});

/** Numbers of a text, 12_345 and 12,345 as 12345. */
const numbersOf = (text: string): ReadonlySet<string> =>
  new Set((text.match(/\d[\d_,]*(\.\d+)?/g) ?? []).map((number) => number.replace(/[_,]/g, "")));
const numbers = texts.map(({ file, text }) => ({ file, numbers: numbersOf(text) }));
const filesWithNumber = (number: string) => numbers.filter((each) => each.numbers.has(number)).map(({ file }) => file);

const LONG = 7;
const significant = (number: string) => number.replace(".", "").replace(/^0+|0+$/g, "").length;

test("no measured number stands in src/", () => {
  const answers = all.flatMap(({ measure }) => [measure.bytes, measure.tokens, measure.steady_bytes]);
  const exact = answers.flatMap((answer) => (answer == null ? [] : [String(answer)]));
  const distinctive = exact.filter((number) => significant(number) >= LONG);
  expect(distinctive.length).toBeGreaterThan(60);
  for (const number of distinctive) expect([number, filesWithNumber(number)]).toEqual([number, []]);
});

const UNITS = { B: 1, MiB: 2 ** 20, GB: 1e9, GiB: 2 ** 30 } as const;

test("no measured number stands in the engine in the unit of its source", () => {
  const engine = numbers.filter(({ file }) => /^(engine|cli)[\\/]/.test(file));
  for (const { measure } of all) {
    if (measure.bytes === null) continue;
    const amount = measure.bytes / UNITS[measure.unit_in_source as keyof typeof UNITS];
    const printed = [amount.toFixed(2), amount.toFixed(1)].filter((number) => significant(number) >= 4);
    for (const number of printed) {
      const found = engine.filter((each) => each.numbers.has(number)).map(({ file }) => file);
      expect([number, found]).toEqual([number, []]);
    }
  }
});

/** Cards of one compute capability. */
const TWINS = [
  ["A100 80GB", "A100 40GB"],
  ["H100 80GB", "H100 96GB HBM2e", "H200"],
  ["RTX 3090", "A10G"],
];

test("a card's name counts only through its compute capability", () => {
  for (const each of all) {
    const question = strip(each);
    const names = TWINS.find((twins) => twins.includes(question.gpu.name)) ?? [];
    for (const name of names)
      expect([each.id, name, predict({ ...question, gpu: { ...question.gpu, name } })]).toEqual([
        each.id,
        name,
        predict(question),
      ]);
  }
});
