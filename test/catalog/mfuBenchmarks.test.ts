import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { gpus } from "../../src/catalog/gpus";
import { mfuBenchmarks, nearestMfu, type MfuQuestion } from "../../src/catalog/mfuBenchmarks";

const ask = (gpu: string, asked: Partial<MfuQuestion> = {}) => {
  const row = gpus.rows.find(({ id }) => id === gpu);
  if (!row) throw new Error(gpu);
  return nearestMfu({ gpu: row, dtype: "bf16", parameters: 7e9, experts: false, gpus: 8, ...asked });
};

describe("the nearest benchmark", () => {
  test("7B on 8 H100: llm-foundry's 7B and 13B", () => {
    expect(ask("h100-sxm")).toMatchObject({
      match: "same GPU",
      benchmark: { source: "mosaicml/llm-foundry scripts/train/benchmarking", rows: 14 },
      mfu: { low: 0.286, likely: 0.398, high: 0.464 },
    });
  });

  test("scale decides between benchmarks of one size", () => {
    expect(ask("h100-sxm", { gpus: 256 })?.benchmark.gpus).toEqual([128, 512]);
    expect(ask("h100-sxm", { parameters: 405e9, gpus: 12_000 })?.benchmark.parameters[1]).toBeGreaterThan(4e11);
  });

  test("a benchmark without a reservation goes before one with", () => {
    expect(ask("h100-sxm", { dtype: "fp8", parameters: 8e9 })).toMatchObject({
      benchmark: { source: "Megatron-Bridge performance summary", note: "" },
      mfu: { likely: 0.446, low: 0.133, high: 0.446 },
    });
  });

  test("experts are compared with experts", () => {
    expect(ask("gb200", { experts: true, parameters: 671e9, gpus: 256 })?.mfu.likely).toBeLessThan(0.36);
    expect(ask("h100-sxm", { experts: true, parameters: 30e9, dtype: "fp8" })?.mfu.likely).toBeLessThan(0.1);
  });

  test("a GPU that nobody measured takes one of its architecture, then its vendor's nearest in age", () => {
    expect(ask("h200-sxm")).toMatchObject({ match: "same architecture", benchmark: { gpu: "h100-sxm" } });
    expect(ask("b200-sxm")).toMatchObject({ match: "same vendor", benchmark: { gpu: "h100-sxm" } });
    expect(ask("tpu-v5p")).toMatchObject({ match: "same architecture", benchmark: { gpu: "tpu-v4" } });
  });

  test("a single row has no spread of its own", () => {
    expect(ask("tpu-v4")?.mfu).toEqual({ likely: 0.462, low: 0.213, high: 0.642 });
  });

  test("nothing is made up where nobody measured", () => {
    expect(ask("mi300x")).toBeUndefined();
    expect(ask("h100-sxm", { dtype: "tf32" })).toBeUndefined();
    expect(ask("gaudi3", { dtype: "fp8" })).toBeUndefined();
    expect(ask("h100-sxm", { dtype: "fp4", experts: true })).toBeUndefined();
  });
});

test("the table's own rows find themselves or one as near, inside their range", () => {
  for (const one of mfuBenchmarks) {
    const [parameters] = one.parameters;
    const found = ask(one.gpu, {
      dtype: one.precision === "16 bit" ? "bf16" : one.precision,
      experts: one.experts,
      parameters,
      gpus: one.gpus?.[0] ?? 8,
    });
    expect(found).toMatchObject({ match: "same GPU", benchmark: { gpu: one.gpu, precision: one.precision } });
  }
});

test("whatever is asked, low ≤ likely ≤ high", () => {
  const question = fc.record({
    gpu: fc.constantFrom(...gpus.rows),
    dtype: fc.constantFrom("bf16" as const, "tf32" as const, "fp8" as const, "fp4" as const),
    parameters: fc.double({ min: 1, max: 1e14, noNaN: true }),
    experts: fc.boolean(),
    gpus: fc.integer({ min: 1, max: 100_000 }),
  });
  fc.assert(
    fc.property(question, (asked) => {
      const found = nearestMfu(asked);
      if (!found) return;
      expect(found.mfu.low).toBeLessThanOrEqual(found.mfu.likely);
      expect(found.mfu.likely).toBeLessThanOrEqual(found.mfu.high);
      expect(found.benchmark.experts).toBe(asked.experts);
    }),
  );
});
