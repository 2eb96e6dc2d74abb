// FLOPs of training a token. Model FLOPs are those without recompute (MFU); with recompute they are hardware FLOPs (HFU).

import { recomputedShare, recomputeFlopsFactor, type RecomputeMode } from "./activations/recompute";
import type { Architecture } from "./architecture";
import { attentionCoreFlops, type AttentionCount } from "./attentionFlops";
import { parameterCount } from "./parameters";

export interface TrainingWork {
  /** N of 6·N. */
  readonly parameters: number;
  /** Trained in place of the N, which are frozen (LoRA). */
  readonly adapterParameters?: number;
  /** Forward FLOPs per token of the attention core; 0 in the rule of thumb. */
  readonly attentionCore: number;
  readonly recompute: RecomputeMode;
  /** With √L recompute the last segment runs only once. */
  readonly layers?: number;
}

/**
 * N of 6·N: all parameters, input embedding included, as PaLM and llm-foundry count. With experts those that a token is
 * multiplied with: the chosen ones, without the input embedding unless it is the head, too (torchtitan).
 */
export function multipliedParameters(a: Architecture): number {
  const { active, embedding } = parameterCount(a);
  return a.experts && !a.tieWordEmbeddings ? active - embedding : active;
}

/** 6·N, and with a sequence length + 12·L·H·d·S (arXiv:2204.02311 Appendix B). */
export const modelWork = (a: Architecture, sequence: number | undefined, counted: AttentionCount): TrainingWork => ({
  parameters: multipliedParameters(a),
  attentionCore: sequence === undefined ? 0 : attentionCoreFlops(a, sequence, counted),
  recompute: "none",
  layers: a.numHiddenLayers,
});

export const trainingFlopsPerToken = (work: TrainingWork): number => weightFlops(work) + coreFlops(work);

/** 6·N: 2 forward, 2 for the gradients of activations, 2 for those of weights. A frozen base lacks the last 2. */
function weightFlops({ parameters, adapterParameters, recompute, layers }: TrainingWork): number {
  const trained = 6 * recomputeFlopsFactor(recompute, 2, layers);
  if (adapterParameters === undefined) return trained * parameters;
  return 4 * recomputeFlopsFactor(recompute, 1, layers) * parameters + trained * adapterParameters;
}

/**
 * The core has two inputs and no weights: 3 × forward, whatever trains. Recomputed it runs forward once more; arXiv:2205.05198
 * eq. 8 counts three more, and flash attention's own recompute is in no published count.
 */
function coreFlops({ attentionCore, recompute, layers }: TrainingWork): number {
  return attentionCore * (3 + (recompute === "selective" ? 1 : recomputedShare(recompute, layers)));
}
