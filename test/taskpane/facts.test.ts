import { expect, test } from "@jest/globals";
import { gpus } from "../../src/catalog/gpus";
import { models } from "../../src/catalog/models";
import { gpuEntries, modelEntries } from "../../src/taskpane/facts";
import { calculate } from "../support/workbook";

const entry = (entries: typeof modelEntries, id: string) => {
  const found = entries.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const factsOf = (entries: typeof modelEntries, id: string) =>
  Object.fromEntries(
    entry(entries, id)
      .facts()
      .map(({ label, text }) => [label, text]),
  );

test("every model and GPU is listed", () => {
  expect(modelEntries.map(({ id }) => id)).toEqual(models.rows.map(({ id }) => id));
  expect(gpuEntries.map(({ id }) => id)).toEqual(gpus.rows.map(({ id }) => id));
});

test("the facts of a model are those of MODEL, without what it does not have", () => {
  expect(entry(modelEntries, "llama-3.1-70b").aside).toBe("70.6B parameters");
  const facts = factsOf(modelEntries, "llama-3.1-70b");
  expect(facts).toMatchObject({ parameters: "70,553,706,496", layers: "80", "kv heads": "8", year: "2024" });
  expect(Object.keys(facts)).not.toContain("experts");
  expect(factsOf(modelEntries, "deepseek-v3")).toMatchObject({ experts: "256", "top k": "8" });
});

test("the facts of a GPU say their unit", () => {
  const id = gpus.rows.find(({ label }) => label.startsWith("H100 SXM"))?.id ?? "";
  expect(factsOf(gpuEntries, id)).toMatchObject({ memory: "85.5208 GB", "bf16 TFLOPS": "989.4", year: "2022" });
});

test.each([...modelEntries.slice(0, 3), ...gpuEntries.slice(0, 3)].map(({ formula }) => formula))(
  "%s answers with a block",
  (formula) => expect(Array.isArray(calculate(formula))).toBe(true),
);
