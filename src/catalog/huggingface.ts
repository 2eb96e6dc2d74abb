// config.json of Hugging Face -> architecture. Only the language model: towers for images are left out.

import type { Architecture } from "../engine/architecture";
import { flag, integer, parseObject, section, text, type Config } from "./huggingface/config";
import { ConfigError } from "./huggingface/issues";
import {
  KNOWN_MODEL_TYPES,
  LLAMA_KEYS,
  MODEL_TYPES,
  TEXT_SECTIONS,
  type ModelType,
  type SizeKeys,
} from "./huggingface/modelTypes";
import { architecture, type ArchitectureSpec, type Sizes } from "./variants";

export { ConfigError, configMessage, type ConfigIssue } from "./huggingface/issues";
export { KNOWN_MODEL_TYPES } from "./huggingface/modelTypes";

/** The architecture that a config.json describes; throws a ConfigError that says what is wrong with it. */
export function architectureFromConfig(json: string): Architecture {
  const { config, type } = typed(parseObject(json));
  const keys = { ...LLAMA_KEYS, ...type.keys };
  const sizes = {
    ...readSizes(config, type, keys),
    hiddenAct: text(config, keys.hiddenAct, type.variant.hiddenAct),
    tieWordEmbeddings: flag(config, "tie_word_embeddings", type.variant.tieWordEmbeddings),
  };
  const read = (type.reads ?? []).map((reader) => reader(config, sizes));
  const spec: ArchitectureSpec = Object.assign({}, sizes, ...read);
  checkHeads(spec);
  return architecture(type.variant, spec);
}

/** The row of the file's model_type, and the part of the file that it reads. */
function typed(values: Config["values"]): { readonly config: Config; readonly type: ModelType } {
  const received = text({ modelType: "", values }, ["model_type"], "");
  if (received === "") throw new ConfigError({ code: "no_model_type", known: KNOWN_MODEL_TYPES });
  const whole = { modelType: received, values };
  const inner = Object.hasOwn(TEXT_SECTIONS, received) ? TEXT_SECTIONS[received] : undefined;
  const config = inner === undefined ? whole : { ...section(whole, "text_config"), modelType: inner };
  const type = Object.hasOwn(MODEL_TYPES, config.modelType) ? MODEL_TYPES[config.modelType] : undefined;
  if (!type) throw new ConfigError({ code: "unknown_model_type", received, known: KNOWN_MODEL_TYPES });
  return { config, type };
}

function readSizes(config: Config, type: ModelType, keys: SizeKeys): Sizes {
  const defaults = type.defaults ?? {};
  const size = (name: keyof typeof defaults): number => integer(config, keys[name], defaults[name]);
  const hiddenSize = size("hiddenSize");
  const numAttentionHeads = size("numAttentionHeads");
  const ownHeadDim = keys.headDim.length > 0 ? integer(config, keys.headDim, defaults.headDim ?? 0) : 0;
  return {
    numHiddenLayers: size("numHiddenLayers"),
    hiddenSize,
    numAttentionHeads,
    numKeyValueHeads: keyValueHeads(config, keys, defaults.numKeyValueHeads, numAttentionHeads),
    ...(ownHeadDim > 0 ? { headDim: ownHeadDim } : {}),
    intermediateSize: integer(config, keys.intermediateSize, mlpWidth(type, hiddenSize)),
    vocabSize: size("vocabSize"),
    maxPositionEmbeddings: size("maxPositionEmbeddings"),
  };
}

const mlpWidth = (type: ModelType, hiddenSize: number): number | undefined =>
  type.mlpRatio === undefined ? type.defaults?.intermediateSize : type.mlpRatio * hiddenSize;

/** null is as many as query heads; absent is what the class says, or as many. */
function keyValueHeads(config: Config, keys: SizeKeys, fallback: number | undefined, heads: number): number {
  const isNull = keys.numKeyValueHeads.some((key) => config.values[key] === null);
  return integer(config, keys.numKeyValueHeads, isNull ? heads : (fallback ?? heads));
}

/** Query heads share key/value heads evenly, and divide the hidden size where they have no width of their own. */
function checkHeads(spec: ArchitectureSpec): void {
  const { numAttentionHeads: heads, numKeyValueHeads: kv = heads, hiddenSize, headDim, latent } = spec;
  if (latent) return;
  const divides = (key: string, received: number, by: string, divisor: number): void => {
    if (received % divisor !== 0) throw new ConfigError({ code: "not_divisible", key, received, by, divisor });
  };
  divides("num_attention_heads", heads, "num_key_value_heads", kv);
  if (headDim === undefined) divides("hidden_size", hiddenSize, "num_attention_heads", heads);
}
