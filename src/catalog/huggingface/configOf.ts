// An architecture -> a config.json that reads back as the same: the inverse of ../huggingface, for whoever changes one.
import { type Architecture, type Experts, layerCounts, type SlidingWindow } from "../../engine/architecture";
import { architectureFromConfig, ConfigError } from "../huggingface";
import { LLAMA_KEYS, MODEL_TYPES, type SizeKeys } from "./modelTypes";

type Keys = Readonly<Record<string, unknown>>;

/** Beyond any model; a list of layers would be as long. */
export const MOST_LAYERS = 10_000;

/** Undefined where no model_type describes it. Keys that make no difference are left out. */
export function configOf(wanted: Architecture): Keys | undefined {
  if (wanted.numHiddenLayers > MOST_LAYERS) return undefined;
  for (const type of Object.keys(MODEL_TYPES)) {
    const sizes = sizesOf(wanted, { ...LLAMA_KEYS, ...MODEL_TYPES[type]?.keys });
    const rest = { ...restOf(wanted), ...sizes };
    const isSame = (keys: Keys): boolean => readsAs({ model_type: type, ...keys }, wanted);
    if (isSame(rest)) return { model_type: type, ...sizes, ...needed(rest, sizes, isSame) };
  }
  return undefined;
}

/** What is in no file of the language model alone: towers, layers for other tasks. */
const described = (a: Architecture): unknown =>
  sorted({ ...a, extraParts: a.extraParts.filter(({ counted }) => counted) });

const sorted = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : value;

function readsAs(keys: Keys, wanted: Architecture): boolean {
  try {
    const read = architectureFromConfig(JSON.stringify(keys));
    return JSON.stringify(described(read)) === JSON.stringify(described(wanted));
  } catch (error) {
    if (error instanceof ConfigError) return false;
    throw error;
  }
}

function needed(rest: Keys, sizes: Keys, isSame: (keys: Keys) => boolean): Keys {
  let kept = rest;
  for (const key of Object.keys(rest).filter((one) => !(one in sizes))) {
    const without = Object.fromEntries(Object.entries(kept).filter(([one]) => one !== key));
    if (isSame(without)) kept = without;
  }
  return kept;
}

/** Under the first spelling of each; a type that reads a size elsewhere has none. */
function sizesOf(a: Architecture, keys: SizeKeys): Keys {
  const { attention } = a;
  const grouped = attention.kind === "grouped" ? attention : undefined;
  const values: Readonly<Record<keyof SizeKeys, unknown>> = {
    numHiddenLayers: a.numHiddenLayers,
    hiddenSize: a.hiddenSize,
    numAttentionHeads: attention.numAttentionHeads,
    numKeyValueHeads: grouped?.numKeyValueHeads,
    headDim: grouped?.headDim,
    intermediateSize: a.intermediateSize,
    vocabSize: a.vocabSize,
    maxPositionEmbeddings: a.maxPositionEmbeddings,
    hiddenAct: a.hiddenAct,
  };
  const spelled = (Object.keys(keys) as (keyof SizeKeys)[]).flatMap((name) => {
    const [key] = keys[name];
    return key === undefined || values[name] === undefined ? [] : [[key, values[name]] as const];
  });
  return Object.fromEntries([...spelled, ["tie_word_embeddings", a.tieWordEmbeddings]]);
}

/** Every spelling of what is no size: each type reads its own. */
function restOf(a: Architecture): Keys {
  return {
    ...biases(a),
    ...attentionOf(a),
    ...(a.slidingWindow && windowOf(a.slidingWindow, a.numHiddenLayers)),
    ...(a.experts ? expertsOf(a.experts, a) : {}),
    use_parallel_residual: a.parallelBlock,
    parallel_attn: a.parallelBlock,
    new_decoder_architecture: a.parallelBlock && a.normsPerLayer === 2,
  };
}

function biases({ attention, mlpBias }: Architecture): Keys {
  const bias = attention.kind === "grouped" ? attention.bias : undefined;
  return {
    attention_bias: bias?.q ?? false,
    qkv_bias: bias?.q ?? false,
    use_qkv_bias: bias?.q ?? false,
    mlp_bias: mlpBias,
    use_bias: mlpBias,
    enable_bias: mlpBias,
    bias: mlpBias,
  };
}

function attentionOf({ attention, hiddenSize, intermediateSize }: Architecture): Keys {
  if (attention.kind === "latent")
    return {
      q_lora_rank: attention.qLoraRank,
      kv_lora_rank: attention.kvLoraRank,
      qk_nope_head_dim: attention.qkNopeHeadDim,
      qk_rope_head_dim: attention.qkRopeHeadDim,
      v_head_dim: attention.vHeadDim,
    };
  return {
    use_qk_norm: attention.qkNorm !== "none",
    multi_query: attention.numKeyValueHeads === 1,
    num_kv_heads: attention.numKeyValueHeads,
    attn_config: { kv_n_heads: attention.numKeyValueHeads },
    expansion_ratio: intermediateSize / hiddenSize,
  };
}

/** Which of the layers slide does not matter to memory: how many does. */
const windowOf = ({ size, layers }: SlidingWindow, all: number): Keys => ({
  sliding_window: size,
  attention_chunk_size: size,
  use_sliding_window: true,
  layer_types: Array.from({ length: all }, (_, i) => (i < layers ? "sliding_attention" : "full_attention")),
});

function expertsOf(experts: Experts, a: Architecture): Keys {
  const { numExperts, numExpertsPerTok, moeIntermediateSize: width, sharedExpertIntermediateSize: shared } = experts;
  return {
    num_local_experts: numExperts,
    num_experts: numExperts,
    n_routed_experts: numExperts,
    num_experts_per_tok: numExpertsPerTok,
    moe_intermediate_size: width,
    /** Llama 4: sizesOf spells the dense width otherwise there. */
    intermediate_size: width,
    shared_expert_intermediate_size: shared,
    n_shared_experts: shared / width,
    first_k_dense_replace: experts.firstDenseLayers,
    mlp_only_layers: Array.from({ length: experts.firstDenseLayers }, (_, i) => i),
    decoder_sparse_step: experts.moeLayerFreq,
    interleave_moe_layer_step: layerCounts(a).sparse > 0 ? experts.moeLayerFreq : 1,
  };
}
