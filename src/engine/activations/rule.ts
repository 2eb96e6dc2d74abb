// The one-pager's rule of thumb. It counts elements, keeps about half of what autograd stores, and is asked for by name.
import { bytes, type Bytes } from "../units";
import { keptActivations, type AttentionKind, type RecomputeMode } from "./recompute";

export interface ActivationShape {
  /** Sequences of one micro batch on one GPU. */
  readonly batch: number;
  /** Tokens per sequence. */
  readonly sequence: number;
  readonly hidden: number;
  readonly layers: number;
  readonly heads: number;
  /** Tokens in the vocabulary; undefined leaves out the ends of the model. */
  readonly vocab?: number;
}

/** One layer, in elements: 8·B·S·D + B·H·S·S; the second term only where the scores are stored. */
function ruleLayerElements(shape: ActivationShape, scoresStored: boolean): number {
  const { batch: B, sequence: S, hidden: D, heads: H } = shape;
  return 8 * B * S * D + (scoresStored ? B * H * S * S : 0);
}

/** The scores that flash attention does not store, of all layers: L·B·H·S² elements. */
export function scoreBytes(shape: Omit<ActivationShape, "hidden" | "vocab">, bytesPerElement: number): Bytes {
  const { batch: B, sequence: S, layers: L, heads: H } = shape;
  return bytes(L * B * H * S * S * bytesPerElement);
}

/** Whole model: B·S·(D + 8·L·D + V) + L·B·H·S·S elements; D and V only when the vocabulary is given. */
export function ruleActivations(
  shape: ActivationShape,
  attention: AttentionKind,
  recompute: RecomputeMode,
  bytesPerElement: number,
): Bytes {
  const { batch: B, sequence: S, hidden: D, layers: L, vocab: V } = shape;
  const layer = ruleLayerElements(shape, attention === "standard" && recompute !== "selective");
  // The one-pager's √L checkpointing counts each checkpoint as one layer's worth.
  const stack =
    recompute === "sqrt" ? Math.round(Math.sqrt(L)) * layer : keptActivations(recompute, L, layer, B * S * D);
  const ends = V === undefined ? 0 : B * S * (D + V);
  return bytes((stack + ends) * bytesPerElement);
}
