// The learned tensors of a layer, by shape.

import type { Architecture, Experts, GroupedAttention, LatentAttention, LayerCounts } from "./architecture";
import { linear, normTensors, tensor, type ParameterPart, type ParameterTensor } from "./tensors";

/** The tensors of so many layers of each kind: all of a model's, a pipeline stage's, or one layer's. */
export function layerTensors(a: Architecture, layers: LayerCounts): readonly ParameterTensor[] {
  return [
    ...attentionTensors(a, layers.all),
    ...mlpTensors(a, layers.dense),
    ...(a.experts ? expertTensors(a.hiddenSize, a.experts, a.gated, layers.sparse) : []),
    ...normTensors(a, "layernorm", a.normsPerLayer * layers.all),
  ];
}

function attentionTensors(a: Architecture, layers: number): readonly ParameterTensor[] {
  return a.attention.kind === "grouped"
    ? groupedTensors(a.hiddenSize, a.attention, layers)
    : latentTensors(a.hiddenSize, a.attention, layers);
}

/** D·H·d + 2·D·K·d + H·d·D, the biases, norms and sinks that are there. */
function groupedTensors(D: number, g: GroupedAttention, layers: number): readonly ParameterTensor[] {
  const queries = g.numAttentionHeads * g.headDim;
  const keys = g.numKeyValueHeads * g.headDim;
  const [qNorm, kNorm] = { none: [0, 0], perHead: [g.headDim, g.headDim], full: [queries, keys] }[g.qkNorm];
  return [
    ...linear("q_proj", "attention", [queries, D], layers, g.bias.q),
    ...linear("k_proj", "attention", [keys, D], layers, g.bias.k),
    ...linear("v_proj", "attention", [keys, D], layers, g.bias.v),
    ...linear("o_proj", "attention", [D, queries], layers, g.bias.o),
    tensor("q_norm", "norms", [qNorm ?? 0], layers),
    tensor("k_norm", "norms", [kNorm ?? 0], layers),
    tensor("sinks", "attention", [g.sinks ? g.numAttentionHeads : 0], layers),
  ];
}

/** arXiv:2405.04434 §2.1: low-rank queries, one latent for keys and values with a decoupled rotary key. */
function latentTensors(D: number, m: LatentAttention, layers: number): readonly ParameterTensor[] {
  const H = m.numAttentionHeads;
  const queries = H * (m.qkNopeHeadDim + m.qkRopeHeadDim);
  const query =
    m.qLoraRank === null
      ? [tensor("q_proj", "attention", [queries, D], layers)]
      : [
          tensor("q_a_proj", "attention", [m.qLoraRank, D], layers),
          tensor("q_a_layernorm", "norms", [m.qLoraRank], layers),
          tensor("q_b_proj", "attention", [queries, m.qLoraRank], layers),
        ];
  return [
    ...query,
    tensor("kv_a_proj_with_mqa", "attention", [m.kvLoraRank + m.qkRopeHeadDim, D], layers),
    tensor("kv_a_layernorm", "norms", [m.kvLoraRank], layers),
    tensor("kv_b_proj", "attention", [H * (m.qkNopeHeadDim + m.vHeadDim), m.kvLoraRank], layers),
    tensor("o_proj", "attention", [D, H * m.vHeadDim], layers),
  ];
}

/** 3·D·F gated, 2·D·F not. */
function mlpTensors(a: Architecture, layers: number): readonly ParameterTensor[] {
  return feedForward("mlp", a.hiddenSize, a.intermediateSize, a.gated, a.mlpBias, layers);
}

function feedForward(part: ParameterPart, D: number, F: number, gated: boolean, bias: boolean, copies: number) {
  return [
    ...(gated ? linear("gate_proj", part, [F, D], copies, bias) : []),
    ...linear("up_proj", part, [F, D], copies, bias),
    ...linear("down_proj", part, [D, F], copies, bias),
  ];
}

/** E·3·D·F_e experts of which k are used, D·E router, 3·D·F_s shared. */
function expertTensors(D: number, e: Experts, gated: boolean, layers: number): readonly ParameterTensor[] {
  const routed = feedForward("experts", D, e.moeIntermediateSize, gated, e.expertBias, layers * e.numExperts);
  return [
    ...routed.map((each) => ({ ...each, activeCopies: layers * e.numExpertsPerTok })),
    ...linear("gate", "router", [e.numExperts, D], layers, e.routerBias),
    ...feedForward("sharedExperts", D, e.sharedExpertIntermediateSize, gated, false, layers),
    tensor("shared_expert_gate", "sharedExperts", [e.sharedExpertGate ? 1 : 0, D], layers),
  ];
}
