// FLOPs of the attention core: queries times keys, and scores times values. No weights, so no part of 6·N.

import type { Architecture, Attention } from "./architecture";

/**
 * Which products of the core are counted. "full": all S keys for each query, as PaLM (arXiv:2204.02311 Appendix B),
 * llm-foundry and torchtitan count. "causal": the half that a decoder needs, as Megatron-LM counts.
 */
export type AttentionCount = "full" | "causal";

/** Forward FLOPs per token: 2·H·(d_qk + d_v) × keys, over all layers; 4·L·H·d·S without windows. */
export function attentionCoreFlops(a: Architecture, sequence: number, counted: AttentionCount): number {
  const { queryKey, value } = headWidths(a.attention);
  return 2 * a.attention.numAttentionHeads * (queryKey + value) * keysPerQuery(a, sequence, counted);
}

/** Keys that a query meets on average, added up over the layers; a layer with a window meets that many at most. */
function keysPerQuery(a: Architecture, S: number, counted: AttentionCount): number {
  const halved = counted === "causal" && a.kind === "decoder";
  /** Queries i = 1..S meet min(i, span) keys: span·(1 − span/2S), S/2 without a window. */
  const met = (span: number): number => (halved ? span * (1 - span / (2 * S)) : span);
  const sliding = a.slidingWindow?.layers ?? 0;
  return (a.numHiddenLayers - sliding) * met(S) + sliding * met(Math.min(S, a.slidingWindow?.size ?? S));
}

/** MLA multiplies with uncompressed keys and values in training (arXiv:2405.04434 §2.1). */
const headWidths = (attention: Attention): { readonly queryKey: number; readonly value: number } =>
  attention.kind === "grouped"
    ? { queryKey: attention.headDim, value: attention.headDim }
    : { queryKey: attention.qkNopeHeadDim + attention.qkRopeHeadDim, value: attention.vHeadDim };
