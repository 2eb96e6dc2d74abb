// What nobody should paste: handled or refused in words, in a moment, and nothing is polluted.
import fs from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import fc from "fast-check";
import { MODEL } from "../../src/functions/catalog";
import { isCellError } from "../../src/functions/cells";
import { invoke } from "../../src/functions/invoke";
import { asText } from "../../src/taskpane/excel/asText";
import { referencesIn } from "../../src/taskpane/excel/cell/references";
import { readBill } from "../../src/taskpane/focus/bill";
import { cleaned, modelRow } from "../../src/taskpane/own/rows";
import { readModelFile, readOwnModel } from "../../src/taskpane/ownModel";
import { TEXT } from "../../src/taskpane/strings";

const CONFIG = JSON.parse(
  fs.readFileSync(path.resolve(__dirname, "../catalog/configs/llama-3.1-405b.json"), "utf8"),
) as object;
const sentenceOf = (text: string) => {
  const model = readOwnModel(text);
  return model.kind === "refused" ? model.sentence : undefined;
};
const quickly = <T>(work: () => T): T => {
  const start = performance.now();
  const result = work();
  expect(performance.now() - start).toBeLessThan(1000);
  return result;
};

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test("deep nesting is refused before it is parsed; brackets in texts are none", () => {
  for (const [open, close] of [
    ["[", "]"],
    ['{"a":', "}"],
  ] as const) {
    const deep = `{"model_type":${open.repeat(10_000)}1${close.repeat(10_000)}}`;
    expect(quickly(() => sentenceOf(deep))).toBe(TEXT.importTooDeep);
  }
  expect(sentenceOf(JSON.stringify({ ...CONFIG, note: '\\"'.repeat(99) + "[{".repeat(10_000) }))).toBeUndefined();
});

test("in a cell, too, deep nesting is a sentence", () => {
  const deep = `{"model_type":"llama","hidden_size":${"[".repeat(10_000)}${"]".repeat(10_000)}}`;
  const [[first] = []] = quickly(() => invoke(MODEL, [deep]));
  expect(isCellError(first) && first.message).toMatch(/./);
});

test("keys of prototypes are keys like others", () => {
  const text = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${JSON.stringify(CONFIG).slice(1)}`;
  const model = readOwnModel(text);
  expect(model.kind).toBe("read");
  for (const type of ["__proto__", "constructor", "toString", "hasOwnProperty"])
    expect(sentenceOf(JSON.stringify({ ...CONFIG, model_type: type }))).toContain(type);
});

test("sizes are looked at first", async () => {
  const large = `{"a":"${"x".repeat(10_000_000)}"}`;
  expect(quickly(() => sentenceOf(large))).toBe(TEXT.importTooLarge);
  expect((await readModelFile(new File([large], "config.json"))).model).toEqual({
    kind: "refused",
    sentence: TEXT.importTooLarge,
  });
});

test.each([["32"], [[32]], [{}], [true], [-1], [1.5], [1e300], ["NaN"], ["Infinity"]])(
  "%j layers are refused with the key's name",
  (layers) => {
    expect(sentenceOf(JSON.stringify({ ...CONFIG, num_hidden_layers: layers }))).toMatch(/num_hidden_layers/);
  },
);

test("layers without end are counted, not listed", () => {
  const endless = { num_hidden_layers: 9e15, num_local_experts: 8, num_experts_per_tok: 1, moe_layers: [1] };
  const text = JSON.stringify({ ...CONFIG, ...endless, model_type: "llama4_text", intermediate_size_mlp: 1 });
  expect(quickly(() => sentenceOf(text))).toMatch(/moe_layers/);
  const long = { ...CONFIG, num_hidden_layers: 9e15, sliding_window: 9, model_type: "mistral", x: "y".repeat(40_000) };
  expect(quickly(() => readOwnModel(JSON.stringify(long)).kind)).toBe("read");
});

test("what is no JSON is said to be none", () => {
  for (const text of [
    '{"a": NaN}',
    "{'a': 1}",
    "[]",
    "null",
    "42",
    '"{}"',
    "{",
    "=cmd|' /C calc'!A0",
    "\u0000{}",
    "<html>",
  ])
    expect(sentenceOf(text)).toBe(TEXT.importNotJson);
});

test("whatever JSON is pasted, reading ends with a model or a sentence", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(CONFIG), "__proto__"), fc.jsonValue()), (changes) => {
      const model = readOwnModel(JSON.stringify({ ...CONFIG, ...changes }));
      expect(
        model.kind === "read" ? model.block.length : model.kind === "refused" && model.sentence.length,
      ).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

test("text that reads like a formula is marked as text, also in other widths", () => {
  fc.assert(
    fc.property(fc.constantFrom(..."=+-@＝＋－＠"), fc.string(), (first, rest) => {
      expect(asText(cleaned(first + rest))).toBe(`'${cleaned(first + rest)}`);
    }),
  );
  const row = modelRow({ name: '\t=HYPERLINK("x")', config: "{}", source: "\r\n@SUM(1)" });
  expect(row).toMatchObject({ value: { cells: ['=HYPERLINK("x")', "{}", "@SUM(1)"] } });
});

test("long formulas and pastes without an end take no time", () => {
  expect(quickly(() => referencesIn(`=${"A".repeat(8000)}+'${"x''".repeat(2000)}`))).toEqual([]);
  for (const text of ['"'.repeat(500_000), ",".repeat(500_000), `a${"\n".repeat(500_000)}`, '"a,'.repeat(200_000)])
    expect("refused" in quickly(() => readBill(text))).toBe(true);
});
