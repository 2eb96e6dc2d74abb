// The rows and modes that a training case names in its own words.
import { losses } from "../../catalog/losses";
import type { LossKind } from "../../engine/logits";
import type { Recompute, SavedOperator } from "../../engine/training/run";
import type { CaseTraining } from "./measuredCase";
import { rowOf, Unsupported } from "./unsupported";

const OPTIMIZERS = { adamw: "adamw", adamw8bit: "adamw-8bit", paged_adamw8bit: "paged-adamw-8bit" } as const;
const MEGATRON_FUSION = { native: "native-fused", te: "te-fused" } as const;

function lossId(stack: string, train: CaseTraining): string {
  switch (train.loss) {
    case "vocab_parallel":
      return "vocab-parallel";
    case "fused":
      return stack === "megatron" ? MEGATRON_FUSION[train.loss_fusion_impl ?? "te"] : "compiled";
    case "chunked":
      return stack === "fsdp2" ? "chunked-torchtitan" : "chunked";
    case "eager_bf16":
      return "eager-bf16";
    case "eager_fp32":
      return train.loss_parallel ? "loss-parallel" : "eager";
    case "classification":
      return "none";
    default:
      return train.loss satisfies never;
  }
}

export const lossOf = (stack: string, train: CaseTraining): LossKind => rowOf(losses, lossId(stack, train));

export function optimizerId({ optimizer, state_bytes_per_param }: CaseTraining): string {
  if (optimizer !== "sgd") return OPTIMIZERS[optimizer];
  return state_bytes_per_param > 0 ? "sgd-momentum" : "sgd";
}

const isSavedOperator = (name: string): name is SavedOperator => /^(wq|wk|wv|wo|w1|w2|w3|sdpa)$/.test(name);

function savedOperators({ recompute_details }: CaseTraining): readonly SavedOperator[] {
  const named = recompute_details?.saved_per_layer;
  if (!named) throw new Unsupported("selective_ops without recompute_details.saved_per_layer");
  return named.map((result) => result.replace(/_out$/, "")).filter(isSavedOperator);
}

export function recomputeOf(train: CaseTraining): Recompute {
  const { recompute } = train;
  if (typeof recompute === "object") return { kind: "modules", modules: recompute.modules };
  switch (recompute) {
    case "none":
      return { kind: "none" };
    case "full":
      return { kind: "full", method: train.recompute_method ?? "uniform", layers: train.recompute_layers ?? 1 };
    case "selective_attention":
      return { kind: "selectiveAttention" };
    case "selective_ops":
      return { kind: "selectiveOps", saved: savedOperators(train) };
    case "mlp":
      return { kind: "modules", modules: ["mlp"] };
    default:
      return recompute satisfies never;
  }
}
