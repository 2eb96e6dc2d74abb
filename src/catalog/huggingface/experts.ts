// Mixtures of experts and latent attention, as the model types spell them.

import type { Experts } from "../../engine/architecture";
import { EXPERTS } from "../variants";
import { integer, list, refuse, type Config } from "./config";
import { ConfigError } from "./issues";
import type { Reader } from "./readers";

/** Checks what no file should have: more experts chosen than there are, more dense layers than layers. */
function checked(experts: Experts, layers: number): { readonly experts: Experts } {
  const { numExperts, numExpertsPerTok, firstDenseLayers } = experts;
  const atMost = (key: string, received: number, than: string, limit: number): void => {
    if (received > limit) throw new ConfigError({ code: "larger_than", key, received, than, limit });
  };
  atMost("num_experts_per_tok", numExpertsPerTok, "the number of experts", numExperts);
  atMost("first_k_dense_replace", firstDenseLayers, "num_hidden_layers", layers);
  return { experts };
}

const perToken = (config: Config): number => integer(config, ["num_experts_per_tok", "experts_per_token"]);

/** Mixtral and gpt-oss: experts as wide as intermediate_size, in every layer. */
export const localExperts =
  (different: Partial<Experts> = {}): Reader =>
  (config, sizes) => {
    const experts: Experts = {
      ...EXPERTS,
      numExperts: integer(config, ["num_local_experts", "num_experts"]),
      numExpertsPerTok: perToken(config),
      moeIntermediateSize: sizes.intermediateSize,
      ...different,
    };
    return checked(experts, sizes.numHiddenLayers);
  };

/** Llama 4: one shared expert, experts in every n-th layer; intermediate_size is that of the experts. */
export const llama4Experts: Reader = (config, sizes) => {
  refuse(config, "moe_layers", isIrregular(config, sizes.numHiddenLayers));
  const width = integer(config, ["intermediate_size"]);
  const experts: Experts = {
    ...EXPERTS,
    numExperts: integer(config, ["num_local_experts"]),
    numExpertsPerTok: perToken(config),
    moeIntermediateSize: width,
    sharedExpertIntermediateSize: width,
    moeLayerFreq: integer(config, ["interleave_moe_layer_step"], 1),
  };
  return checked(experts, sizes.numHiddenLayers);
};

/** A list of layers with experts that interleave_moe_layer_step does not give. */
function isIrregular(config: Config, layers: number): boolean {
  const step = integer(config, ["interleave_moe_layer_step"], 1);
  const given = list(config, "moe_layers");
  if (given.length === 0) return false;
  return given.length !== Math.floor(layers / step) || given.some((layer, i) => layer !== (i + 1) * step - 1);
}

/** Qwen MoE: a list of dense layers, which must be the first ones, and experts in every n-th of the others. */
export const qwenExperts =
  (shared: boolean): Reader =>
  (config, sizes) => {
    const dense = list(config, "mlp_only_layers");
    const step = integer(config, ["decoder_sparse_step"], 1);
    refuse(config, "mlp_only_layers", dense.length > 0 && (step > 1 || dense.some((layer, i) => layer !== i)));
    const experts: Experts = {
      ...EXPERTS,
      numExperts: integer(config, ["num_experts", "num_local_experts"]),
      numExpertsPerTok: perToken(config),
      moeIntermediateSize: integer(config, ["moe_intermediate_size"]),
      sharedExpertIntermediateSize: shared ? integer(config, ["shared_expert_intermediate_size"]) : 0,
      sharedExpertGate: shared,
      firstDenseLayers: dense.length,
      moeLayerFreq: step,
    };
    return checked(experts, sizes.numHiddenLayers);
  };

/** DeepSeek and GLM: shared experts as wide as so many routed ones, dense layers first. */
export const deepseekExperts =
  (defaults: { readonly shared: number | undefined; readonly dense: number; readonly correction: boolean }): Reader =>
  (config, sizes) => {
    refuse(config, "moe_layer_freq", integer(config, ["moe_layer_freq"], 1) > 1);
    const width = integer(config, ["moe_intermediate_size"]);
    const sharedExperts = config.values["n_shared_experts"] === null ? 0 : defaults.shared;
    const experts: Experts = {
      ...EXPERTS,
      numExperts: integer(config, ["n_routed_experts"]),
      numExpertsPerTok: perToken(config),
      moeIntermediateSize: width,
      sharedExpertIntermediateSize: width * integer(config, ["n_shared_experts"], sharedExperts, 0),
      firstDenseLayers: integer(config, ["first_k_dense_replace"], defaults.dense, 0),
      routerBias: defaults.correction,
    };
    return checked(experts, sizes.numHiddenLayers);
  };

/** q_lora_rank: null means that queries are projected directly; absent, it is the class's 1536. */
export const latentAttention: Reader = (config) => {
  refuse(config, "attention_bias", config.values["attention_bias"] === true);
  const direct = config.values["q_lora_rank"] === null;
  return {
    latent: {
      qLoraRank: direct ? null : integer(config, ["q_lora_rank"], 1536),
      kvLoraRank: integer(config, ["kv_lora_rank"], 512),
      qkNopeHeadDim: integer(config, ["qk_nope_head_dim"], 128),
      qkRopeHeadDim: integer(config, ["qk_rope_head_dim"], 64),
      vHeadDim: integer(config, ["v_head_dim"], 128),
    },
  };
};
