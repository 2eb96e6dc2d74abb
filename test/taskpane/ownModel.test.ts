import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { asCells, readModelFile, readOwnModel } from "../../src/taskpane/ownModel";
import { TEXT } from "../../src/taskpane/strings";

const CONFIG = fs.readFileSync(path.resolve(__dirname, "../catalog/configs/llama-3.1-405b.json"), "utf8");
const sentenceOf = (text: string) => {
  const model = readOwnModel(text);
  return model.kind === "refused" ? model.sentence : undefined;
};

test("a config.json becomes two columns", () => {
  const model = readOwnModel(`\uFEFF\n${CONFIG}`);
  if (model.kind !== "read") throw new Error(model.kind);
  expect(asCells(model.block)).toContain("parameters\t405853388800");
  for (const [, value] of model.block) expect(value).not.toBe("");
});

test("what is no config.json is refused with a sentence", () => {
  expect(sentenceOf("  ")).toBe(TEXT.importEmpty);
  expect(sentenceOf("hello")).toBe(TEXT.importNotJson);
  expect(sentenceOf(CONFIG.slice(0, -20))).toBe(TEXT.importNotJson);
  expect(sentenceOf("[1]")).toBe(TEXT.importNotJson);
  expect(sentenceOf(`{"a":"${"x".repeat(2_000_000)}"}`)).toBe(TEXT.importTooLarge);
  expect(sentenceOf('{"model_type":"nonsense"}')).toContain("nonsense");
});

test("a file is read; one that is too large is not even opened", async () => {
  expect((await readModelFile(new File([CONFIG], "config.json"))).model.kind).toBe("read");
  const weights = { size: 5e9, text: () => Promise.reject(new Error("opened")) } as unknown as File;
  expect((await readModelFile(weights)).model).toEqual({ kind: "refused", sentence: TEXT.importTooLarge });
  const gone = { size: 10, text: () => Promise.reject(new Error("gone")) } as unknown as File;
  expect((await readModelFile(gone)).model).toEqual({ kind: "refused", sentence: TEXT.importUnreadable });
});
