// What a training stack allocates by habit: facts of its code, as data. The rows stand in the catalog.

export interface TrainingStack {
  /** Id of the row in the catalog. */
  readonly id: string;
  /** RMSNorm as one kernel that keeps its 16-bit input, or in primitive operations on an fp32 copy. */
  readonly rmsNorm: "fused" | "upcast";
  /** What that copy's normalized form is multiplied with the weight in: kept for the weight's gradient. */
  readonly normalizedBytes: 2 | 4;
  /** SwiGLU as one kernel on both halves, or as activation and product that keep their own inputs. */
  readonly gatedMlp: "fused" | "eager";
  /** Keys and values are repeated to the width of the queries before the attention kernel. */
  readonly expandsKeyValues: boolean;
  /** Values are a view of the fused projection, whose storage lives on with them. */
  readonly keepsFusedProjection: boolean;
  /** Column-parallel products keep their gathered input, not the shard that sequence parallelism left. */
  readonly keepsGatheredInputs: boolean;
  /** Queries are laid out head by head, so that the attention output is copied for its projection. */
  readonly headMajorQueries: boolean;
  /** Layers are built from TransformerEngine modules unless the run says otherwise. */
  readonly transformerEngine: boolean;
  /** Query, key and value adapters share one input and pad their result to the fused width. */
  readonly fusedQkvAdapter: boolean;
  /** Products with quantized weights keep their input though the weight is frozen (bitsandbytes). */
  readonly keepsQuantizedInputs: boolean;
  /** A head of its own is allocated even for tied embeddings. */
  readonly separateHead: boolean;
  /** The vocabulary is padded to a multiple of this × tp; 1 = it is not. */
  readonly vocabularyMultiple: number;
  /** A boolean mask of b·s² is made with every batch. */
  readonly attentionMask: boolean;
  /** Bytes per logit that the training loop's own variable keeps alive during backward. */
  readonly heldLogitBytes: number;
  /** fp32 gradient buffers that are never freed. */
  readonly persistentGradients: boolean;
  /** A second copy of every gradient in communication buckets. */
  readonly gradientBucketBytes: number;
  /** The recipes fix a fused optimizer, whatever the library's default. */
  readonly alwaysFusedOptimizer: boolean;
  readonly fusedOptimizerByDefault: boolean;
  /** Units are gathered in a stream of their own and gradients are reduced in another. */
  readonly fullyShardedUnits: boolean;
  /**
   * ZeRO-3 gathers embedding, final norm and head as one unit, until a month ("2025-05") or still; null = apart.
   */
  readonly wholeRoot: { readonly until: string | null } | null;
  /** ZeRO-3 gathers up to a limit of live parameters, gradients travel in buckets (DeepSpeed). */
  readonly boundedGathering: boolean;
  /** Layers may be spread unevenly over pipeline stages. */
  readonly unevenPipeline: boolean;
  /** 8-bit optimizers keep 32-bit states for embeddings. */
  readonly wideEmbeddingStates: boolean;
}

/** What plain PyTorch code does. */
export const PLAIN_STACK: TrainingStack = {
  id: "generic",
  rmsNorm: "upcast",
  normalizedBytes: 2,
  gatedMlp: "eager",
  expandsKeyValues: false,
  keepsFusedProjection: false,
  keepsGatheredInputs: false,
  headMajorQueries: false,
  transformerEngine: false,
  fusedQkvAdapter: false,
  keepsQuantizedInputs: true,
  separateHead: false,
  vocabularyMultiple: 1,
  attentionMask: false,
  heldLogitBytes: 0,
  persistentGradients: false,
  gradientBucketBytes: 0,
  alwaysFusedOptimizer: false,
  fusedOptimizerByDefault: true,
  fullyShardedUnits: false,
  wholeRoot: { until: null },
  boundedGathering: false,
  unevenPipeline: true,
  wideEmbeddingStates: false,
};
