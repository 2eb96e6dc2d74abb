// Bytes per token of the layer that needs most: T·bytes is the layer arm of a forward pass's peak. h hidden, f FFN width,
// t tensor parallel, k experts of a token; 16-bit activations.
import type { Architecture } from "../architecture";
import type { ServingRun } from "./run";
import type { Stage } from "./stages";

const HALF = 2;

/** Gate and up, and their product: 4f + 2f gated, 2f + 2f not. */
const feedForwardBytes = (a: Architecture, width: number): number => HALF * width * (a.gated ? 3 : 2);

/** Dense MLP: T·(6f/t + held·h). */
function denseBytes(a: Architecture, tp: number, hiddenBytes: number): number {
  return feedForwardBytes(a, a.intermediateSize / tp) + hiddenBytes * a.hiddenSize;
}

/** Experts: k routed rows a token, of max(2f_e/t, h) and f_e/t each: the fused kernel's two caches. */
function expertBytes(a: Architecture, expertTp: number, hiddenBytes: number): number {
  if (!a.experts) return 0;
  const { numExpertsPerTok: k, moeIntermediateSize } = a.experts;
  const f = moeIntermediateSize / expertTp;
  const gateUp = Math.max(a.gated ? 2 * f : f, a.hiddenSize);
  return k * HALF * (gateUp + f) + hiddenBytes * a.hiddenSize;
}

/** Attention: queries, keys, values and the output; latent attention expands its keys and values for prefill. */
function attentionBytes(a: Architecture, tp: number, hiddenBytes: number): number {
  const { attention } = a;
  const held = hiddenBytes * a.hiddenSize;
  switch (attention.kind) {
    case "grouped": {
      const queries = attention.numAttentionHeads / tp;
      const keys = Math.max(attention.numKeyValueHeads / tp, 1);
      return HALF * attention.headDim * (2 * queries + 2 * keys) + held;
    }
    case "latent": {
      const heads = attention.numAttentionHeads / tp;
      const key = attention.qkNopeHeadDim + attention.qkRopeHeadDim;
      const expanded = attention.qkNopeHeadDim + attention.vHeadDim;
      return HALF * heads * (2 * key + expanded + attention.vHeadDim) + held;
    }
    default:
      return attention satisfies never;
  }
}

/** Bytes per token of the layer that needs most. */
export function layerPeakBytes(run: ServingRun, stage: Stage, hiddenBytes: number): number {
  const { architecture: a, layout } = run;
  return Math.max(
    stage.layers.dense > 0 ? denseBytes(a, layout.tp, hiddenBytes) : 0,
    stage.layers.sparse > 0 ? expertBytes(a, Math.max(1, layout.tp / layout.ep), hiddenBytes) : 0,
    attentionBytes(a, layout.tp, hiddenBytes),
  );
}
