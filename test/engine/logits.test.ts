import { expect, test } from "@jest/globals";
import { losses, type LossRow } from "../../src/catalog/losses";
import { bytesPerLogit, logitsBytes } from "../../src/engine/logits";
import { toUnit } from "../../src/engine/units";

const loss = (id: string): LossRow => {
  const row = losses.rows.find((each) => each.id === id);
  if (!row) throw new Error(id);
  return row;
};

test.each([
  ["eager", 12],
  ["vocab-parallel", 6],
  ["native-fused", 10],
  ["te-fused", 2],
  ["loss-parallel", 16],
  ["chunked", 2],
  ["eager-bf16", 6],
  ["fused-linear", 0],
  ["rule", 2],
])("%s: %d bytes per logit", (id, expected) => expect(bytesPerLogit(loss(id))).toBe(expected));

test("8,192 tokens of Llama 3 (128,256 entries) with eager fp32 cross entropy: 12 bytes each", () => {
  expect(toUnit(logitsBytes(8192, 128_256, loss("eager")), "GB").toFixed(2)).toBe("12.61");
});

test("a fused linear loss holds one chunk, whatever the number of tokens", () => {
  const fused = loss("fused-linear");
  expect(logitsBytes(65_536, 32_000, fused)).toBe(logitsBytes(1024, 32_000, fused));
  expect(logitsBytes(512, 32_000, fused)).toBe(512 * 32_000 * 6);
});
