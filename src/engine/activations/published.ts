// Korthikanti et al., "Reducing Activation Recomputation in Large Transformer Models", arXiv:2205.05198, §4: a GPT
// layer with dropout, 16-bit activations, 1-byte masks.
import { bytes, type Bytes } from "../units";
import { keptActivations, type AttentionKind, type RecomputeMode } from "./recompute";
import type { ActivationShape } from "./rule";

/** Elements of a layer per s·b·h, and the bytes of its two masks: 16·2 + 2 = 34. */
const LAYER_ELEMENTS = 16;
const LAYER_MASKS = 2;
/** Elements per a·s²·b (softmax, its dropped copy), and the dropout mask: 2·2 + 1 = 5. */
const SCORE_ELEMENTS = 2;
const SCORE_MASKS = 1;

/** Equation 1: s·b·h·(34 + 5·a·s/h) at 2 bytes per element; `w` bytes per element in general. */
function publishedLayer(shape: ActivationShape, w: number, scoresStored: boolean): Bytes {
  const { batch: b, sequence: s, hidden: h, heads: a } = shape;
  const scores = scoresStored ? ((SCORE_ELEMENTS * w + SCORE_MASKS) * a * s) / h : 0;
  return bytes(s * b * h * (LAYER_ELEMENTS * w + LAYER_MASKS + scores));
}

/**
 * The whole stack: L·s·b·h·(34 + 5·a·s/h); selective recompute drops the second term (equation 5), full recompute keeps
 * 2·s·b·h per layer (table 2). With the vocabulary, section 4.3's ends: s·b·h + 4·s·b·h·(1 + v/h).
 */
export function publishedActivations(
  shape: ActivationShape,
  attention: AttentionKind,
  recompute: RecomputeMode,
  w: number,
): Bytes {
  const { batch: b, sequence: s, hidden: h, layers: L, vocab: v } = shape;
  const layer = publishedLayer(shape, w, attention === "standard" && recompute !== "selective");
  const checkpoint = w * s * b * h;
  const stack = recompute === "full" ? L * checkpoint : keptActivations(recompute, L, layer, checkpoint);
  const ends = v === undefined ? 0 : s * b * h + 2 * w * s * b * h + 4 * s * b * v;
  return bytes(stack + ends);
}
