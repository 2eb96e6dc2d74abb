// What the families of transformers have in common and where they differ, apart from their sizes.

import type { Architecture, Experts, GroupedAttention, LatentAttention } from "../engine/architecture";

type SizeKey = "numHiddenLayers" | "hiddenSize" | "intermediateSize" | "vocabSize" | "maxPositionEmbeddings";

/** The sizes that every model has its own of; key/value heads and head width as in multi-head attention if absent. */
export interface Sizes extends Pick<Architecture, SizeKey> {
  readonly numAttentionHeads: number;
  readonly numKeyValueHeads?: number;
  readonly headDim?: number;
}

/** Everything else. */
export interface Variant extends Omit<Architecture, SizeKey | "attention">, Pick<GroupedAttention, "qkNorm" | "sinks"> {
  readonly attentionBias: GroupedAttention["bias"];
  /** Latent attention; null: grouped. */
  readonly latent: Omit<LatentAttention, "kind" | "numAttentionHeads"> | null;
}

export type ArchitectureSpec = Sizes & Partial<Variant>;

/** A model of a variant: its sizes, and what it has different. */
export function architecture(variant: Variant, spec: ArchitectureSpec): Architecture {
  const { numAttentionHeads, numKeyValueHeads, headDim, attentionBias, qkNorm, sinks, latent, ...rest } = {
    ...variant,
    ...spec,
  };
  const grouped: GroupedAttention = {
    kind: "grouped",
    numAttentionHeads,
    numKeyValueHeads: numKeyValueHeads ?? numAttentionHeads,
    headDim: headDim ?? spec.hiddenSize / numAttentionHeads,
    bias: attentionBias,
    qkNorm,
    sinks,
  };
  return { ...rest, attention: latent ? { kind: "latent", numAttentionHeads, ...latent } : grouped };
}

export const NO_BIAS = { q: false, k: false, v: false, o: false } as const;
export const QKV_BIAS = { q: true, k: true, v: true, o: false } as const;
export const FULL_BIAS = { q: true, k: true, v: true, o: true } as const;

/** Experts in every layer, none of them shared, no biases. */
export const EXPERTS: Omit<Experts, "numExperts" | "numExpertsPerTok" | "moeIntermediateSize"> = {
  sharedExpertIntermediateSize: 0,
  sharedExpertGate: false,
  firstDenseLayers: 0,
  moeLayerFreq: 1,
  routerBias: false,
  expertBias: false,
};

/** RMSNorm, SwiGLU, rotary positions, no biases, a head of its own: what most models since 2023 start from. */
export const LLAMA: Variant = {
  kind: "decoder",
  attentionBias: NO_BIAS,
  qkNorm: "none",
  sinks: false,
  latent: null,
  slidingWindow: null,
  gated: true,
  hiddenAct: "silu",
  mlpBias: false,
  experts: null,
  norm: "rmsnorm",
  normsPerLayer: 2,
  finalNorm: true,
  embeddingNorm: false,
  parallelBlock: false,
  tieWordEmbeddings: false,
  lmHead: true,
  lmHeadBias: false,
  learnedPositions: 0,
  typeVocabSize: 0,
  extraParts: [],
};

export const QWEN2: Variant = { ...LLAMA, attentionBias: QKV_BIAS };
export const QWEN3: Variant = { ...LLAMA, qkNorm: "perHead" };
export const OLMO2: Variant = { ...LLAMA, qkNorm: "full" };
/** OLMo 1: LayerNorm without weights. */
export const OLMO: Variant = { ...LLAMA, norm: "none" };
export const GPT_OSS: Variant = { ...LLAMA, attentionBias: FULL_BIAS, sinks: true };
export const GEMMA: Variant = { ...LLAMA, hiddenAct: "gelu_pytorch_tanh", tieWordEmbeddings: true };
/** Norms before and after attention and MLP. */
export const GEMMA2: Variant = { ...GEMMA, normsPerLayer: 4 };
export const GEMMA3: Variant = { ...GEMMA2, qkNorm: "perHead" };
export const GLM4: Variant = { ...QWEN2, normsPerLayer: 4 };
/** SwiGLU between LayerNorms. */
export const STABLELM: Variant = { ...LLAMA, norm: "layernorm" };
export const COHERE: Variant = {
  ...LLAMA,
  norm: "layernormNoBias",
  normsPerLayer: 1,
  parallelBlock: true,
  tieWordEmbeddings: true,
};

/** LayerNorm, GELU, biases everywhere, learned positions, tied head: the transformer of 2019. */
export const GPT2: Variant = {
  ...LLAMA,
  attentionBias: FULL_BIAS,
  gated: false,
  hiddenAct: "gelu_new",
  mlpBias: true,
  norm: "layernorm",
  tieWordEmbeddings: true,
};

export const OPT: Variant = { ...GPT2, hiddenAct: "relu" };
export const BLOOM: Variant = { ...GPT2, hiddenAct: "gelu", embeddingNorm: true };
export const GPT_NEOX: Variant = { ...GPT2, hiddenAct: "gelu", parallelBlock: true, tieWordEmbeddings: false };
/** One norm for attention and MLP, a head with a bias. */
export const PHI: Variant = { ...GPT_NEOX, hiddenAct: "gelu_new", normsPerLayer: 1, lmHeadBias: true };
export const GPTJ: Variant = { ...PHI, attentionBias: NO_BIAS };
export const STARCODER2: Variant = { ...GPT2, hiddenAct: "gelu_pytorch_tanh" };
/** LayerNorm as the only vectors. */
export const FALCON: Variant = {
  ...GPT2,
  hiddenAct: "gelu",
  attentionBias: NO_BIAS,
  mlpBias: false,
  parallelBlock: true,
};
export const MPT: Variant = { ...FALCON, norm: "layernormNoBias", parallelBlock: false };
export const NEMOTRON: Variant = { ...FALCON, hiddenAct: "relu2", parallelBlock: false, tieWordEmbeddings: false };
export const BERT: Variant = {
  ...GPT2,
  kind: "encoder",
  hiddenAct: "gelu",
  typeVocabSize: 2,
  embeddingNorm: true,
  finalNorm: false,
  lmHead: false,
};
export const VIT: Variant = { ...GPT2, kind: "encoder", hiddenAct: "gelu", lmHead: false };
