// One training run, as complete as a measured peak needs it: the input of `trainingEstimate`.
import type { AttentionKind } from "../activations/recompute";
import type { Architecture } from "../architecture";
import type { LossKind } from "../logits";
import type { Optimizer } from "../optimizers";
import type { TrainingPrecision } from "../precision";
import type { ZeroStage } from "../states";
import type { StorageFormat } from "../storage";
import type { TrainingStack } from "./stackTraits";

export type PipelineSchedule = "GPipe" | "1F1B" | "Interleaved1F1B";

/** How keys and values travel with context parallelism: ring, all-gather, heads exchanged, or both levels. */
export type ContextExchange = "p2p" | "allGather" | "a2a" | "a2a+p2p";

/** GPUs = tp·pp·cp·dp·dpReplicate. */
export interface Parallelism {
  readonly tp: number;
  /** Norms, dropout and the residual stream split over tp. */
  readonly sp: boolean;
  readonly asyncTp: boolean;
  readonly pp: number;
  /** Model chunks per pipeline rank; 1 = not interleaved. */
  readonly virtualStages: number;
  readonly schedule: PipelineSchedule;
  /** Megatron's --pipeline-model-parallel-layout: E embedding, t layer, m MTP layer, L loss, | between chunks. */
  readonly layout: string | null;
  readonly cp: number;
  readonly contextExchange: ContextExchange;
  readonly ep: number;
  readonly etp: number;
  /** Data-parallel degree without context parallelism; with FSDP or ZeRO-3 the shard degree. */
  readonly dp: number;
  /** Replicas of the shard group (hybrid sharding). */
  readonly dpReplicate: number;
  /** How many GPUs there are, to be checked against the degrees; null = as many as they need. */
  readonly gpus: number | null;
}

/** Modules of Megatron's --recompute-modules. */
export type RecomputeModule = "core_attn" | "layernorm" | "mla_up_proj" | "mlp" | "moe" | "moe_act" | "shared_experts";

/** Results that torchtitan's per-operator policy keeps: of matrix products by name, and of the attention kernel. */
export type SavedOperator = "wq" | "wk" | "wv" | "wo" | "w1" | "w2" | "w3" | "sdpa";

export type Recompute =
  | { readonly kind: "none" }
  /** Every unit of `layers` layers from its input; "block": only the first `layers` layers of a stage. */
  | { readonly kind: "full"; readonly method: "uniform" | "block"; readonly layers: number }
  | { readonly kind: "everyNth"; readonly n: number }
  | { readonly kind: "sqrt" }
  | { readonly kind: "selectiveAttention" }
  | { readonly kind: "selectiveOps"; readonly saved: readonly SavedOperator[] }
  | { readonly kind: "modules"; readonly modules: readonly RecomputeModule[] };

export interface Adapters {
  readonly rank: number;
  /** Names of the adapted matrices as in `parameterTensors`: q_proj, gate_proj, lm_head, ... */
  readonly targets: readonly string[];
  /** How the frozen base is stored; null = in the recipe's weight dtype. */
  readonly base: StorageFormat | null;
  readonly dropout: boolean;
  /** Weight-decomposed (DoRA): a magnitude per output. */
  readonly dora: boolean;
}

/** How experts run; read only where the architecture has them. */
export interface ExpertExecution {
  readonly groupedGemm: boolean;
  readonly dispatcher: "allgather" | "alltoall" | "flex";
  /** Tokens per expert padded or dropped to this multiple of the mean; null = dropless. */
  readonly capacityFactor: number | null;
  /** One more chunk in flight while experts communicate. */
  readonly overlap: boolean;
  /** Rows on the fullest rank relative to balanced routing. */
  readonly imbalance: number;
}

/** What of a GPU may enter an estimate. */
export interface GpuFacts {
  /** CUDA compute capability: 8 = A100, 9 = H100, 10 = B200; null = unknown. */
  readonly computeCapability: number | null;
  readonly usableBytes: number | null;
  /** CUBLAS_WORKSPACE_CONFIG, as ":4096:8"; null = not set. */
  readonly cublasWorkspaceConfig: string | null;
}

export interface TrainingRun {
  readonly architecture: Architecture;
  /** Rows of embedding and logits that are allocated; null = vocabSize, or what the stack pads it to. */
  readonly paddedVocabSize: number | null;
  /** Multi-token-prediction layers that run, on the last pipeline stage unless the layout says where. */
  readonly mtpLayers: number;
  readonly stack: TrainingStack;
  /** Month of the software, "2025-10"; null = current. */
  readonly stackDate: string | null;
  /** PyTorch 1.x: kernels are loaded eagerly and gradients are zeroed, not freed. Absent = 2. */
  readonly torchMajor?: 1 | 2;
  readonly parallel: Parallelism;
  readonly zero: ZeroStage;
  /** FSDP: gathered layers are freed after forward. */
  readonly reshardAfterForward: boolean;
  readonly precision: TrainingPrecision;
  /** torchao float8 linears: activations stay 16 bit, the casts are temporary; null = off. */
  readonly float8: "tensorwise" | "rowwise" | null;
  readonly float8AllGather: boolean;
  readonly optimizer: Optimizer;
  /** Moments live in unified memory, which the allocator does not count. */
  readonly pagedOptimizer: boolean;
  /** null = the stack's default. */
  readonly optimizerImpl: "foreach" | "fused" | "forLoop" | null;
  /** The optimizer steps per parameter during backward: gradients never exist together. */
  readonly optimizerInBackward: boolean;
  readonly microBatch: number;
  readonly sequence: number;
  /** Forward passes per optimizer step on a rank; null = one, or with a pipeline one per stage. */
  readonly microbatches: number | null;
  readonly attention: AttentionKind;
  /** Stored scores of standard attention, per element; null = the recipe's activation width. */
  readonly scoreBytes: number | null;
  /** Hidden and attention dropout of the model. */
  readonly dropout: boolean;
  readonly recompute: Recompute;
  readonly loss: LossKind;
  readonly compile: boolean;
  readonly lora: Adapters | null;
  /** CPU offload. */
  readonly offload: { readonly optimizer: boolean; readonly parameters: boolean; readonly activations: boolean };
  /** The peak before the optimizer's moments exist. */
  readonly firstStep: boolean;
  /** Megatron with TransformerEngine modules, or its own ("local"). */
  readonly transformerEngine: boolean;
  /** Weight gradients accumulated inside the matrix product; null = the stack's default. */
  readonly gradientAccumulationFusion: boolean | null;
  readonly experts: ExpertExecution;
  readonly gpu: GpuFacts;
  /** Whose peak: the largest over all pipeline stages, the first's or the last's. */
  readonly rank: "max" | "first" | "last";
}
