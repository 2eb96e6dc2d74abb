import { PLAIN_STACK, type TrainingStack } from "../engine/training/stackTraits";
import { table, type CatalogRow } from "./table";

/** What a training stack does unless it is told otherwise. */
export interface StackRow extends CatalogRow {
  /** Id of the recipe in `precisions`. */
  readonly precision: string;
  /** Id of the recipe of its LoRA fine-tuning, whose widths are the adapters'; the frozen base has a storage of its own. */
  readonly loraPrecision: string;
  /** Its fine-tuning has dropout in front of the adapters by default. */
  readonly loraDropout: boolean;
  /** Ids in `losses`: without and with tensor parallelism. */
  readonly loss: string;
  readonly lossWithTensorParallel: string;
  /** Sequence parallelism whenever there is tensor parallelism. */
  readonly sequenceParallel: boolean;
  /** false: PyTorch's foreach optimizer, with temporaries of 4 bytes per local parameter at the step. */
  readonly fusedOptimizer: boolean;
  /** A second copy of every gradient in communication buckets. */
  readonly gradientBucketBytes: number;
  /** 8-bit optimizers keep 32-bit states for embeddings. */
  readonly wideEmbeddingStates: boolean;
  /** It splits models over tensor, pipeline, context or expert parallel ranks; else it is data parallel only. */
  readonly modelParallel: boolean;
  /** ZeRO stage of its runs on several GPUs. */
  readonly zeroStage: 0 | 3;
  /** What its code allocates by habit. */
  readonly training: TrainingStack;
  readonly source: string;
  readonly note: string;
}

/** A stack that takes PyTorch's defaults. */
const PLAIN = {
  precision: "amp",
  loss: "eager",
  lossWithTensorParallel: "eager",
  sequenceParallel: false,
  fusedOptimizer: true,
  gradientBucketBytes: 0,
  wideEmbeddingStates: false,
  loraDropout: false,
  modelParallel: true,
  zeroStage: 0,
  note: "",
} as const;

type Traits = Omit<TrainingStack, "id" | "fusedOptimizerByDefault" | "gradientBucketBytes" | "wideEmbeddingStates">;
type Facts = Partial<Omit<StackRow, "training">> & Pick<StackRow, "source"> & { readonly training?: Partial<Traits> };
const stack = (id: string, label: string, aliases: readonly string[], facts: Facts): StackRow => {
  const row = { id, label, aliases, ...PLAIN, loraPrecision: facts.precision ?? PLAIN.precision, ...facts };
  const { fusedOptimizer, gradientBucketBytes, wideEmbeddingStates } = row;
  const shared = { id, fusedOptimizerByDefault: fusedOptimizer, gradientBucketBytes, wideEmbeddingStates };
  return { ...row, training: { ...PLAIN_STACK, ...facts.training, ...shared } };
};

const rows: readonly StackRow[] = [
  stack("generic", "Generic mixed precision", ["none", "any", "default"], {
    precision: "bf16",
    source: "arXiv:1910.02054 §3.1",
    training: { rmsNorm: "fused", gatedMlp: "fused" },
  }),
  stack("megatron", "Megatron-LM", ["megatron lm", "megatron core", "mcore", "nemo"], {
    precision: "megatron-bf16",
    loss: "vocab-parallel",
    lossWithTensorParallel: "vocab-parallel",
    sequenceParallel: true,
    source: "Megatron-LM docs dist_optimizer, training/arguments.py",
    training: {
      rmsNorm: "fused",
      gatedMlp: "fused",
      transformerEngine: true,
      vocabularyMultiple: 128,
      attentionMask: true,
      persistentGradients: true,
      unevenPipeline: false,
    },
    note: "cross-entropy fusion is off by default; sequence parallelism is a flag, assumed with tensor parallelism",
  }),
  stack("fsdp2", "PyTorch FSDP2 (torchtitan)", ["fsdp", "torchtitan", "fully shard"], {
    precision: "fsdp2-mixed",
    lossWithTensorParallel: "loss-parallel",
    sequenceParallel: true,
    source: "pytorch/torchtitan job_config.py: mixed_precision_param bfloat16, loss parallel with tp",
    zeroStage: 3,
    training: {
      fullyShardedUnits: true,
      wholeRoot: { until: "2025-05" },
      expandsKeyValues: true,
      keepsGatheredInputs: true,
    },
  }),
  stack("deepspeed", "DeepSpeed", ["deepspeed zero", "zero"], {
    precision: "bf16",
    source: "arXiv:1910.02054; DeepSpeed runtime/engine.py get_data_types",
    training: { boundedGathering: true, expandsKeyValues: true },
  }),
  stack("pytorch", "PyTorch DDP", ["ddp", "torch", "torch ddp"], {
    modelParallel: false,
    fusedOptimizer: false,
    gradientBucketBytes: 4,
    source: "PyTorch docs DistributedDataParallel: gradient_as_bucket_view=False",
    training: { expandsKeyValues: true },
  }),
  stack("hf", "Hugging Face Trainer", ["hugging face", "huggingface", "transformers", "trainer", "hf trainer", "trl"], {
    modelParallel: false,
    wideEmbeddingStates: true,
    source: "transformers training_args.py: adamw_torch_fused from torch 2.8; trainer.py: 32-bit nn.Embedding states",
    training: { expandsKeyValues: true },
    note: "with bf16=True; fp32 without it; LoRA: PEFT autocast_adapter_dtype keeps fp32 adapters on a 16-bit base",
  }),
  stack("torchtune", "torchtune", [], {
    modelParallel: false,
    precision: "bf16-pure",
    loss: "chunked",
    lossWithTensorParallel: "chunked",
    source: "pytorch/torchtune recipes/configs: dtype bf16, chunked cross entropy, fused AdamW",
    zeroStage: 3,
    note: "its recipes on several GPUs (*_distributed) are FSDP2",
    training: { expandsKeyValues: true, alwaysFusedOptimizer: true, keepsQuantizedInputs: false },
  }),
  stack("litgpt", "LitGPT", ["lit gpt", "lightning"], {
    modelParallel: false,
    loss: "eager-bf16",
    lossWithTensorParallel: "eager-bf16",
    fusedOptimizer: false,
    source: "Lightning-AI/litgpt utils.py get_default_supported_precision: bf16-mixed",
    training: {
      normalizedBytes: 4,
      expandsKeyValues: true,
      keepsFusedProjection: true,
      headMajorQueries: true,
      fusedQkvAdapter: true,
      separateHead: true,
      heldLogitBytes: 2,
    },
    loraPrecision: "bf16-pure",
    loraDropout: true,
    zeroStage: 3,
    note: "FSDPStrategy on several devices; finetune/lora.py: lora_dropout 0.05, no quantization with mixed precision; config_hub sets bf16-true",
  }),
];

export const stacks = table("stack", rows);
