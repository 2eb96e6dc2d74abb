// What a transformer is: Hugging Face's config.json keys in camelCase, the variants as unions.

/** Multi-head, grouped-query or multi-query attention: keyValueHeads = heads, fewer, or 1. */
export interface GroupedAttention {
  readonly kind: "grouped";
  readonly numAttentionHeads: number;
  readonly numKeyValueHeads: number;
  readonly headDim: number;
  readonly bias: { readonly q: boolean; readonly k: boolean; readonly v: boolean; readonly o: boolean };
  /** RMSNorm on queries and keys: weights per head dimension, over all heads, or none. */
  readonly qkNorm: "none" | "perHead" | "full";
  /** One learned sink logit per query head (gpt-oss). */
  readonly sinks: boolean;
}

/** Multi-head latent attention (DeepSeek-V2, arXiv:2405.04434 §2.1). */
export interface LatentAttention {
  readonly kind: "latent";
  readonly numAttentionHeads: number;
  /** Rank of the compressed queries; null: queries are projected directly. */
  readonly qLoraRank: number | null;
  readonly kvLoraRank: number;
  readonly qkNopeHeadDim: number;
  readonly qkRopeHeadDim: number;
  readonly vHeadDim: number;
}

export type Attention = GroupedAttention | LatentAttention;

/** Layers whose attention sees a window only; every other layer sees the whole context. */
export interface SlidingWindow {
  readonly size: number;
  /** How many of the layers slide. */
  readonly layers: number;
}

/** Sparse mixture of experts in place of the dense MLP. */
export interface Experts {
  readonly numExperts: number;
  readonly numExpertsPerTok: number;
  readonly moeIntermediateSize: number;
  /** Width of the always-active shared expert(s) in total; 0 = none. */
  readonly sharedExpertIntermediateSize: number;
  /** A learned gate on the shared expert (Qwen2-MoE): hidden parameters. */
  readonly sharedExpertGate: boolean;
  /** Layers at the start that keep the dense MLP. */
  readonly firstDenseLayers: number;
  /** Of the other layers every n-th has experts; 1 = all of them, 2 = Llama 4 Maverick. */
  readonly moeLayerFreq: number;
  /** One number per expert at the router: a learned bias (gpt-oss) or DeepSeek-V3's e_score_correction_bias. */
  readonly routerBias: boolean;
  /** Biases on the experts' own matrices (gpt-oss). */
  readonly expertBias: boolean;
}

/** Learned tensors of the checkpoint outside the stack of layers, the embeddings and the head, named. */
export interface ExtraPart {
  readonly name: string;
  readonly parameters: number;
  /**
   * Runs whenever the model does (BERT's pooler, a patch embedding): counted in the totals.
   * False: loaded only for another task (a vision tower, a multi-token-prediction layer), so listed apart.
   */
  readonly counted: boolean;
}

export interface Architecture {
  readonly kind: "decoder" | "encoder";
  readonly numHiddenLayers: number;
  readonly hiddenSize: number;
  /** Rows of the token embedding; 0 = no tokens (a vision encoder). */
  readonly vocabSize: number;
  readonly attention: Attention;
  readonly slidingWindow: SlidingWindow | null;
  /** Width of the dense MLP; of the dense layers only, where there are experts. */
  readonly intermediateSize: number;
  /** Three matrices (SwiGLU, GeGLU) instead of two. */
  readonly gated: boolean;
  readonly hiddenAct: string;
  readonly mlpBias: boolean;
  readonly experts: Experts | null;
  readonly norm: "rmsnorm" | "layernorm" | "layernormNoBias" | "none";
  /** 2 usually; 1 for parallel blocks that share one; 4 for Gemma 2 and 3. */
  readonly normsPerLayer: number;
  readonly finalNorm: boolean;
  readonly embeddingNorm: boolean;
  /** Attention and MLP read the same input (GPT-J, Falcon). */
  readonly parallelBlock: boolean;
  readonly tieWordEmbeddings: boolean;
  /** Has an output head at all (encoders may not). */
  readonly lmHead: boolean;
  readonly lmHeadBias: boolean;
  readonly maxPositionEmbeddings: number;
  /** Rows of a learned position table; 0 = rotary, ALiBi or none. */
  readonly learnedPositions: number;
  readonly typeVocabSize: number;
  readonly extraParts: readonly ExtraPart[];
}

/** Layers by kind of MLP: all of them, those with a dense one, those with experts. */
export interface LayerCounts {
  readonly all: number;
  readonly dense: number;
  readonly sparse: number;
}

/** How many layers of each kind the model has. */
export function layerCounts(a: Architecture): LayerCounts {
  const all = a.numHiddenLayers;
  const sparse = a.experts ? Math.floor((all - a.experts.firstDenseLayers) / a.experts.moeLayerFreq) : 0;
  return { all, dense: all - sparse, sparse };
}
