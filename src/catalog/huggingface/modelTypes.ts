// Every model_type that can be imported: one row says which keys it reads and what they default to.
// The defaults are those of the configuration classes in Hugging Face transformers. Sizes have none, except where
// published files leave them out.

import * as variants from "../variants";
import type { Variant } from "../variants";
import { flag } from "./config";
import { deepseekExperts, latentAttention, llama4Experts, localExperts, qwenExperts } from "./experts";
import * as read from "./readers";
import type { Reader } from "./readers";

/** Spellings of a size in config.json, the first that is there counts; none: it is read elsewhere. */
export interface SizeKeys {
  readonly numHiddenLayers: readonly string[];
  readonly hiddenSize: readonly string[];
  readonly numAttentionHeads: readonly string[];
  readonly numKeyValueHeads: readonly string[];
  readonly headDim: readonly string[];
  readonly intermediateSize: readonly string[];
  readonly vocabSize: readonly string[];
  readonly maxPositionEmbeddings: readonly string[];
  readonly hiddenAct: readonly string[];
}

export interface ModelType {
  readonly variant: Variant;
  readonly keys?: Partial<SizeKeys>;
  readonly defaults?: Partial<Record<Exclude<keyof SizeKeys, "hiddenAct">, number>>;
  /** The MLP's width is this many hidden sizes, unless the file says otherwise. */
  readonly mlpRatio?: number;
  readonly reads?: readonly Reader[];
}

/** Files of models with images: the language model is a section of its own, of one of the types below. */
export const TEXT_SECTIONS: Readonly<Record<string, string>> = {
  gemma3: "gemma3_text",
  llama4: "llama4_text",
  mistral3: "mistral",
};

export const LLAMA_KEYS: SizeKeys = {
  numHiddenLayers: ["num_hidden_layers"],
  hiddenSize: ["hidden_size"],
  numAttentionHeads: ["num_attention_heads"],
  numKeyValueHeads: ["num_key_value_heads"],
  headDim: ["head_dim"],
  intermediateSize: ["intermediate_size"],
  vocabSize: ["vocab_size"],
  maxPositionEmbeddings: ["max_position_embeddings"],
  hiddenAct: ["hidden_act"],
};

const GPT2_KEYS: Partial<SizeKeys> = {
  numHiddenLayers: ["n_layer"],
  hiddenSize: ["n_embd"],
  numAttentionHeads: ["n_head"],
  numKeyValueHeads: [],
  headDim: [],
  intermediateSize: ["n_inner"],
  maxPositionEmbeddings: ["n_positions"],
  hiddenAct: ["activation_function"],
};

const GEMMA_KEYS: Partial<SizeKeys> = { hiddenAct: ["hidden_activation", "hidden_act"] };
const MULTI_HEAD: Partial<SizeKeys> = { numKeyValueHeads: [], headDim: [] };
const llamaBias = read.attentionBias("attention_bias", false);
const slidesIfUsed = read.window("sliding_window", 4096, read.aboveMaxWindowLayers);

export const MODEL_TYPES: Readonly<Record<string, ModelType>> = {
  llama: {
    variant: variants.LLAMA,
    defaults: { maxPositionEmbeddings: 2048 },
    reads: [llamaBias, read.mlpBias],
  },
  llama4_text: {
    variant: variants.LLAMA,
    keys: { intermediateSize: ["intermediate_size_mlp"] },
    defaults: { intermediateSize: 16384, numKeyValueHeads: 8, headDim: 128, maxPositionEmbeddings: 131_072 },
    reads: [llamaBias, read.window("attention_chunk_size", 8192, read.layersWithRope), llama4Experts],
  },
  mistral: {
    variant: variants.LLAMA,
    defaults: { numKeyValueHeads: 8, maxPositionEmbeddings: 131_072 },
    reads: [read.window("sliding_window", 4096, read.everyLayer)],
  },
  mixtral: {
    variant: variants.LLAMA,
    defaults: { numKeyValueHeads: 8, maxPositionEmbeddings: 131_072 },
    reads: [read.window("sliding_window", null, read.everyLayer), localExperts()],
  },
  qwen2: {
    variant: variants.QWEN2,
    defaults: { numKeyValueHeads: 32, maxPositionEmbeddings: 32768 },
    reads: [slidesIfUsed],
  },
  qwen2_moe: {
    variant: variants.QWEN2,
    defaults: { numKeyValueHeads: 16, maxPositionEmbeddings: 32768 },
    reads: [read.qkvBias("qkv_bias", true), slidesIfUsed, qwenExperts(true)],
  },
  qwen3: {
    variant: variants.QWEN3,
    defaults: { numKeyValueHeads: 32, headDim: 128, maxPositionEmbeddings: 32768 },
    reads: [llamaBias, slidesIfUsed],
  },
  qwen3_moe: {
    variant: variants.QWEN3,
    defaults: { numKeyValueHeads: 4, maxPositionEmbeddings: 32768 },
    reads: [llamaBias, slidesIfUsed, qwenExperts(false)],
  },
  deepseek_v2: {
    variant: variants.LLAMA,
    keys: MULTI_HEAD,
    defaults: { maxPositionEmbeddings: 2048 },
    reads: [latentAttention, deepseekExperts({ shared: undefined, dense: 0, correction: false })],
  },
  deepseek_v3: {
    variant: variants.LLAMA,
    keys: MULTI_HEAD,
    defaults: { maxPositionEmbeddings: 4096 },
    reads: [latentAttention, deepseekExperts({ shared: 1, dense: 3, correction: true })],
  },
  /** moonshotai's configuration_deepseek.py: DeepSeek-V3's classes under another name. */
  kimi_k2: {
    variant: variants.LLAMA,
    keys: MULTI_HEAD,
    defaults: { maxPositionEmbeddings: 4096 },
    reads: [latentAttention, deepseekExperts({ shared: undefined, dense: 0, correction: true })],
  },
  glm4: {
    variant: variants.GLM4,
    defaults: { numKeyValueHeads: 2, headDim: 128, maxPositionEmbeddings: 131_072 },
    reads: [read.qkvBias("attention_bias", false)],
  },
  glm4_moe: {
    variant: variants.QWEN2,
    defaults: { numKeyValueHeads: 8, maxPositionEmbeddings: 131_072 },
    reads: [
      read.qkvBias("attention_bias", false),
      (config) => ({ qkNorm: flag(config, "use_qk_norm", false) ? "perHead" : "none" }),
      deepseekExperts({ shared: 1, dense: 1, correction: true }),
    ],
  },
  gemma: {
    variant: variants.GEMMA,
    keys: GEMMA_KEYS,
    defaults: { numKeyValueHeads: 16, headDim: 256, maxPositionEmbeddings: 8192 },
    reads: [llamaBias],
  },
  gemma2: {
    variant: variants.GEMMA2,
    keys: GEMMA_KEYS,
    defaults: { numKeyValueHeads: 4, headDim: 256, maxPositionEmbeddings: 8192 },
    reads: [llamaBias, read.window("sliding_window", 4096, read.allButEvery("sliding_window_pattern", 2))],
  },
  gemma3_text: {
    variant: variants.GEMMA3,
    keys: GEMMA_KEYS,
    defaults: {
      numAttentionHeads: 8,
      numKeyValueHeads: 4,
      headDim: 256,
      vocabSize: 262_208,
      maxPositionEmbeddings: 131_072,
    },
    reads: [llamaBias, read.window("sliding_window", 4096, read.allButEvery("sliding_window_pattern", 6))],
  },
  phi: {
    variant: variants.PHI,
    defaults: { maxPositionEmbeddings: 2048 },
    reads: [read.refuseWhen("qk_layernorm", true)],
  },
  phi3: {
    variant: variants.LLAMA,
    defaults: { maxPositionEmbeddings: 4096 },
    reads: [read.window("sliding_window", null, read.everyLayer)],
  },
  gpt2: {
    variant: variants.GPT2,
    keys: GPT2_KEYS,
    mlpRatio: 4,
    reads: [read.learnedPositions(0), read.refuseWhen("add_cross_attention", true)],
  },
  gptj: { variant: variants.GPTJ, keys: GPT2_KEYS, mlpRatio: 4 },
  gpt_neox: {
    variant: variants.GPT_NEOX,
    keys: MULTI_HEAD,
    defaults: { maxPositionEmbeddings: 2048 },
    reads: [
      read.attentionBias("attention_bias", true),
      (config) => ({ parallelBlock: flag(config, "use_parallel_residual", true) }),
    ],
  },
  gpt_oss: {
    variant: variants.GPT_OSS,
    defaults: { numKeyValueHeads: 8, headDim: 64, maxPositionEmbeddings: 131_072 },
    reads: [
      read.attentionBias("attention_bias", true),
      read.window("sliding_window", 128, read.allButEvery("sliding_window_pattern", 2)),
      localExperts({ routerBias: true, expertBias: true }),
    ],
  },
  opt: {
    variant: variants.OPT,
    keys: { ...MULTI_HEAD, intermediateSize: ["ffn_dim"], hiddenAct: ["activation_function"] },
    defaults: { maxPositionEmbeddings: 2048 },
    reads: [
      read.learnedPositions(2),
      read.biasEverywhere("enable_bias", true),
      read.refuseWhen("do_layer_norm_before", false),
      read.refuseWhen("layer_norm_elementwise_affine", false),
    ],
  },
  /** ALiBi: the file has no longest context, BLOOM was trained at 2,048. */
  bloom: {
    variant: variants.BLOOM,
    keys: {
      ...MULTI_HEAD,
      numHiddenLayers: ["n_layer", "num_hidden_layers"],
      hiddenSize: ["hidden_size", "n_embed"],
      numAttentionHeads: ["n_head", "num_attention_heads"],
      intermediateSize: [],
      maxPositionEmbeddings: ["seq_length"],
    },
    defaults: { maxPositionEmbeddings: 2048 },
    mlpRatio: 4,
  },
  falcon: {
    variant: variants.FALCON,
    keys: {
      ...MULTI_HEAD,
      numHiddenLayers: ["num_hidden_layers", "n_layer"],
      numAttentionHeads: ["num_attention_heads", "n_head"],
      intermediateSize: ["ffn_hidden_size"],
      hiddenAct: ["activation"],
    },
    defaults: { maxPositionEmbeddings: 2048 },
    mlpRatio: 4,
    reads: [read.falcon],
  },
  mpt: {
    variant: variants.MPT,
    keys: {
      ...MULTI_HEAD,
      numHiddenLayers: ["n_layers"],
      hiddenSize: ["d_model"],
      numAttentionHeads: ["n_heads"],
      intermediateSize: [],
      maxPositionEmbeddings: ["max_seq_len"],
    },
    defaults: { maxPositionEmbeddings: 2048 },
    mlpRatio: 4,
    reads: [read.mpt],
  },
  olmo: { variant: variants.OLMO, defaults: { maxPositionEmbeddings: 2048 }, reads: [llamaBias] },
  olmo2: { variant: variants.OLMO2, defaults: { maxPositionEmbeddings: 2048 }, reads: [llamaBias] },
  starcoder2: {
    variant: variants.STARCODER2,
    defaults: { numKeyValueHeads: 2, maxPositionEmbeddings: 4096 },
    reads: [read.biasEverywhere("use_bias", true), read.window("sliding_window", null, read.everyLayer)],
  },
  stablelm: {
    variant: variants.STABLELM,
    defaults: { numKeyValueHeads: 32, maxPositionEmbeddings: 4096 },
    reads: [
      read.qkvBias("use_qkv_bias", false),
      read.refuseWhen("qk_layernorm", true),
      read.refuseWhen("use_parallel_residual", true),
    ],
  },
  cohere: {
    variant: variants.COHERE,
    defaults: { maxPositionEmbeddings: 8192 },
    reads: [llamaBias, (config) => ({ qkNorm: flag(config, "use_qk_norm", false) ? "full" : "none" })],
  },
  nemotron: {
    variant: variants.NEMOTRON,
    defaults: { maxPositionEmbeddings: 4096 },
    reads: [llamaBias, read.mlpBias],
  },
  smollm3: {
    variant: { ...variants.LLAMA, tieWordEmbeddings: true },
    defaults: { numKeyValueHeads: 4, maxPositionEmbeddings: 32768 },
    reads: [llamaBias, read.mlpBias, read.window("sliding_window", null, read.layersWithoutRope)],
  },
  bert: {
    variant: variants.BERT,
    keys: MULTI_HEAD,
    defaults: { maxPositionEmbeddings: 512 },
    reads: [read.learnedPositions(0), read.bert],
  },
  vit: {
    variant: variants.VIT,
    keys: { ...MULTI_HEAD, vocabSize: [], maxPositionEmbeddings: [] },
    defaults: { vocabSize: 0, maxPositionEmbeddings: 0 },
    reads: [read.vit],
  },
};

export const KNOWN_MODEL_TYPES: readonly string[] = [...Object.keys(MODEL_TYPES), ...Object.keys(TEXT_SECTIONS)].sort();
