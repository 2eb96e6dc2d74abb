// What is typed for rows of the user's own: taken, or refused in words.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { architectureFromConfig } from "../../../src/catalog/huggingface";
import { models } from "../../../src/catalog/models";
import { parameterCount } from "../../../src/engine/parameters";
import { dayOf } from "../../../src/taskpane/isoDay";
import { changedConfig, smallConfig } from "../../../src/taskpane/own/config";
import { type Dims, dimsOf, withDims } from "../../../src/taskpane/own/dims";
import { gpuRow, modelRow, priceRow, type TypedGpu } from "../../../src/taskpane/own/rows";

const row = (id: string) => models.rows.find((one) => one.id === id)!;
const refusal = (checked: object) => ("refused" in checked ? checked.refused : undefined);
const named = (name: string) => modelRow({ name, config: "{}", source: "" });
const GPU: TypedGpu = { name: "g-1", like: "h100-sxm", memory: "", tflops: "", bandwidth: "", watts: "", source: "" };
const PRICE = { gpu: "h100-sxm", price: "2.45", kind: "on demand", source: "", asOf: "2026-11-24" };

test("a name must be one, and nobody else's", () => {
  expect(refusal(named("  "))).toMatch(/Type a name first/);
  expect(refusal(named("Llama 3.1 8B"))).toMatch(/The catalog has Llama 3.1 8B already/);
  for (const name of ["a*", "b?", "~c", "42", "..."]) expect(refusal(named(name))).toMatch(/cannot be a name/);
  expect(refusal(named("x".repeat(201)))).toMatch(/too long/);
  expect(named(" our\u0000 model\n7 ")).toMatchObject({ value: { name: "our model 7" } });
});

test("a config that no cell holds is refused", () => {
  expect(refusal(modelRow({ name: "long", config: "x".repeat(32_767), source: "" }))).toMatch(/32,767 characters, and/);
  expect(refusal(modelRow({ name: "long", config: "x".repeat(32_766), source: "" }))).toBeUndefined();
});

test("amounts are plain numbers above 0, or nothing", () => {
  expect(gpuRow(GPU)).toMatchObject({ value: { cells: ["g-1", "h100-sxm", "", "", "", "", ""] } });
  expect(gpuRow({ ...GPU, memory: "96", watts: "650.5" })).toMatchObject({
    value: { cells: ["g-1", "h100-sxm", 96, "", "", 650.5, ""] },
  });
  for (const memory of ["0", "-1", "1,5", "1e3", "96 GB", "NaN", "Infinity"])
    expect(refusal(gpuRow({ ...GPU, memory }))).toContain(`Memory, GB must be a number above 0`);
});

test("a price has a GPU, an amount and a day", () => {
  expect(priceRow(PRICE)).toMatchObject({ value: { cells: ["h100-sxm", 2.45, "on demand", "", 46_350] } });
  expect(priceRow({ ...PRICE, gpu: "H100 SXM" })).toMatchObject({ value: { name: "h100-sxm" } });
  expect(priceRow({ ...PRICE, gpu: "our chip" })).toMatchObject({ value: { name: "our chip" } });
  expect(refusal(priceRow({ ...PRICE, gpu: " " }))).toMatch(/which GPU/);
  expect(refusal(priceRow({ ...PRICE, price: "" }))).toMatch(/^USD per GPU-hour must be/);
  expect(refusal(priceRow({ ...PRICE, asOf: "24.11.2026" }))).toMatch(/such as 2026-11-24, not “24.11.2026”/);
});

test("days are those that are written", () => {
  expect(dayOf("2026-11-24")).toBe(46_350);
  expect(dayOf("2026-11-24T23:59:59Z")).toBe(46_350);
  expect(dayOf("2026-11-24 00:00:00.000+02:00")).toBe(46_350);
  for (const text of ["2026-02-30", "2026-13-01", "0026-01-01", "11/24/2026", "", "46350"])
    expect(dayOf(text)).toBeUndefined();
});

test("an unchanged row gives the same model", () => {
  for (const one of models.rows.filter(({ id }) => id !== "vit-l-16")) {
    const dims = dimsOf(one.architecture);
    expect(withDims(one.architecture, dims)).toEqual(one.architecture);
    expect([one.id, changedConfig(one, dims)]).toMatchObject([
      one.id,
      { value: { parameters: parameterCount(one.architecture).total } },
    ]);
  }
});

test("a dense model becomes a mixture of experts, and back", () => {
  const llama = dimsOf(row("llama-3.1-8b").architecture);
  const sparse = changedConfig(row("llama-3.1-8b"), { ...llama, experts: 8, topK: 2, expertWidth: 14_336 });
  if ("refused" in sparse) throw new Error(sparse.refused);
  expect(sparse.value.config).toContain('"model_type":"mixtral"');
  const dense = changedConfig(row("mixtral-8x7b"), {
    ...dimsOf(row("mixtral-8x7b").architecture),
    experts: 0,
    topK: 0,
  });
  expect(dense).toMatchObject({ value: { config: expect.stringContaining('"model_type":"llama"') } });
});

test("sizes that no model has are refused in words", () => {
  const llama = row("llama-3.1-8b");
  const change = (dims: Partial<Dims>) => refusal(changedConfig(llama, { ...dimsOf(llama.architecture), ...dims }));
  expect(change({ layers: NaN })).toMatch(/^Layers must be a whole number/);
  expect(change({ heads: 0 })).toMatch(/^Heads must be/);
  expect(change({ vocabSize: 1e12 })).toMatch(/^Vocabulary must be/);
  expect(change({ kvHeads: 5 })).toBe("32 heads cannot share 5 key and value heads evenly.");
  expect(change({ experts: 4, topK: 5, expertWidth: 100 })).toBe("5 experts per token cannot be chosen out of 4.");
});

const size = fc.integer({ min: 1, max: 300 });
test("whatever sizes are typed, the config reads back as them", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("llama-3.1-8b", "qwen3-8b", "gpt2", "mixtral-8x7b", "deepseek-v3", "gemma-2-9b"),
      fc.record({ layers: size, kvHeads: size, groups: size, headDim: size, ffnSize: size, vocabSize: size }),
      (id, { groups, ...sizes }) => {
        const base = row(id);
        const grouped = base.architecture.attention.kind === "grouped" ? sizes : { ...sizes, kvHeads: 0, headDim: 0 };
        const dims = { ...dimsOf(base.architecture), ...grouped, heads: groups * sizes.kvHeads };
        const changed = changedConfig(base, dims);
        if ("refused" in changed) return;
        const read = architectureFromConfig(changed.value.config);
        expect(dimsOf(read)).toEqual(dims);
        expect(parameterCount(read).total).toBe(changed.value.parameters);
      },
    ),
    { numRuns: 60 },
  );
});

test("a config too long for a cell is shortened to what the functions read", () => {
  const config = JSON.parse(changedText("llama-3.1-8b")) as object;
  const long = JSON.stringify(
    { ...config, architectures: Array.from({ length: 5000 }, (_, i) => `Layer ${i}`) },
    null,
    2,
  );
  expect(smallConfig(long)).toBe(changedText("llama-3.1-8b"));
  expect(smallConfig('{ "a": [1, 2] }')).toBe('{"a":[1,2]}');
});

function changedText(id: string): string {
  const changed = changedConfig(row(id), dimsOf(row(id).architecture));
  if ("refused" in changed) throw new Error(changed.refused);
  return changed.value.config;
}
