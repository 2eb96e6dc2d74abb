// Bytes per parameter and per saved element, as a case gives them.
import type { TrainingPrecision } from "../../engine/precision";
import type { CaseTraining } from "./measuredCase";

const ELEMENT_BYTES = { bf16: 2, fp16: 2, fp32: 4 } as const;
/** adamw: two moments; the 8-bit ones have their own layout. */
const ADAM_STATES = 2;

/**
 * What a matrix product computes in. FSDP's policy says it. Elsewhere 16-bit weights compute in 16 bit; fp32 weights do
 * so under autocast, which a flash kernel or 16-bit logits give away, and in fp32 without it.
 */
function compute(train: CaseTraining): { readonly bytes: number; readonly autocast: boolean } {
  if (train.mixed_precision) return { bytes: ELEMENT_BYTES[train.mixed_precision.compute], autocast: false };
  const base = train.lora?.base_dtype;
  const fp32 = base === undefined ? train.param_bytes === 4 : base === "fp32";
  if (!fp32) return { bytes: 2, autocast: false };
  const autocast = train.attention_scores_bytes !== 4 && (train.attention === "flash" || train.loss === "eager_bf16");
  return { bytes: autocast ? 2 : 4, autocast };
}

export function trainingPrecision(train: CaseTraining): TrainingPrecision {
  const { bytes, autocast } = compute(train);
  return {
    weightBytes: train.lora ? train.lora.adapter_bytes : train.param_bytes,
    gradientBytes: train.grad_bytes,
    masterBytes: train.master_bytes,
    stateBytes: train.optimizer === "adamw" ? train.state_bytes_per_param / ADAM_STATES : 4,
    activationBytes: bytes,
    matmulInputBytes: bytes,
    matmulCopyBytes: 0,
    transientCastBytes: autocast ? bytes : 0,
    computeBytes: bytes,
  };
}
