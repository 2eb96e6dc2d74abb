import type { TrainingPrecision } from "../engine/precision";
import { table, type CatalogRow } from "./table";

/** A training recipe: what each parameter and each saved activation is kept in. */
export interface PrecisionRow extends CatalogRow, TrainingPrecision {
  /** The dtype whose peak TFLOPS the matmuls are measured against. */
  readonly matmulDtype: "fp32" | "tf32" | "bf16" | "fp16" | "fp8";
  readonly source: string;
}

const ZERO = "arXiv:1910.02054 §3.1";
const MEGATRON = "Megatron-LM docs dist_optimizer, theoretical_memory_usage.py";
const TE = "NVIDIA TransformerEngine fp8 primer";

const FP32 = {
  weightBytes: 4,
  gradientBytes: 4,
  masterBytes: 0,
  stateBytes: 4,
  activationBytes: 4,
  matmulInputBytes: 4,
  matmulCopyBytes: 0,
  transientCastBytes: 0,
  computeBytes: 4,
} as const;

/** fp32 parameters, 16-bit compute. */
const AUTOCAST = { ...FP32, activationBytes: 2, matmulInputBytes: 2, computeBytes: 2 } as const;

/** 16-bit parameters and gradients with an fp32 master copy. */
const MIXED = { ...AUTOCAST, weightBytes: 2, gradientBytes: 2, masterBytes: 4 } as const;

const rows: readonly PrecisionRow[] = [
  {
    id: "bf16",
    label: "BF16 mixed precision",
    aliases: ["bfloat16", "mixed", "mixed precision", "bf16 mixed", "mixed bf16"],
    ...MIXED,
    matmulDtype: "bf16",
    source: ZERO,
  },
  {
    id: "fp16",
    label: "FP16 mixed precision",
    aliases: ["half", "float16", "fp16 mixed", "mixed fp16", "16 bit"],
    ...MIXED,
    matmulDtype: "fp16",
    source: ZERO,
  },
  {
    id: "fp32",
    label: "FP32",
    aliases: ["float32", "single", "full", "float", "32 bit"],
    ...FP32,
    matmulDtype: "fp32",
    source: ZERO,
  },
  {
    id: "tf32",
    label: "TF32",
    aliases: ["tensorfloat32", "tensor float 32"],
    ...FP32,
    matmulDtype: "tf32",
    source: "NVIDIA A100 whitepaper: fp32 storage, tf32 matmul",
  },
  {
    id: "amp",
    label: "PyTorch autocast",
    aliases: ["autocast", "amp bf16", "amp fp16", "torch.autocast", "torch amp"],
    ...AUTOCAST,
    transientCastBytes: 2,
    matmulDtype: "bf16",
    source: "PyTorch docs torch.amp: weights stay fp32, autograd keeps their casts",
  },
  {
    id: "fsdp2-mixed",
    label: "FSDP2 mixed precision",
    aliases: ["fsdp", "fsdp2", "fsdp mixed", "fsdp mixed precision"],
    ...AUTOCAST,
    matmulDtype: "bf16",
    source: "PyTorch docs torch.distributed.fsdp MixedPrecisionPolicy: fp32 shards, bf16 gathered units",
  },
  {
    id: "megatron-bf16",
    label: "Megatron BF16",
    aliases: ["megatron", "mcore bf16"],
    ...MIXED,
    gradientBytes: 4,
    matmulDtype: "bf16",
    source: MEGATRON,
  },
  {
    id: "megatron-fp16",
    label: "Megatron FP16",
    aliases: ["mcore fp16"],
    ...MIXED,
    // fp32 copies of the weights and of the gradients, both sharded by the distributed optimizer: 4 + 16/D.
    masterBytes: 8,
    matmulDtype: "fp16",
    source: MEGATRON,
  },
  {
    id: "megatron-bf16-states",
    label: "Megatron BF16, BF16 moments",
    aliases: ["precision aware", "megatron precision aware", "precision-aware optimizer", "deepseek-v3"],
    ...MIXED,
    gradientBytes: 4,
    stateBytes: 2,
    matmulDtype: "bf16",
    source: "arXiv:2412.19437 §3.3: bf16 moments, fp32 master weights and gradients",
  },
  {
    id: "bf16-pure",
    label: "Pure BF16",
    aliases: ["pure bf16", "full bf16", "bf16 true", "bf16 only"],
    ...MIXED,
    masterBytes: 0,
    stateBytes: 2,
    matmulDtype: "bf16",
    source: "llm-foundry PURE, torchtune dtype: bf16",
  },
  {
    id: "fp8",
    label: "FP8 (TransformerEngine)",
    aliases: ["float8", "te fp8", "fp8 mixed", "transformer engine"],
    ...MIXED,
    gradientBytes: 4,
    matmulInputBytes: 1,
    matmulCopyBytes: 2,
    matmulDtype: "fp8",
    source: TE,
  },
  {
    id: "fp8-params",
    label: "FP8 parameters (fp8-param-gather)",
    aliases: ["fp8 param gather", "fp8 primary weights"],
    ...MIXED,
    // fp8 weight 1 + its transpose 1 for matmuls; bf16 for what is no matmul.
    weightBytes: 2,
    gradientBytes: 4,
    matmulInputBytes: 1,
    computeBytes: 1,
    matmulDtype: "fp8",
    source: TE,
  },
];

export const precisions = table("precision", rows);
export const DEFAULT_PRECISION = "bf16";
