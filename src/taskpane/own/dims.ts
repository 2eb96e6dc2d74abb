// The sizes of a model as fields to change, and the architecture that they make.
import { EXPERTS } from "../../catalog/variants";
import type { Architecture, Attention, Experts } from "../../engine/architecture";

/** 0 experts: a dense model. */
export interface Dims {
  readonly layers: number;
  readonly hiddenSize: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly ffnSize: number;
  readonly vocabSize: number;
  readonly experts: number;
  readonly topK: number;
  readonly expertWidth: number;
  readonly tied: boolean;
}

export type SizeKey = Exclude<keyof Dims, "tied">;

/** As people say them; latent attention has no key and value heads, and its widths stay. */
export function sizesShown({ attention }: Architecture): readonly SizeKey[] {
  const grouped = attention.kind === "grouped" ? (["kvHeads", "headDim"] as const) : [];
  return ["layers", "hiddenSize", "heads", ...grouped, "ffnSize", "vocabSize", "experts", "topK", "expertWidth"];
}

export function dimsOf(a: Architecture): Dims {
  const { attention, experts } = a;
  const grouped = attention.kind === "grouped" ? attention : undefined;
  return {
    layers: a.numHiddenLayers,
    hiddenSize: a.hiddenSize,
    heads: attention.numAttentionHeads,
    kvHeads: grouped?.numKeyValueHeads ?? 0,
    headDim: grouped?.headDim ?? 0,
    ffnSize: a.intermediateSize,
    vocabSize: a.vocabSize,
    experts: experts?.numExperts ?? 0,
    topK: experts?.numExpertsPerTok ?? 0,
    expertWidth: experts?.moeIntermediateSize ?? 0,
    tied: a.tieWordEmbeddings,
  };
}

export function withDims(a: Architecture, dims: Dims): Architecture {
  const { layers } = dims;
  // Experts in every layer leave no dense MLP.
  const intermediateSize = !a.experts && dims.experts > 0 ? dims.expertWidth : dims.ffnSize;
  return {
    ...a,
    numHiddenLayers: layers,
    hiddenSize: dims.hiddenSize,
    intermediateSize,
    vocabSize: dims.vocabSize,
    tieWordEmbeddings: dims.tied,
    attention: attentionOf(a.attention, dims),
    experts: dims.experts > 0 ? expertsOf(a.experts, dims) : null,
    // The same share of the layers slides.
    slidingWindow: a.slidingWindow && {
      ...a.slidingWindow,
      layers: Math.max(1, Math.round((a.slidingWindow.layers / a.numHiddenLayers) * layers)),
    },
  };
}

const attentionOf = (attention: Attention, { heads, kvHeads, headDim }: Dims): Attention =>
  attention.kind === "latent"
    ? { ...attention, numAttentionHeads: heads }
    : { ...attention, numAttentionHeads: heads, numKeyValueHeads: kvHeads, headDim };

/** Shared experts stay as wide, counted in experts, as they were. */
function expertsOf(before: Experts | null, { experts, topK, expertWidth, layers }: Dims): Experts {
  const base = before ?? { ...EXPERTS, moeIntermediateSize: expertWidth };
  const shared = base.sharedExpertIntermediateSize / base.moeIntermediateSize;
  return {
    ...base,
    numExperts: experts,
    numExpertsPerTok: topK,
    moeIntermediateSize: expertWidth,
    sharedExpertIntermediateSize: shared * expertWidth,
    firstDenseLayers: Math.min(base.firstDenseLayers, layers),
  };
}
