// A case's model as the engine's Architecture.
import type { Architecture, Attention, Experts, ExtraPart } from "../../engine/architecture";
import type { CaseModel } from "./measuredCase";

const CLASSES = 2;
const NORMS = { one_norm: 1, two_norms: 2 } as const;

function attention(m: CaseModel): Attention {
  if (m.mla)
    return {
      kind: "latent",
      numAttentionHeads: m.heads,
      qLoraRank: m.mla.q_lora_rank === 0 ? null : m.mla.q_lora_rank,
      kvLoraRank: m.mla.kv_lora_rank,
      qkNopeHeadDim: m.mla.qk_nope_head_dim,
      qkRopeHeadDim: m.mla.qk_rope_head_dim,
      vHeadDim: m.mla.v_head_dim,
    };
  const qkv = m.bias || m.qkv_bias;
  return {
    kind: "grouped",
    numAttentionHeads: m.heads,
    numKeyValueHeads: m.kv_heads,
    headDim: m.head_dim,
    bias: { q: qkv, k: qkv, v: qkv, o: m.bias },
    qkNorm: m.qk_norm ? "perHead" : "none",
    sinks: false,
  };
}

function experts({ moe, bias }: CaseModel): Experts | null {
  if (!moe) return null;
  return {
    numExperts: moe.experts,
    numExpertsPerTok: moe.top_k,
    moeIntermediateSize: moe.expert_ffn,
    sharedExpertIntermediateSize: moe.shared_ffn,
    sharedExpertGate: false,
    firstDenseLayers: moe.first_dense_layers,
    moeLayerFreq: 1,
    routerBias: false,
    expertBias: bias,
  };
}

function extraParts({ hidden, head, pooler }: CaseModel): readonly ExtraPart[] {
  const parts = [
    { name: "pooler", parameters: pooler ? hidden * hidden + hidden : 0, counted: true },
    { name: "classifier", parameters: head === "classifier" ? CLASSES * (hidden + 1) : 0, counted: true },
  ];
  return parts.filter((part) => part.parameters > 0);
}

/** Segment embeddings and a pooler are BERT's: its embeddings have a norm and its last layer has none behind it. */
const isEncoder = (m: CaseModel): boolean => m.token_types !== undefined || m.pooler !== undefined;

export function architectureOf(m: CaseModel): Architecture {
  const encoder = isEncoder(m);
  return {
    kind: encoder ? "encoder" : "decoder",
    numHiddenLayers: m.layers,
    hiddenSize: m.hidden,
    vocabSize: m.vocab,
    attention: attention(m),
    slidingWindow: null,
    intermediateSize: m.ffn,
    gated: m.gated,
    hiddenAct: m.activation,
    mlpBias: m.bias,
    experts: experts(m),
    norm: m.norm,
    normsPerLayer: m.parallel_block === null ? 2 : NORMS[m.parallel_block],
    finalNorm: !encoder,
    embeddingNorm: encoder,
    parallelBlock: m.parallel_block !== null,
    tieWordEmbeddings: m.tied,
    lmHead: m.head === "lm",
    lmHeadBias: m.lm_head_bias,
    maxPositionEmbeddings: m.max_positions,
    learnedPositions: m.max_positions,
    typeVocabSize: m.token_types ?? 0,
    extraParts: extraParts(m),
  };
}
