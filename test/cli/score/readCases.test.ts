import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { CasesError, readCases, readPairs } from "../../../src/cli/score/readCases";
import { cases, CASES_FILE, pairs } from "../../measured/cases";

let folder = "";
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "gpumem-cases-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function file(content: unknown): string {
  const name = path.join(folder, `${fs.readdirSync(folder).length}.json`);
  fs.writeFileSync(name, typeof content === "string" ? content : JSON.stringify(content));
  return name;
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- JSON that tests break on purpose
const raw = (): any[] => JSON.parse(fs.readFileSync(CASES_FILE, "utf8")).slice(0, 2);
function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof CasesError) return error.message;
    throw error;
  }
  return "";
}

test("the project's own cases and pairs are complete", () => {
  expect(cases).toHaveLength(97);
  expect(pairs).toHaveLength(27);
  expect(cases.filter(({ unsupported }) => unsupported !== null)).toEqual([]);
});

test("a byte-order mark does not matter", () => {
  expect(readCases(file(`\uFEFF${JSON.stringify(raw())}`))).toHaveLength(2);
});

test("broken files are named in one line", () => {
  expect(messageOf(() => readCases("nowhere.json"))).toBe("no file nowhere.json");
  expect(messageOf(() => readCases(folder))).toBe(`${folder} is a folder; give the file of the cases`);
  expect(messageOf(() => readCases(file([])))).toMatch(/ holds no case$/);
  expect(messageOf(() => readCases(file("{")))).toMatch(/is not JSON: [^\n]*$/);
  expect(messageOf(() => readCases(file({})))).toMatch(/must hold a list$/);
});

test("a case without a field names both", () => {
  const [first, second] = raw();
  delete second.train.micro_batch;
  expect(messageOf(() => readCases(file([first, second])))).toMatch(
    new RegExp(`case ${second.id}: train.micro_batch is missing$`),
  );
  delete second.id;
  expect(messageOf(() => readCases(file([first, second])))).toMatch(/case entry 2: id is missing \(and 1 more\)$/);
});

test("a size that cannot exist is not scored, and the other cases are", () => {
  const [first, second] = raw();
  const negative = { ...first, train: { ...first.train, micro_batch: -1 } };
  const read = readCases(file([negative, second]));
  expect(read.map(({ unsupported }) => unsupported)).toEqual(["train.micro_batch must be at least 1, not -1", null]);
});

test("a wrong type, no answer and twins are refused", () => {
  const [first] = raw();
  expect(messageOf(() => readCases(file([{ ...first, model: 7 }])))).toMatch(/model must be object, not integer$/);
  const mute = { ...first, measure: { ...first.measure, bytes: null } };
  expect(messageOf(() => readCases(file([mute])))).toMatch(/measure.bytes must be a positive number/);
  expect(messageOf(() => readCases(file([first, first])))).toMatch(/two entries are called/);
});

test("a value or an input of a later schema makes the case unsupported, a remark does not", () => {
  const [first, second] = raw();
  const [third] = raw();
  first.train.optimizer = "muon";
  second.train.sharded_embedding = true;
  third.id = "third";
  third.remark = "new";
  const read = readCases(file([first, second, third]));
  expect(read[0]?.unsupported).toMatch(/^train.optimizer = "muon" is not one of/);
  expect(read[1]?.unsupported).toBe("train.sharded_embedding is not a field of a case");
  expect(read[2]?.unsupported).toBeNull();
});

test("a pair needs its cases", () => {
  const pair = { id: "p", a: cases[0]?.measured.id, b: "gone", option: "x", delta_bytes: 1 };
  expect(messageOf(() => readPairs(file([pair]), cases))).toMatch(/pair p: there is no case gone$/);
});
