// One serving deployment: the input of `servingEstimate`, and what comes out. Bytes are per GPU unless said.
import type { Architecture } from "../architecture";
import type { Range } from "../memoryLine";
import type { StorageFormat } from "../storage";
import type { ServingEngine } from "./engineTraits";
import type { MixedRecipe } from "./mixedRecipe";

/** How the weights are stored. */
export interface WeightStorage {
  readonly format: StorageFormat;
  /** A GGUF file type: which tensors are kept in which block type; null = `format` throughout. */
  readonly recipe: MixedRecipe | null;
}

/** GPUs of one instance = tp·pp·dp; experts are spread over `ep` of the tp·dp ranks of a stage. */
export interface ServingLayout {
  readonly tp: number;
  readonly pp: number;
  /** 1: experts are split by tp like a dense MLP. */
  readonly ep: number;
  /** Replicas of attention and dense layers that share the experts (ep > 1), or whole replicas (ep = 1). */
  readonly dp: number;
  readonly gpusPerNode: number;
}

/** What of a GPU enters memory and the roofline. */
export interface ServingGpu {
  /** What cudaMalloc can hand out; null = unknown: then there is no capacity. */
  readonly usableBytes: number | null;
  /** CUDA compute capability, 9 = H100; null = unknown. */
  readonly computeCapability: number | null;
  /** Bytes per second; null = no roofline. */
  readonly bandwidth: number | null;
  /** Achievable dense matmul FLOP/s at the weights' compute precision; null = no roofline. */
  readonly matmulFlops: number | null;
  /** One direction between GPUs of a node, bytes per second; null = PCIe or unknown. */
  readonly linkBandwidth: number | null;
}

/** Limits of the scheduler; null = the engine's documented default for this GPU and context. */
export interface SchedulerOptions {
  /** vLLM gpu_memory_utilization, SGLang mem_fraction_static, TensorRT-LLM free_gpu_memory_fraction. */
  readonly utilization: number | null;
  /** Most tokens of one forward pass (llama.cpp: n_ubatch; SGLang: chunked_prefill_size). */
  readonly maxBatchedTokens: number | null;
  readonly maxSequences: number | null;
  /** Tokens of a cache block. */
  readonly blockSize: number | null;
  readonly chunkedPrefill: boolean | null;
  readonly flashAttention: boolean;
  readonly cudaGraphs: boolean;
}

/** Tokens of context (prompt and what was generated so far) of the concurrent sequences. */
export interface ContextLengths {
  readonly p50: number;
  readonly p95: number;
  /** The longest that is admitted: max_model_len, n_ctx per sequence. */
  readonly max: number;
}

export interface ServingLoad {
  /** Concurrent sequences of one instance (of one dp replica). */
  readonly sequences: number;
  readonly context: ContextLengths;
  readonly promptTokens: number;
  /** Share of prompt tokens found in the prefix cache: shared in memory and not computed again. */
  readonly prefixHitRate: number;
}

/** LoRA adapters held ready: every slot has room for the largest rank. */
export interface LoraSlots {
  readonly maxLoras: number;
  readonly maxRank: number;
}

/** A small model that proposes tokens. */
export interface DraftModel {
  readonly architecture: Architecture;
  readonly weights: WeightStorage;
  /** Tokens proposed per step. */
  readonly tokens: number;
  /** Chance that a proposed token is accepted. */
  readonly acceptance: number;
}

/** Figures that a log prints, in place of estimates. */
export interface Logged {
  readonly nonTorchBytes: number | null;
  readonly activationBytes: number | null;
  readonly weightBytes: number | null;
  /** Bytes for the cache that the engine printed. */
  readonly kvBudgetBytes: number | null;
}

export interface ServingRun {
  readonly architecture: Architecture;
  readonly engine: ServingEngine;
  readonly weights: WeightStorage;
  /** null = no cache: an encoder, or batch inference that keeps none. */
  readonly kvCache: StorageFormat | null;
  readonly layout: ServingLayout;
  readonly gpu: ServingGpu;
  readonly scheduler: SchedulerOptions;
  readonly load: ServingLoad;
  readonly lora: LoraSlots | null;
  readonly draft: DraftModel | null;
  readonly logged: Logged;
  /** Layers whose weights and cache are on the GPU, the rest on the CPU; null = all. */
  readonly gpuLayers: number | null;
  /** Efficiency of the roofline; null = the sourced defaults. */
  readonly efficiency: { readonly bandwidth: number; readonly matmul: number } | null;
}

export interface ServingEstimate {
  /** On the fullest GPU. */
  readonly weights: Range;
  /** Difference of free memory before and after loading. */
  readonly loadDelta: Range;
  /** All layers of the fullest stage, one token below every window. */
  readonly kvPerToken: number;
  /** What the sequences of the load need. */
  readonly kvCache: Range;
  /** Rise of the allocator's peak in a forward pass (llama.cpp: the compute buffer). */
  readonly activation: Range;
  /** Context, communicators, graphs, workspaces outside the allocator. */
  readonly runtime: Range;
  /** weights + cache + activation: torch.cuda.max_memory_allocated. */
  readonly allocated: Range;
  /** Everything on the device for the load. */
  readonly total: Range;
  /** Left for the cache; null without the GPU's memory or a printed budget. */
  readonly kvPool: Range | null;
  /** Unique tokens that the pool holds, per dp replica. */
  readonly capacityTokens: Range | null;
  /** Sequences of the load's context lengths that the pool holds at once, per dp replica; the scheduler may admit fewer. */
  readonly capacitySequences: Range | null;
  /** What the scheduler admits at once. */
  readonly maxSequences: number;
  /** The same for a whole node. */
  readonly perNode: { readonly tokens: Range; readonly sequences: Range; readonly replicas: number } | null;
  /** Host memory: layers and embeddings left on the CPU. */
  readonly host: number;
  readonly fits: "fits" | "borderline" | "no" | "unknown";
  /** What the engine's rules were taken from, when that is not this very version. */
  readonly note: string;
}
