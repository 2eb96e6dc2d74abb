import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { gpusForMemory, largestBatch } from "../../src/engine/fit";
import { EngineError } from "../../src/engine/issues";
import { modelStates, type StateRecipe, totalStates, type ZeroStage } from "../../src/engine/states";
import { bytes, fromUnit, toUnit } from "../../src/engine/units";
import { optimizers } from "../../src/catalog/optimizers";
import { precisions } from "../../src/catalog/precisions";
import { resolve, type CatalogRow, type Table } from "../../src/catalog/table";

function row<R extends CatalogRow>(rows: Table<R>, name: string): R {
  const found = resolve(rows, name);
  if (found.kind !== "found") throw new Error(name);
  return found.row;
}
const recipe = (precision: string, optimizer = "adamw"): StateRecipe => ({
  precision: row(precisions, precision),
  optimizer: row(optimizers, optimizer),
  blockScales: true,
});
const perGpu = (billions: number, stage: ZeroStage, gpus: number) =>
  toUnit(totalStates(modelStates({ count: billions * 1e9 }, recipe("fp16"), stage, gpus)), "GB");

describe("ZeRO paper (arXiv:1910.02054) figure 1: 7.5B, 64 GPUs", () => {
  test.each([
    [0, 120],
    [1, 31.4],
    [2, 16.6],
    [3, 1.88],
  ] as const)("stage %d: %d GB", (stage, gigabytes) =>
    expect(Math.abs(perGpu(7.5, stage, 64) - gigabytes)).toBeLessThan(0.05),
  );
});

describe("ZeRO paper table 1: 7.5B / 128B / 1T over data-parallel degrees", () => {
  test.each([
    [7.5, 1, [120, 120, 120]],
    [7.5, 4, [52.5, 41.3, 30]],
    [7.5, 16, [35.6, 21.6, 7.5]],
    [7.5, 64, [31.4, 16.6, 1.88]],
    [7.5, 256, [30.4, 15.4, 0.47]],
    [7.5, 1024, [30.1, 15.1, 0.12]],
    [128, 1, [2048, 2048, 2048]],
    [128, 4, [896, 704, 512]],
    [128, 16, [608, 368, 128]],
    [128, 64, [536, 284, 32]],
    [128, 256, [518, 263, 8]],
    [128, 1024, [513, 257, 2]],
    [1000, 1, [16_000, 16_000, 16_000]],
    [1000, 4, [7000, 5500, 4000]],
    [1000, 16, [4750, 2875, 1000]],
    [1000, 64, [4187, 2218, 250]],
    [1000, 256, [4046, 2054, 62.5]],
    [1000, 1024, [4011, 2013, 15.6]],
  ] as const)("%dB over %d GPUs: %j GB", (billions, gpus, printed) => {
    // The table cuts or rounds to three or four digits.
    for (const [i, gigabytes] of printed.entries())
      expect(Math.abs(perGpu(billions, (i + 1) as ZeroStage, gpus) / gigabytes - 1)).toBeLessThan(0.025);
  });
});

describe("laws", () => {
  const counts = fc.double({ min: 1, max: 1e13, noNaN: true });
  const degrees = fc.integer({ min: 1, max: 4096 });
  test("ZeRO-3 over all GPUs adds up to the unsharded states", () => {
    fc.assert(
      fc.property(counts, degrees, (count, gpus) => {
        const sharded = totalStates(modelStates({ count }, recipe("bf16"), 3, gpus));
        expect((sharded * gpus) / totalStates(modelStates({ count }, recipe("bf16"), 0, 1))).toBeCloseTo(1, 12);
      }),
    );
  });
  test("a higher stage never needs more", () => {
    fc.assert(
      fc.property(counts, degrees, fc.constantFrom(...precisions.rows), (count, gpus, precision) => {
        const totals = ([0, 1, 2, 3] as const).map((stage) =>
          totalStates(modelStates({ count }, { ...recipe("bf16"), precision }, stage, gpus)),
        );
        expect([...totals].sort((a, b) => b - a)).toEqual(totals);
      }),
    );
  });
  test("the largest batch fits, and one more does not", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 200, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0.001, max: 50, noNaN: true }),
        (available, share, sample) => {
          const model = available * share;
          const batch = largestBatch(available, model, sample);
          expect(model + batch * sample).toBeLessThanOrEqual(available * (1 + 1e-9));
          expect(model + (batch + 1) * sample).toBeGreaterThan(available * (1 - 1e-9));
        },
      ),
    );
  });
  test("so many GPUs hold the memory, and one multiple less does not", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1e5, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.constantFrom(1, 2, 8),
        (gigabytes, margin, multiple) => {
          const [memory, usable] = [fromUnit(gigabytes, "GB"), fromUnit(85, "GB")];
          const gpus = gpusForMemory(memory, usable, margin, multiple);
          expect(gpus % multiple).toBe(0);
          expect(gpus * usable * (1 - margin)).toBeGreaterThanOrEqual(memory * (1 - 1e-9));
          expect((gpus - multiple) * usable * (1 - margin)).toBeLessThan(memory);
        },
      ),
    );
  });
});

test("a model that does not fit is refused with the numbers", () => {
  expect(() => largestBatch(80, 112, 4)).toThrow(EngineError);
  expect(largestBatch(80, 80, 4)).toBe(0);
  expect(largestBatch(0.3, 0.1, 0.1)).toBe(2);
});

test("fp8: the cached casts are counted on matrices only, on everything where only a number is known", () => {
  const states = modelStates({ count: 1e9 }, recipe("fp8"), 0, 1);
  expect(states.weights).toBe(bytes(4e9));
});
