import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { dtypes, type DtypeRow } from "../../src/catalog/dtypes";
import { bitsPerWeight, storedBytes } from "../../src/engine/storage";
import { toUnit } from "../../src/engine/units";

const dtype = (id: string): DtypeRow => {
  const row = dtypes.rows.find((each) => each.id === id);
  if (!row) throw new Error(id);
  return row;
};

describe("bits per weight", () => {
  test.each([
    ["fp32", 32],
    ["fp16", 16],
    ["bf16", 16],
    ["fp8", 8],
    ["int8", 8],
    ["int4", 4],
    ["nf4", 4.5],
    // arXiv:2305.14314 §3: 0.127 bits of scales.
    ["nf4-dq", 4 + 8 / 64 + 32 / (64 * 256)],
    ["gptq", 4 + 20 / 128],
    ["awq", 4.15625],
    ["int4-g64", 4.3125],
    ["int4-g32", 4.625],
    ["fp8-block", 8 + 32 / 16384],
    ["mxfp8", 8.25],
    ["mxfp6", 6.25],
    ["mxfp4", 4.25],
    ["nvfp4", 4.5],
    // "Effectively … bits per weight" in ggml-common.h, or its struct sizes × 8 / 256.
    ["q4-0", 4.5],
    ["q4-1", 5],
    ["q5-0", 5.5],
    ["q5-1", 6],
    ["q8-0", 8.5],
    ["q2-k", 2.625],
    ["q3-k", 3.4375],
    ["q4-k", 4.5],
    ["q5-k", 5.5],
    ["q6-k", 6.5625],
    ["iq4-nl", 4.5],
    ["iq4-xs", 4.25],
    ["iq3-s", 3.4375],
    ["iq3-xxs", 3.0625],
    ["iq2-s", 2.5625],
    ["iq2-xs", 2.3125],
    ["iq2-xxs", 2.0625],
    ["iq1-m", 1.75],
    ["iq1-s", 1.5625],
  ])("%s: %d", (id, bits) => expect(dtype(id).bits).toBe(bits));

  test("the roundings that papers print", () => {
    expect(dtype("nf4-dq").bits.toFixed(3)).toBe("4.127");
    expect(dtype("gptq").bits.toFixed(3)).toBe("4.156");
    expect(dtype("fp8-block").bits.toFixed(3)).toBe("8.002");
  });

  test("scales only add", () => {
    for (const row of dtypes.rows) {
      expect(row.bits).toBe(bitsPerWeight(row));
      expect(row.bits).toBeGreaterThanOrEqual(row.elementBits);
    }
  });
});

describe("stored bytes", () => {
  test.each([
    // GPT-3 in FP32, FP16 and INT8; "M/4" of FP16 in INT4.
    [175e9, "fp32", 700],
    [175e9, "fp16", 350],
    [7e9, "int8", 7],
    [7e9, "int4", 3.5],
  ])("%d parameters in %s: %d GB", (count, id, gb) => expect(toUnit(storedBytes(count, dtype(id)), "GB")).toBe(gb));

  test("a 4096×4096 matrix in LLM.int8(): 8 bits and an fp32 scale per row", () => {
    expect(storedBytes(4096 ** 2, dtype("llm-int8"), 4096)).toBe(16_777_216 + 4 * 4096);
  });

  test("Llama-3.1-8B as Q4_K_M: 4.58 GiB (llama.cpp tools/quantize README)", () => {
    expect(toUnit(storedBytes(8_030_261_248, dtype("q4-k-m")), "GiB").toFixed(2)).toBe("4.58");
  });

  test("Llama-3.1-70B as Q4_K_M: 43.1 GB there, whose share of wide blocks is a little different", () => {
    expect(toUnit(storedBytes(70_553_706_496, dtype("q4-k-m")), "GB")).toBeCloseTo(43.1, 0);
  });

  test("is additive in the number of weights", () => {
    fc.assert(
      fc.property(fc.constantFrom(...dtypes.rows), fc.nat(2 ** 40), fc.nat(2 ** 40), (row, a, b) => {
        const whole = storedBytes(a + b, row);
        expect(Math.abs(whole - storedBytes(a, row) - storedBytes(b, row))).toBeLessThanOrEqual(1e-9 * whole);
      }),
    );
  });
});

test("formats that engines keep a KV cache in", () => {
  const offered = dtypes.rows.filter((row) => row.kvCache).map((row) => row.id);
  // llama.cpp common/arg.cpp kv_cache_types; vLLM fp8; TensorRT-LLM int8, fp8, nvfp4; LMDeploy int8, int4.
  expect(offered.sort()).toEqual(
    ["bf16", "fp16", "fp32", "fp8", "int4", "int8", "iq4-nl", "nvfp4", "q4-0", "q4-1", "q5-0", "q5-1", "q8-0"].sort(),
  );
});
