// What an inference engine does with memory, as data: `servingEstimate` branches on these, never on a name.

/** How much of the GPU the KV cache may take. */
export type PoolRule =
  /** utilization × total − weights − activation peak − memory outside the allocator (vLLM). */
  | "fractionOfGpu"
  /** utilization × free at start − weights: the rest is for activations and graphs (SGLang). */
  | "fractionOfFree"
  /** utilization × what is free once weights and activations are loaded (TensorRT-LLM). */
  | "fractionLeft"
  /** Allocated for the context asked for, nothing reserved (llama.cpp, litgpt, generic). */
  | "asNeeded";

/** Rise of the allocator's peak in a forward pass. */
export type ActivationRule =
  /** A dummy batch of max batched tokens, then a dummy sampler over max sequences: the larger counts. */
  | {
      readonly kind: "profiled";
      /** Bytes per token and hidden unit beside the MLP's own tensors. */
      readonly hiddenBytes: number;
      /** Bytes per logit of the sampler: logits, fp32 copy, sort. */
      readonly bytesPerLogit: number;
      /** The same with the widest sampler that versions nearby may run. */
      readonly highBytesPerLogit: number;
      /** Bytes per sequence and hidden unit: the rows that the head reads. */
      readonly rowBytes: number;
    }
  /** A prefill chunk or the logits of the sequences' last tokens, in one graph's memory. */
  | { readonly kind: "chunk"; readonly hiddenBytes: number; readonly bytesPerLogit: number }
  /** ggml's compute buffer for one micro batch. */
  | { readonly kind: "computeBuffer" }
  /** The whole prompt in one eager pass, the logits of every prompt token, dequantized matrices. */
  | { readonly kind: "eager"; readonly dequantizedBytes: number };

/** Limits of a scheduler unless it is told otherwise. */
export interface SchedulerLimits {
  readonly maxBatchedTokens: number;
  readonly maxSequences: number;
}

export interface SchedulerDefaults {
  readonly utilization: number;
  /** Longest context whose prompt runs in one pass; 0 = prompts are always cut into chunks. */
  readonly wholePromptUpTo: number;
  /** GPUs from `largeFromGiB` on, except compute capability 8 where `largeExcludesAmpere`. */
  readonly large: SchedulerLimits;
  readonly small: SchedulerLimits;
  readonly largeFromGiB: number;
  readonly largeExcludesAmpere: boolean;
  readonly blockSize: number;
}

/** An engine at one version. */
export interface ServingEngine {
  readonly name: string;
  /** nearest, assumed: no rules for the version asked for, or none was asked for: ranges are wider. */
  readonly versionMatch: "exact" | "nearest" | "assumed";
  readonly pool: PoolRule;
  readonly activation: ActivationRule;
  readonly defaults: SchedulerDefaults;
  /** Bytes per element of the rotary table (positions × rotary width) on every rank; 0 = none. */
  readonly ropeTableBytes: 0 | 2 | 4;
  /** Tensors lie in blocks of PyTorch's caching allocator. */
  readonly torchAllocator: boolean;
  /** Gate and up projection are one tensor (q, k and v always are). */
  readonly fusesGateUp: boolean;
  /** MXFP4 experts: widths per rank and hidden size are padded to multiples of these for the kernel; 1 = not. */
  readonly expertPadding: { readonly width: number; readonly hidden: number };
  /** Vocabulary rows are padded to a multiple of this before tp divides them. */
  readonly vocabMultiple: number;
  /** CUDA graphs count against the pool. */
  readonly graphsInPool: boolean;
  readonly cudaGraphs: boolean;
  /** Embedding and head both stay on the first GPU of a pipeline. */
  readonly endsOnFirstStage: boolean;
  /** A head of its own is allocated even where the checkpoint ties it to the embedding. */
  readonly untiesHead: boolean;
  /** 4-bit and 8-bit linear formats take the output head too. */
  readonly quantizesHead: boolean;
  /** The token embedding stays in host memory. */
  readonly embeddingOnHost: boolean;
  /** Grouped keys and values are repeated for every query head in the cache (multi-query ones are not). */
  readonly expandsKeyValueHeads: boolean;
  /** Sliding layers keep their window only. */
  readonly slidingCache: boolean;
  /** tp splits matrices by heads; false: layers are laid out one after another. */
  readonly tensorParallel: boolean;
  readonly source: string;
}
