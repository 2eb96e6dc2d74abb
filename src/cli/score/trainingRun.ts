// A training case as the engine's TrainingRun. A key that is absent does not apply; what has no words is Unsupported.
import { dtypes } from "../../catalog/dtypes";
import { optimizers } from "../../catalog/optimizers";
import { stacks } from "../../catalog/stacks";
import type { StorageFormat } from "../../engine/storage";
import type { Adapters, ExpertExecution, GpuFacts, Parallelism, TrainingRun } from "../../engine/training/run";
import { architectureOf } from "./architecture";
import { computeCapabilityOf, usableBytesOf } from "./gpuFacts";
import type { CaseTraining, Question } from "./measuredCase";
import { lossOf, optimizerId, recomputeOf } from "./trainingChoices";
import { trainingPrecision } from "./trainingPrecision";
import { rowOf, Unsupported } from "./unsupported";

const OPTIMIZER_IMPL = { foreach: "foreach", fused: "fused", for_loop: "forLoop" } as const;
const CONTEXT_EXCHANGE = { p2p: "p2p", all_gather: "allGather", a2a: "a2a", "a2a+p2p": "a2a+p2p" } as const;
const TARGETS = {
  q: "q_proj",
  k: "k_proj",
  v: "v_proj",
  o: "o_proj",
  gate: "gate_proj",
  up: "up_proj",
  down: "down_proj",
  head: "lm_head",
} as const;
const BASE_BYTES = { bf16: 2, fp16: 2, fp32: 4 } as const;
/** bitsandbytes' int8 linears, which keep a scale per row. */
const BASE_FORMATS = {
  bf16: "bf16",
  fp16: "fp16",
  fp32: "fp32",
  nf4: "nf4",
  "nf4-dq": "nf4-dq",
  int8: "llm-int8",
} as const;

/** Months of software: "torchtitan 9dec370 (2024-12-26)" -> "2024-12"; the first one that is named. */
export const stackDate = (version: string | null): string | null =>
  version?.match(/\b20\d\d-(0[1-9]|1[0-2])/)?.[0] ?? null;

/** The format of a frozen base; null where it is stored like the adapters. */
function baseFormat({ base_dtype, adapter_bytes }: NonNullable<CaseTraining["lora"]>): StorageFormat | null {
  const plain = base_dtype in BASE_BYTES ? BASE_BYTES[base_dtype as keyof typeof BASE_BYTES] : null;
  return plain === adapter_bytes ? null : rowOf(dtypes, BASE_FORMATS[base_dtype]);
}

const adapters = (lora: NonNullable<CaseTraining["lora"]>): Adapters => ({
  rank: lora.rank,
  targets: lora.targets.map((target) => TARGETS[target]),
  base: baseFormat(lora),
  dropout: lora.dropout > 0,
  dora: false,
});

const parallelism = (train: CaseTraining): Parallelism => ({
  tp: train.tp,
  sp: train.sp,
  asyncTp: train.async_tp === true,
  pp: train.pp,
  virtualStages: train.vpp,
  schedule: train.pp_schedule ?? (train.vpp > 1 ? "Interleaved1F1B" : "1F1B"),
  layout: train.pipeline_layout ?? null,
  cp: train.cp,
  contextExchange: CONTEXT_EXCHANGE[train.cp_comm ?? "p2p"],
  ep: train.ep,
  etp: train.etp,
  dp: train.dp,
  dpReplicate: train.dp_replicate,
  gpus: null,
});

const experts = (train: CaseTraining): ExpertExecution => ({
  groupedGemm: train.moe_grouped_gemm === true,
  dispatcher: train.moe_dispatcher ?? "alltoall",
  capacityFactor: train.moe_capacity_factor ?? null,
  overlap: train.overlap_moe_ep === true,
  imbalance: 1,
});

const gpuFacts = ({ gpu }: Question, train: CaseTraining): GpuFacts => ({
  computeCapability: computeCapabilityOf(gpu.name),
  usableBytes: usableBytesOf(gpu),
  cublasWorkspaceConfig: train.cublas_workspace_config ?? null,
});

/** PyTorch 1 loads its kernels eagerly and zeroes gradients. */
const isTorch1 = (version: string | null): boolean => /torch 1\./i.test(version ?? "");

type States = Pick<
  TrainingRun,
  | "zero"
  | "reshardAfterForward"
  | "precision"
  | "float8"
  | "float8AllGather"
  | "optimizer"
  | "pagedOptimizer"
  | "optimizerImpl"
  | "optimizerInBackward"
  | "lora"
  | "firstStep"
>;

const states = (train: CaseTraining): States => ({
  zero: train.zero,
  reshardAfterForward: train.reshard_after_forward ?? true,
  precision: trainingPrecision(train),
  float8: train.float8 ?? null,
  float8AllGather: train.fsdp_float8_all_gather === true,
  optimizer: rowOf(optimizers, optimizerId(train)),
  pagedOptimizer: train.optimizer === "paged_adamw8bit",
  optimizerImpl: train.optimizer_impl === null ? null : OPTIMIZER_IMPL[train.optimizer_impl],
  optimizerInBackward: train.optimizer_in_backward === true,
  lora: train.lora ? adapters(train.lora) : null,
  firstStep: train.before_optimizer_state,
});

export function trainingRun(question: Question): TrainingRun {
  const { train, model, stack } = question;
  if (!train) throw new Unsupported("a training case without `train`");
  return {
    architecture: architectureOf(model),
    paddedVocabSize: model.padded_vocab,
    mtpLayers: model.mtp_layers,
    stack: rowOf(stacks, stack).training,
    stackDate: stackDate(question.stack_version),
    ...(isTorch1(question.stack_version) ? { torchMajor: 1 } : {}),
    parallel: parallelism(train),
    ...states(train),
    microBatch: train.micro_batch,
    sequence: train.seq_len,
    microbatches: train.microbatches,
    attention: train.attention,
    scoreBytes: train.attention_scores_bytes,
    dropout: train.dropout,
    recompute: recomputeOf(train),
    loss: lossOf(stack, train),
    compile: train.compile,
    offload: { optimizer: false, parameters: false, activations: train.activation_offload === true },
    transformerEngine: train.transformer_impl !== "local",
    gradientAccumulationFusion: train.gradient_accumulation_fusion ?? null,
    experts: experts(train),
    gpu: gpuFacts(question, train),
    rank: train.rank,
  };
}
