import { expect, test } from "@jest/globals";
import { registry } from "../../src/functions/registry";
import { templates } from "../../src/sheets/templates";
import { gpuEntries, modelEntries } from "../../src/taskpane/facts";
import { found, matches } from "../../src/taskpane/matching";
import { textsOfFunction, textsOfTemplate } from "../../src/taskpane/searchTexts";

const functionsFor = (query: string) => found(registry, query, textsOfFunction).map(({ id }) => id);
const modelsFor = (query: string) => found(modelEntries, query, ({ texts }) => texts).map(({ id }) => id);
const gpusFor = (query: string) => found(gpuEntries, query, ({ texts }) => texts).map(({ label }) => label);
const templatesFor = (query: string) => found(templates, query, textsOfTemplate).map(({ name }) => name);

test("every word must stand somewhere; case and dashes do not matter", () => {
  expect(matches("Cache KV", ["KV_MEM", "kv cache of a batch"])).toBe(true);
  expect(matches("kv cache budget", ["KV_MEM", "kv cache of a batch"])).toBe(false);
  expect(matches("  ", ["anything"])).toBe(true);
  expect(matches("train-mem", ["TRAIN_MEM"])).toBe(true);
});

test("nothing typed finds everything, in its own order", () => {
  expect(functionsFor(" ")).toEqual(registry.map(({ id }) => id));
  expect(templatesFor("")).toEqual(templates.map(({ name }) => name));
});

test("what is named so comes first", () => {
  expect(functionsFor("kv mem")[0]).toBe("KV_MEM");
  expect(functionsFor("energy")[0]).toBe("ENERGY");
  expect(functionsFor("no such thing")).toEqual([]);
});

test.each(["llama-3.1-70b", "Llama 3.1 70B", "llama3.1 70b", "70b llama"])("%s finds the model", (query) =>
  expect(modelsFor(query)).toContain("llama-3.1-70b"),
);

test.each(["H100 SXM", "h100sxm", "nvidia h100", "hopper 2022"])("%s finds the GPU", (query) =>
  expect(gpusFor(query).join("\n")).toContain("H100 SXM"),
);

test("a template is found by each of its keywords", () => {
  for (const template of templates)
    for (const keyword of template.keywords) expect(templatesFor(keyword)).toContain(template.name);
});
