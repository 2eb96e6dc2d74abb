// Short closed lists: how attention is computed, what is recomputed, which count is meant, how states are sharded.
import type { AttentionKind, RecomputeMode } from "../engine/activations/recompute";
import type { ZeroStage } from "../engine/states";
import { type CatalogRow, table } from "./table";

interface ModeRow<Id extends string> extends CatalogRow {
  readonly id: Id;
  readonly doc: string;
}

export type AttentionRow = ModeRow<AttentionKind>;
export const attentions = table<AttentionRow>("attention", [
  {
    id: "flash",
    label: "Flash attention",
    aliases: ["flash attn", "fa2", "fa3", "flash-attention-2", "flash-attention-3", "sdpa", "memory efficient"],
    doc: "the S×S scores are never stored (arXiv:2205.14135)",
  },
  {
    id: "standard",
    label: "Standard attention",
    aliases: ["eager", "unfused", "naive", "math", "no flash", "none"],
    doc: "the softmax output is stored: B·H·S·S elements per layer",
  },
]);

export type RecomputeRow = ModeRow<RecomputeMode>;
export const recomputes = table<RecomputeRow>("recompute", [
  {
    id: "none",
    label: "None",
    aliases: ["no", "off", "false"],
    doc: "everything that the backward pass reads is stored",
  },
  {
    id: "selective",
    label: "Selective (attention core)",
    aliases: ["selective attention", "attention", "core attention", "core_attn"],
    doc: "the attention core is recomputed (arXiv:2205.05198 §4.2); saves nothing with flash attention",
  },
  {
    id: "full",
    label: "Full",
    aliases: [
      "yes",
      "on",
      "true",
      "all",
      "checkpointing",
      "gradient checkpointing",
      "activation checkpointing",
      "every layer",
    ],
    doc: "each layer keeps its input only and is recomputed",
  },
  {
    id: "sqrt",
    label: "Every √L layers",
    aliases: ["sqrt(L)", "√L", "sqrtL", "every sqrt(L) layers", "every √L layers", "root"],
    doc: "about √L checkpoints, segments of about √L layers recomputed (arXiv:1604.06174)",
  },
]);

export type ActivationMethodRow = ModeRow<"detailed" | "published" | "rule">;
export const activationMethods = table<ActivationMethodRow>("method", [
  {
    id: "detailed",
    label: "Detailed",
    aliases: ["counted", "exact"],
    doc: "what autograd keeps, operator by operator, without dropout",
  },
  {
    id: "published",
    label: "Published formula",
    aliases: ["paper", "korthikanti", "megatron"],
    doc: "arXiv:2205.05198 with dropout: L·S·B·D·(34 + 5·H·S/D) bytes",
  },
  {
    id: "rule",
    label: "One-pager's rule",
    aliases: ["rule of thumb", "onepager"],
    doc: "8·B·S·D + B·H·S·S elements per layer: about half of what is stored",
  },
]);

export type StateMethodRow = ModeRow<"detailed" | "rule">;
export const stateMethods = table<StateMethodRow>("method", [
  { id: "detailed", label: "Detailed", aliases: ["counted", "exact"], doc: "with the block scales of 8-bit states" },
  {
    id: "rule",
    label: "One-pager's rule",
    aliases: ["rule of thumb", "onepager"],
    doc: "8-bit states at one byte, without their scales",
  },
]);

export interface ZeroStageRow extends CatalogRow {
  readonly stage: ZeroStage;
}
const zeroStage = (stage: ZeroStage, label: string, ...aliases: string[]): ZeroStageRow => ({
  id: String(stage),
  label,
  aliases: [`stage ${stage}`, `zero ${stage}`, ...aliases],
  stage,
});
export const zeroStages = table<ZeroStageRow>("ZeRO stage", [
  zeroStage(0, "None", "ddp", "no"),
  zeroStage(1, "ZeRO-1", "distributed optimizer"),
  zeroStage(2, "ZeRO-2", "shard grad op"),
  zeroStage(3, "ZeRO-3", "fsdp", "fsdp2", "full shard"),
]);

export interface TrainableRow extends CatalogRow {
  /** Cost of the backward pass in forward passes. */
  readonly backwardPasses: 1 | 2;
}
export const trainables = table<TrainableRow>("task", [
  { id: "train", label: "All weights train", aliases: ["full", "full fine-tuning", "pretrain"], backwardPasses: 2 },
  { id: "lora", label: "Frozen base", aliases: ["qlora", "adapters", "peft"], backwardPasses: 1 },
]);
