// The model of a scenario: a catalog row or a config.json, with the dimensions that the scenario overrides.
import type { Architecture, Attention, Experts } from "../../engine/architecture";
import { EngineError, mustDivide, mustNotExceed } from "../../engine/issues";
import type { NamedArchitecture } from "../modelFields";
import type { LabelValues } from "./labels";

/** The model, dimensions replaced; the same record again where nothing is overridden, so that caches hold. */
export function scenarioModel(values: LabelValues): NamedArchitecture {
  const model = values.config ?? values.model;
  if (!model) throw new EngineError({ code: "goes_with", param: "gpu", needed: "model" });
  const architecture = overridden(model.architecture, values);
  return architecture === model.architecture ? model : { ...model, architecture };
}

/** A value that differs from what the model has. */
const changes = <T>(value: T | undefined, own: T): value is T => value !== undefined && value !== own;

function overridden(a: Architecture, v: LabelValues): Architecture {
  const attention = overriddenAttention(a.attention, v);
  const experts = a.experts && overriddenExperts(a.experts, v);
  if (
    attention === a.attention &&
    experts === a.experts &&
    !changes(v.layers, a.numHiddenLayers) &&
    !changes(v.hiddenSize, a.hiddenSize) &&
    !changes(v.ffnSize, a.intermediateSize) &&
    !changes(v.gated, a.gated) &&
    !changes(v.vocabSize, a.vocabSize) &&
    !changes(v.tied, a.tieWordEmbeddings)
  )
    return a;
  const layers = v.layers ?? a.numHiddenLayers;
  const sliding = a.slidingWindow && {
    ...a.slidingWindow,
    layers: Math.round((a.slidingWindow.layers * layers) / a.numHiddenLayers),
  };
  return {
    ...a,
    attention,
    experts,
    slidingWindow: sliding,
    numHiddenLayers: layers,
    hiddenSize: v.hiddenSize ?? a.hiddenSize,
    intermediateSize: v.ffnSize ?? a.intermediateSize,
    gated: v.gated ?? a.gated,
    vocabSize: v.vocabSize ?? a.vocabSize,
    tieWordEmbeddings: v.tied ?? a.tieWordEmbeddings,
  };
}

function overriddenAttention(attention: Attention, v: LabelValues): Attention {
  if (attention.kind === "latent")
    return changes(v.heads, attention.numAttentionHeads) ? { ...attention, numAttentionHeads: v.heads } : attention;
  const heads = v.heads ?? attention.numAttentionHeads;
  const grouped = attention.numKeyValueHeads === attention.numAttentionHeads;
  const keyValueHeads = v.kvHeads ?? (grouped ? heads : attention.numKeyValueHeads);
  // A model that is made wider without saying otherwise has the same number of wider heads.
  const headDim =
    v.headDim ??
    (v.hiddenSize !== undefined || v.heads !== undefined
      ? derivedHeadDim(attention.headDim, heads, v)
      : attention.headDim);
  mustDivide("kv heads", keyValueHeads, "heads", heads);
  if (
    heads === attention.numAttentionHeads &&
    keyValueHeads === attention.numKeyValueHeads &&
    headDim === attention.headDim
  )
    return attention;
  return { ...attention, numAttentionHeads: heads, numKeyValueHeads: keyValueHeads, headDim };
}

function derivedHeadDim(own: number, heads: number, v: LabelValues): number {
  if (v.hiddenSize === undefined) return own;
  mustDivide("heads", heads, "hidden size", v.hiddenSize);
  return v.hiddenSize / heads;
}

function overriddenExperts(experts: Experts, v: LabelValues): Experts {
  const { numExperts, numExpertsPerTok, moeIntermediateSize } = experts;
  if (
    !changes(v.experts, numExperts) &&
    !changes(v.topK, numExpertsPerTok) &&
    !changes(v.expertFfnSize, moeIntermediateSize)
  )
    return experts;
  mustNotExceed("top k", v.topK ?? numExpertsPerTok, "experts", v.experts ?? numExperts);
  return {
    ...experts,
    numExperts: v.experts ?? numExperts,
    numExpertsPerTok: v.topK ?? numExpertsPerTok,
    moeIntermediateSize: v.expertFfnSize ?? moeIntermediateSize,
  };
}

/** A learned position table has no row beyond its end; rotary positions only get worse there. */
export function withinLearnedPositions(label: string, tokens: number, { learnedPositions }: Architecture): void {
  if (learnedPositions > 0) mustNotExceed(label, tokens, "the model's positions", learnedPositions);
}
