import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { optimizers, type OptimizerRow } from "../../src/catalog/optimizers";
import { EngineError } from "../../src/engine/issues";
import { needsShapes, optimizerStateBytes, type StateOptions } from "../../src/engine/optimizers";
import { elements, tensor, type ParameterTensor } from "../../src/engine/tensors";

const optimizer = (id: string): OptimizerRow => {
  const row = optimizers.rows.find((each) => each.id === id);
  if (!row) throw new Error(id);
  return row;
};
const EXACT: StateOptions = { stateBytes: 4, blockScales: true };

const of = (id: string, tensors: readonly ParameterTensor[], options = EXACT): number =>
  optimizerStateBytes(optimizer(id), { count: 0, tensors }, options);
const perParameter = (id: string, options = EXACT): number =>
  optimizerStateBytes(optimizer(id), { count: 1e6, tensors: undefined }, options) / 1e6;

// Of Llama-2-7B.
const UP = tensor("up_proj", "mlp", [11008, 4096]);
const QUERY = tensor("q_proj", "attention", [4096, 4096]);
const NORM = tensor("layernorm", "norms", [4096]);
const EMBEDDING = tensor("embed_tokens", "embedding", [32000, 4096]);
const UP_ELEMENTS = 45_088_768;

describe("bytes per parameter where only their number is known", () => {
  test.each([
    ["sgd", 0],
    ["sgd-momentum", 4],
    ["lion", 4],
    ["rmsprop", 4],
    ["adagrad", 4],
    ["adamw", 8],
    ["paged-adamw", 8],
    // 2 × (1 + 4/256), arXiv:2110.02861.
    ["adamw-8bit", 2.03125],
    ["paged-adamw-8bit", 2.03125],
    ["lion-8bit", 1.015625],
    ["sgd-momentum-8bit", 1.015625],
  ])("%s: %d", (id, expected) => expect(perParameter(id)).toBe(expected));

  test("8-bit Adam without scales: exactly 2, the one-pager's 10 bytes with 2 + 2 + 4", () => {
    expect(perParameter("adamw-8bit", { stateBytes: 4, blockScales: false })).toBe(2);
  });

  test("pure bf16 halves 32-bit states and leaves 8-bit ones", () => {
    expect(perParameter("adamw", { stateBytes: 2, blockScales: true })).toBe(4);
    expect(perParameter("adamw-8bit", { stateBytes: 2, blockScales: true })).toBe(2.03125);
  });

  test.each(optimizers.rows.filter(needsShapes).map((row) => [row.label, row] as const))(
    "%s asks for the shapes",
    (label, row) => {
      expect(() => optimizerStateBytes(row, { count: 7e9 }, EXACT)).toThrow(EngineError);
      try {
        optimizerStateBytes(row, { count: 7e9 }, EXACT);
      } catch (error) {
        expect((error as EngineError).issue).toEqual({ code: "shapes_needed", optimizer: label });
      }
    },
  );
});

describe("real matrices, by hand", () => {
  test("8-bit Adam on [11008, 4096]: 2 × (45,088,768 + 4 × 176,128)", () => {
    expect(of("adamw-8bit", [UP])).toBe(91_586_560);
  });

  test("8-bit Adam: 4,096 elements are quantized, fewer stay 32 bit", () => {
    expect(of("adamw-8bit", [NORM])).toBe(2 * (4096 + 16 * 4));
    expect(of("adamw-8bit", [tensor("layernorm", "norms", [4095])])).toBe(2 * 4 * 4095);
  });

  test("8-bit Adam under a trainer that keeps embeddings in 32 bit", () => {
    expect(of("adamw-8bit", [EMBEDDING], { ...EXACT, wideEmbeddings: true })).toBe(8 * 131_072_000);
    expect(of("adamw-8bit", [EMBEDDING])).toBe(2.03125 * 131_072_000);
  });

  test("Adafactor: 4 × (11,008 + 4,096), every element of a vector", () => {
    expect(of("adafactor", [UP])).toBe(60_416);
    expect(of("adafactor", [NORM])).toBe(16_384);
    expect(of("adafactor-momentum", [UP])).toBe(60_416 + 4 * UP_ELEMENTS);
  });

  test("Adam-mini: a first moment and one value per row", () => {
    expect(of("adam-mini", [UP])).toBe(4 * UP_ELEMENTS + 4 * 11_008);
    expect(of("adam-mini", [NORM])).toBe(4 * 4096 + 4);
  });

  test("Muon: momentum on hidden matrices, AdamW elsewhere", () => {
    expect(of("muon", [UP])).toBe(4 * UP_ELEMENTS);
    expect(of("muon", [EMBEDDING, NORM])).toBe(8 * (131_072_000 + 4096));
  });

  test("Shampoo in blocks of 1,024: 11,008 = 10 × 1,024 + 768", () => {
    const left = (10 * 1024 ** 2 + 768 ** 2) * 4;
    const right = 4 * 1024 ** 2 * 11;
    expect(of("shampoo", [UP])).toBe(4 * (2 * (left + right) + 2 * UP_ELEMENTS));
    expect(of("shampoo", [UP])).toBe(1_084_227_584);
    expect(of("shampoo", [NORM])).toBe(4 * (2 * 4 * 1024 ** 2 + 2 * 4096));
  });

  test("Shampoo on sides that blocks divide: 4mn for factors and roots, as its authors count", () => {
    expect(of("shampoo", [QUERY])).toBe(4 * (4 + 2) * 4096 ** 2);
  });

  test("SOAP: 8 + 8·(m² + n²)/(mn) per parameter, sides above 10,000 without", () => {
    expect(of("soap", [QUERY]) / 4096 ** 2).toBe(24);
    expect(of("soap", [UP])).toBe(4 * (2 * 4096 ** 2 + 2 * UP_ELEMENTS));
    expect(of("soap", [NORM])).toBe(8 * 4096);
  });

  test("GaLore, rank 128: 4·(m·r + 2·n·r) with m the shorter side", () => {
    expect(of("galore", [UP])).toBe(4 * 128 * (4096 + 2 * 11_008));
    expect(of("galore", [EMBEDDING])).toBe(8 * 131_072_000);
  });
});

const tensors = fc.array(
  fc.record({
    part: fc.constantFrom("attention" as const, "mlp" as const, "embedding" as const, "head" as const),
    rows: fc.integer({ min: 1, max: 20_000 }),
    columns: fc.integer({ min: 1, max: 20_000 }),
    copies: fc.integer({ min: 1, max: 80 }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe("laws", () => {
  test("states of a list are the sum of its tensors, and copies multiply", () => {
    fc.assert(
      fc.property(fc.constantFrom(...optimizers.rows), tensors, (row, list) => {
        const all = list.map(({ part, rows, columns, copies }) => tensor("w", part, [rows, columns], copies));
        const one = (each: ParameterTensor) =>
          optimizerStateBytes(row, { count: 0, tensors: [{ ...each, copies: 1 }] }, EXACT);
        const sum = all.reduce((total, each) => total + each.copies * one(each), 0);
        expect(optimizerStateBytes(row, { count: 0, tensors: all }, EXACT)).toBe(sum);
      }),
    );
  });

  test("states per element do not depend on the shapes", () => {
    const plain = optimizers.rows.filter((row) =>
      row.states.every(({ kind, on }) => kind === "element" && on === "all"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...plain), tensors, (row, list) => {
        const all = list.map(({ part, rows, columns, copies }) => tensor("w", part, [rows, columns], copies));
        const count = all.reduce((sum, each) => sum + each.copies * elements(each), 0);
        expect(optimizerStateBytes(row, { count: 0, tensors: all }, EXACT)).toBe(
          optimizerStateBytes(row, { count }, EXACT),
        );
      }),
    );
  });
});
