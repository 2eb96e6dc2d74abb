import { bytes, type Bytes } from "../units";
import { finalNormBytesPerToken, layerBytesPerToken, type SavedWidths } from "./layer";
import { keptActivations, type AttentionKind, type RecomputeMode } from "./recompute";
import type { ActivationShape } from "./rule";

/**
 * Saved activations of a stack of standard blocks, without the logits: those depend on the loss (`logitsBytes`).
 * Selective recompute keeps the queries, keys and values instead of what the attention core saves; with flash attention
 * that is one number per head and token, next to nothing.
 */
export function detailedActivations(
  shape: ActivationShape,
  attention: AttentionKind,
  recompute: RecomputeMode,
  widths: SavedWidths,
): Bytes {
  const layer = layerBytesPerToken(shape, recompute === "selective" ? "recomputed" : attention, widths);
  const stack = keptActivations(recompute, shape.layers, layer, shape.hidden * widths.activationBytes);
  const ends = shape.vocab === undefined ? 0 : finalNormBytesPerToken(shape.hidden, widths);
  return bytes(shape.batch * shape.sequence * (stack + ends));
}
