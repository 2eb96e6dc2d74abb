import { expect, test } from "@jest/globals";
import type { CaseTraining, Question } from "../../../src/cli/score/measuredCase";
import { strip } from "../../../src/cli/score/strip";
import { trainingPrecision } from "../../../src/cli/score/trainingPrecision";
import { stackDate, trainingRun } from "../../../src/cli/score/trainingRun";
import { Unsupported } from "../../../src/cli/score/unsupported";
import { cases } from "../../measured/cases";

type Training = Question & { readonly train: CaseTraining };
const questionOf = (stack: string): Training => {
  const found = cases.find(({ measured }) => measured.stack === stack && measured.train);
  if (!found) throw new Error(`no training case of ${stack}`);
  return strip(found.measured) as Training;
};
const changed = (question: Training, train: Partial<CaseTraining>): Training => ({
  ...question,
  train: { ...question.train, ...train },
});

test("every measured training case becomes a run", () => {
  for (const { measured } of cases.filter((each) => each.measured.train)) {
    const run = trainingRun(strip(measured));
    expect(run.parallel).toMatchObject({ tp: measured.train?.tp, pp: measured.train?.pp, dp: measured.train?.dp });
    expect(run.sequence).toBe(measured.train?.seq_len);
  }
});

test("an absent key does not apply: the reason says what is missing", () => {
  const question = questionOf("fsdp2");
  expect(() => trainingRun(changed(question, { recompute_details: undefined }))).toThrow(Unsupported);
});

test("the software's month is the first one named", () => {
  expect(stackDate("Megatron-LM of 2025-10-21 (golden file last changed); YAML as of 2026-07-30")).toBe("2025-10");
  expect(stackDate("transformers 4.18 era")).toBeNull();
  expect(stackDate(null)).toBeNull();
});

test("losses by stack and implementation", () => {
  const megatron = questionOf("megatron");
  const loss = (question: Training, train: Partial<CaseTraining>) => trainingRun(changed(question, train)).loss;
  expect(loss(megatron, { loss: "vocab_parallel" })).toMatchObject({ id: "vocab-parallel" });
  expect(loss(megatron, { loss: "fused", loss_fusion_impl: "te" })).toMatchObject({ id: "te-fused" });
  expect(loss(megatron, { loss: "fused", loss_fusion_impl: null })).toMatchObject({ id: "te-fused" });
  expect(loss(megatron, { loss: "fused", loss_fusion_impl: "native" })).toMatchObject({ id: "native-fused" });
  const titan = questionOf("fsdp2");
  expect(loss(titan, { loss: "eager_fp32" })).toMatchObject({ id: "eager" });
  expect(loss(titan, { loss: "eager_fp32", loss_parallel: true })).toMatchObject({ id: "loss-parallel" });
  expect(loss(titan, { loss: "fused" })).toMatchObject({ id: "compiled" });
  expect(loss(titan, { loss: "chunked" })).toMatchObject({ id: "chunked-torchtitan" });
  expect(loss(questionOf("torchtune"), { loss: "chunked" })).toMatchObject({ id: "chunked" });
});

test("recompute: modes, modules and operators", () => {
  const recompute = (train: Partial<CaseTraining>) => trainingRun(changed(questionOf("megatron"), train)).recompute;
  expect(recompute({ recompute: "full", recompute_method: "block", recompute_layers: 3 })).toEqual({
    kind: "full",
    method: "block",
    layers: 3,
  });
  expect(recompute({ recompute: "mlp" })).toEqual({ kind: "modules", modules: ["mlp"] });
  expect(recompute({ recompute: { modules: ["core_attn"] } })).toEqual({ kind: "modules", modules: ["core_attn"] });
  expect(trainingRun(questionOf("fsdp2")).recompute).toEqual({
    kind: "selectiveOps",
    saved: ["wq", "wv", "w1", "w2", "sdpa"],
  });
});

test("adapters: a base of its own format is named, one like the adapters is not", () => {
  const litgpt = questionOf("litgpt");
  const { lora } = litgpt.train;
  if (!lora) throw new Error("not a LoRA case");
  const base = (change: object) => trainingRun(changed(litgpt, { lora: { ...lora, ...change } })).lora?.base;
  expect(base({})).toBeNull();
  expect(base({ base_dtype: "nf4" })).toMatchObject({ id: "nf4" });
  expect(base({ base_dtype: "bf16", adapter_bytes: 4 })).toMatchObject({ id: "bf16" });
});

test("precision: FSDP's policy, 16-bit weights, autocast and plain fp32", () => {
  const widths = (question: Training) => {
    const { weightBytes, activationBytes, transientCastBytes, stateBytes } = trainingPrecision(question.train);
    return [weightBytes, activationBytes, transientCastBytes, stateBytes];
  };
  expect(widths(questionOf("fsdp2"))).toEqual([4, 2, 0, 4]);
  expect(widths(questionOf("megatron"))).toEqual([2, 2, 0, 4]);
  expect(widths(questionOf("torchtune"))).toEqual([2, 2, 0, 2]);
  expect(widths(questionOf("hf"))).toEqual([4, 4, 0, 4]);
  expect(widths(changed(questionOf("hf"), { attention: "flash", attention_scores_bytes: null }))).toEqual([4, 2, 2, 4]);
});
