/** `flash` never stores the S×S scores; `standard` stores what the backward pass of softmax needs. */
export type AttentionKind = "flash" | "standard";

/**
 * What the backward pass recomputes: nothing; the attention core (arXiv:2205.05198 §4.2); every layer from its input;
 * or segments of about √L layers (arXiv:1604.06174).
 */
export type RecomputeMode = "none" | "selective" | "full" | "sqrt";

/** Segments of √L recompute, and the layers of the longest one. */
export function segments(layers: number): { readonly count: number; readonly length: number } {
  const count = Math.max(1, Math.round(Math.sqrt(layers)));
  return { count, length: Math.ceil(layers / count) };
}

/**
 * What a stack of layers holds at its fullest, in the unit of `layer` and `checkpoint`: the checkpoints, and in full
 * the layers that are being recomputed; the first of those reads its own checkpoint, which is counted once.
 * `selective` is for the caller to express in `layer`.
 */
export function keptActivations(recompute: RecomputeMode, layers: number, layer: number, checkpoint: number): number {
  switch (recompute) {
    case "none":
    case "selective":
      return layers * layer;
    case "full":
      return (layers - 1) * checkpoint + layer;
    case "sqrt": {
      const { count, length } = segments(layers);
      return (count - 1) * checkpoint + length * layer;
    }
    default:
      return recompute satisfies never;
  }
}

/** Share of the layers' forward pass that runs a second time. Under √L the last segment is still there when its turn comes. */
export function recomputedShare(recompute: RecomputeMode, layers?: number): number {
  switch (recompute) {
    case "none":
    case "selective":
      return 0;
    case "full":
      return 1;
    case "sqrt":
      return layers === undefined ? 1 : 1 - segments(layers).length / layers;
    default:
      return recompute satisfies never;
  }
}

/**
 * FLOPs of a step with recompute, relative to the step without: (forward + backward + recomputed forward) ÷
 * (forward + backward). The backward pass costs two forward passes when all weights train (6·N per token), one when
 * the base is frozen (LoRA, 4·N). The products of the attention core are in neither count.
 */
export function recomputeFlopsFactor(recompute: RecomputeMode, backwardPasses: 1 | 2, layers?: number): number {
  return 1 + recomputedShare(recompute, layers) / (1 + backwardPasses);
}
