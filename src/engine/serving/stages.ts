// Pipeline stages: which layers a rank holds.
import type { Architecture, LayerCounts } from "../architecture";
import type { LayerSpan } from "./mixedRecipe";

export interface Stage {
  readonly span: LayerSpan;
  readonly layers: LayerCounts;
  /** Layers of the stage whose attention slides. */
  readonly sliding: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** Layers of stage i: L/p each; what is left over goes to the stages before the last, from behind (vLLM get_pp_indices). */
function stageSpan(layers: number, pp: number, index: number): LayerSpan {
  const share = Math.floor(layers / pp);
  const extra = layers % pp;
  const extraBefore = Math.max(0, index - (pp - 1 - extra));
  const from = index * share + Math.min(extraBefore, extra);
  const hasExtra = index < pp - 1 && index >= pp - 1 - extra;
  return { from, to: from + share + (hasExtra ? 1 : 0) };
}

/** Layers with experts among the first n. */
function sparseBefore(a: Architecture, n: number): number {
  if (!a.experts) return 0;
  return Math.max(0, Math.floor((n - a.experts.firstDenseLayers) / a.experts.moeLayerFreq));
}

/** Sliding layers among the first n, spread evenly over the model. */
function slidingBefore(a: Architecture, n: number): number {
  return a.slidingWindow ? Math.floor((n * a.slidingWindow.layers) / a.numHiddenLayers) : 0;
}

/** The layers of a span, and whether the embedding and the head are with them. */
function stageOfSpan(
  a: Architecture,
  span: LayerSpan,
  ends: { readonly first: boolean; readonly last: boolean },
): Stage {
  const all = span.to - span.from;
  const sparse = sparseBefore(a, span.to) - sparseBefore(a, span.from);
  return {
    span,
    layers: { all, dense: all - sparse, sparse },
    sliding: slidingBefore(a, span.to) - slidingBefore(a, span.from),
    ...ends,
  };
}

export const stageOf = (a: Architecture, pp: number, index: number): Stage =>
  stageOfSpan(a, stageSpan(a.numHiddenLayers, pp, index), { first: index === 0, last: index === pp - 1 });

export interface Placement {
  readonly gpu: Stage;
  readonly host: Stage;
}

/**
 * What of a stage is on the GPU: the last `gpuLayers` layers, the head with one more, the embedding unless the engine
 * keeps it in host memory (llama.cpp -ngl).
 */
export function placement(
  a: Architecture,
  stage: Stage,
  gpuLayers: number | null,
  embeddingOnHost: boolean,
): Placement {
  const layers = a.numHiddenLayers;
  const { from, to } = stage.span;
  const start = Math.min(to, Math.max(from, layers - (gpuLayers ?? layers)));
  const headOnGpu = gpuLayers === null || gpuLayers > layers;
  const gpuEnds = { first: stage.first && !embeddingOnHost, last: stage.last && headOnGpu };
  const hostEnds = { first: stage.first && embeddingOnHost, last: stage.last && !headOnGpu };
  return {
    gpu: stageOfSpan(a, { from: start, to }, gpuEnds),
    host: stageOfSpan(a, { from, to: start }, hostEnds),
  };
}

/** The stages that can be the fullest: the first, the last, and the one before the last, which has any extra layer. */
export function candidateStages(a: Architecture, pp: number): readonly Stage[] {
  const indices = new Set([0, Math.max(0, pp - 2), pp - 1]);
  return [...indices].map((index) => stageOf(a, pp, index));
}
