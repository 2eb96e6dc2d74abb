import { bytes, type Bytes } from "../units";
import { finalNormBytesPerToken, layerBytesPerToken, type SavedWidths } from "./layer";
import { keptActivations, type AttentionKind, type RecomputeMode } from "./recompute";
import type { ActivationShape } from "./rule";

/**
 * Saved activations of a stack of standard blocks, without the logits: those depend on the loss (`logitsBytes`).
 * Selective recompute keeps the inputs of the attention core instead of its scores; with flash attention there is
 * nothing left for it to save.
 */
export function detailedActivations(
  shape: ActivationShape,
  attention: AttentionKind,
  recompute: RecomputeMode,
  widths: SavedWidths,
): Bytes {
  const tokens = shape.batch * shape.sequence;
  const full = layerBytesPerToken(shape, attention, widths);
  const layer = recompute === "selective" && attention === "standard" ? withoutScores(shape, full, widths) : full;
  const stack = keptActivations(recompute, shape.layers, layer, shape.hidden * widths.activationBytes);
  const ends = shape.vocab === undefined ? 0 : finalNormBytesPerToken(shape.hidden, widths);
  return bytes(tokens * (stack + ends));
}

const withoutScores = ({ heads, sequence }: ActivationShape, layer: Bytes, { activationBytes }: SavedWidths): Bytes =>
  bytes(layer - heads * sequence * activationBytes);
