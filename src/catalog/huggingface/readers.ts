// What config.json says besides the sizes: small readers that the rows of modelTypes.ts combine.
// Defaults are those of the configuration classes in Hugging Face transformers.

import { FULL_BIAS, NO_BIAS, QKV_BIAS, type ArchitectureSpec, type Sizes, type Variant } from "../variants";
import { flag, integer, isGiven, list, refuse, section, type Config } from "./config";

/** Reads a part of an architecture; later readers of a row see the same sizes. */
export type Reader = (config: Config, sizes: Sizes & Pick<Variant, "tieWordEmbeddings">) => Partial<ArchitectureSpec>;

/** One flag for the biases of all four projections. */
export const attentionBias =
  (key: string, fallback: boolean): Reader =>
  (config) => ({ attentionBias: flag(config, key, fallback) ? FULL_BIAS : NO_BIAS });

/** One flag for the biases of queries, keys and values. */
export const qkvBias =
  (key: string, fallback: boolean): Reader =>
  (config) => ({ attentionBias: flag(config, key, fallback) ? QKV_BIAS : NO_BIAS });

export const mlpBias: Reader = (config) => ({ mlpBias: flag(config, "mlp_bias", false) });

/** One flag for the biases of attention and MLP. */
export const biasEverywhere =
  (key: string, fallback: boolean): Reader =>
  (config) => {
    const bias = flag(config, key, fallback);
    return { attentionBias: bias ? FULL_BIAS : NO_BIAS, mlpBias: bias };
  };

export const refuseWhen =
  (key: string, value: unknown): Reader =>
  (config) => {
    refuse(config, key, config.values[key] === value);
    return {};
  };

/** Learned positions, with the rows that OPT adds. */
export const learnedPositions =
  (offset: number): Reader =>
  (_config, sizes) => ({ learnedPositions: sizes.maxPositionEmbeddings + offset });

/** Which layers slide when the file has no layer_types: all, all but every n-th, or from the n-th on. */
export type Pattern = (config: Config, layers: number) => number;
export const everyLayer: Pattern = (_config, layers) => layers;
export const allButEvery =
  (key: string, fallback: number): Pattern =>
  (config, layers) =>
    layers - Math.floor(layers / integer(config, [key], fallback));
/** Qwen: max_window_layers at the bottom keep the whole context; and only if use_sliding_window says so. */
export const aboveMaxWindowLayers: Pattern = (config, layers) =>
  flag(config, "use_sliding_window", false) ? Math.max(0, layers - integer(config, ["max_window_layers"], 28, 0)) : 0;
/** SmolLM3: those without rotary positions, if use_sliding_window says so. */
export const layersWithoutRope: Pattern = (config, layers) =>
  flag(config, "use_sliding_window", false) ? Math.floor(layers / integer(config, ["no_rope_layer_interval"], 4)) : 0;
/** Llama 4: those with rotary positions. */
export const layersWithRope: Pattern = (config, layers) => {
  const given = list(config, "no_rope_layers");
  return given.length > 0
    ? given.filter((rope) => rope === 1).length
    : allButEvery("no_rope_layer_interval", 4)(config, layers);
};

/** A window that is no shorter than the context never cuts: it is none. `fallback`: absent; null always means none. */
export const window =
  (key: string, fallback: number | null, pattern: Pattern): Reader =>
  (config, sizes) => {
    const absent = config.values[key] === undefined ? fallback : null;
    const size = isGiven(config, key) ? integer(config, [key]) : absent;
    if (size === null || size >= sizes.maxPositionEmbeddings) return { slidingWindow: null };
    const types = list(config, "layer_types");
    const sliding = types.filter((type) => type === "sliding_attention" || type === "chunked_attention").length;
    const layers = types.length > 0 ? sliding : pattern(config, sizes.numHiddenLayers);
    return { slidingWindow: layers > 0 ? { size, layers } : null };
  };

/** Falcon: multi-query until the new decoder architecture; one norm for both branches, or one each. */
export const falcon: Reader = (config, sizes) => {
  const newDecoder = flag(config, "new_decoder_architecture", false);
  const parallelBlock = newDecoder || flag(config, "parallel_attn", true);
  const multiQuery = flag(config, "multi_query", true);
  const heads = sizes.numAttentionHeads;
  return {
    numKeyValueHeads: newDecoder ? integer(config, ["num_kv_heads", "n_head_kv"], heads) : multiQuery ? 1 : heads,
    parallelBlock,
    normsPerLayer: parallelBlock ? integer(config, ["num_ln_in_parallel_attn"], newDecoder ? 2 : 1) : 2,
    ...(flag(config, "bias", false) ? { attentionBias: FULL_BIAS, mlpBias: true } : {}),
  };
};

/** MPT: ALiBi or learned positions, biases everywhere or nowhere. */
export const mpt: Reader = (config, sizes) => {
  const attention = section(config, "attn_config");
  const multiQuery = attention.values["attn_type"] === "multiquery_attention";
  return {
    intermediateSize: integer(config, ["expansion_ratio"], 4) * sizes.hiddenSize,
    numKeyValueHeads: multiQuery ? 1 : integer(attention, ["kv_n_heads"], sizes.numAttentionHeads),
    learnedPositions: flag(attention, "alibi", true) ? 0 : sizes.maxPositionEmbeddings,
    ...(flag(config, "no_bias", true) ? {} : { attentionBias: FULL_BIAS, mlpBias: true, norm: "layernorm" as const }),
  };
};

/** BertModel: two embeddings more, and the pooler. */
export const bert: Reader = (config, { hiddenSize: D }) => ({
  typeVocabSize: integer(config, ["type_vocab_size"], 2),
  extraParts: [{ name: "pooler", parameters: D * D + D, counted: true }],
});

/** A patch embedding in place of tokens; a classifier if the file names its classes. */
export const vit: Reader = (config, { hiddenSize: D }) => {
  const patch = integer(config, ["patch_size"], 16);
  const grid = Math.floor(integer(config, ["image_size"], 224) / patch);
  const pixels = patch * patch * integer(config, ["num_channels"], 3);
  const classes = Object.keys(section(config, "id2label").values).length;
  const classifier = { name: "classifier", parameters: D * classes + classes, counted: true };
  return {
    maxPositionEmbeddings: grid * grid + 1,
    learnedPositions: grid * grid + 1,
    attentionBias: flag(config, "qkv_bias", true) ? FULL_BIAS : { ...NO_BIAS, o: true },
    extraParts: [
      { name: "patch_embedding", parameters: pixels * D + D, counted: true },
      { name: "cls_token", parameters: D, counted: true },
      ...(classes > 0 ? [classifier] : []),
    ],
  };
};
