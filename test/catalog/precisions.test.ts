import { expect, test } from "@jest/globals";
import { precisions } from "../../src/catalog/precisions";
import { weightsGradientsMaster } from "../../src/engine/precision";

/** Bytes per parameter with Adam's two moments. */
const withAdam = (id: string): number => {
  const row = precisions.rows.find((each) => each.id === id);
  if (!row) throw new Error(id);
  return weightsGradientsMaster(row) + 2 * row.stateBytes;
};

test.each([
  // arXiv:1910.02054 §3.1: 2 + 2 + 12; fp32 4 + 4 + 8 without a master copy.
  ["bf16", 16],
  ["fp16", 16],
  ["fp32", 16],
  ["tf32", 16],
  ["amp", 16],
  ["fsdp2-mixed", 16],
  // Megatron-LM docs dist_optimizer: 18 and 20.
  ["megatron-bf16", 18],
  ["megatron-fp16", 20],
  // arXiv:2412.19437 §3.3: 2 + 4 + 4 + 2 + 2.
  ["megatron-bf16-states", 14],
  // llm-foundry PURE: 2 + 2 + 2 + 2.
  ["bf16-pure", 8],
  ["fp8", 18],
  ["fp8-params", 18],
])("%s with Adam: %d bytes per parameter", (id, expected) => expect(withAdam(id)).toBe(expected));

test("Megatron's distributed optimizer: bf16 6 + 12/D, fp16 4 + 16/D", () => {
  const sharded = (id: string) => {
    const row = precisions.rows.find((each) => each.id === id);
    return row && { kept: row.weightBytes + row.gradientBytes, divided: row.masterBytes + 2 * row.stateBytes };
  };
  expect(sharded("megatron-bf16")).toEqual({ kept: 6, divided: 12 });
  expect(sharded("megatron-fp16")).toEqual({ kept: 4, divided: 16 });
});

test("DeepSeek-V3 over 2,048 GPUs: 40.46 / 19.92 / 9.66 GiB with ZeRO-1 / 2 / 3 (arXiv:2502.07846)", () => {
  const row = precisions.rows.find((each) => each.id === "megatron-bf16-states");
  if (!row) throw new Error("megatron-bf16-states");
  const [experts, other] = [5_820_645_376, 429_719_552];
  const stateful = row.masterBytes + 2 * row.stateBytes;
  const gib = (kept: number, divided: number): number =>
    (kept * (experts + other) + divided * (experts / 8 + other / 32)) / 1024 ** 3;
  // The paper adds up rounded parts: 11.64 + 23.3 + 5.52.
  expect(Math.abs(gib(row.weightBytes + row.gradientBytes, stateful) - 40.46)).toBeLessThan(0.015);
  expect(gib(row.weightBytes, row.gradientBytes + stateful).toFixed(2)).toBe("19.92");
  expect(gib(0, row.weightBytes + row.gradientBytes + stateful).toFixed(2)).toBe("9.66");
});
