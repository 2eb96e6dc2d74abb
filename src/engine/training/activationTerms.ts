// The activations of one stage at its fullest moment, and what the backward pass of one layer adds to them.
import { headAdapterSaved } from "./adapterSaved";
import { CONSTANTS } from "./constants";
import { checkpointBytes, chunkKept, layerBytes, recomputedUnit, type LayerBytes } from "./kept";
import type { Stage } from "./pipeline";
import { hasVocabularyHead } from "./rankParameters";
import type { TrainingRun } from "./run";
import { mlpSaved, normInputBytes, routedRows } from "./savedTensors";
import { hasFusedNorm, rankShape, type RankShape } from "./shape";
import type { Term } from "./terms";

/** What the activations of every stage are counted from. */
export interface LayerContext {
  readonly shape: RankShape;
  readonly dense: LayerBytes;
  readonly sparse: LayerBytes;
}

export function layerContext(run: TrainingRun): LayerContext {
  const shape = rankShape(run);
  const dense = layerBytes(run, shape, false);
  return { shape, dense, sparse: run.architecture.experts ? layerBytes(run, shape, true) : dense };
}

const SOURCE = "autograd: what the backward of each operator reads";

/** Σ over chunks in flight of what their layers keep. */
export function savedTerm(run: TrainingRun, { shape, dense, sparse }: LayerContext, stage: Stage): Term {
  let perToken = 0;
  stage.chunks.forEach((chunk, index) => {
    const kept = chunkKept(run, shape, chunk, dense, sparse) + endsKept(run, shape, chunk.embedding, chunk.loss);
    perToken += (stage.inFlight[index] ?? 0) * kept;
  });
  if (run.offload.activations)
    perToken = Math.min(perToken, CONSTANTS.offloadedInputsKept.value * checkpointBytes(shape));
  return {
    component: "Saved activations",
    bytes: shape.T * perToken,
    basis: "analytic",
    source: SOURCE,
    perToken: true,
    formula: () => `${shape.T} tokens × ${perToken} bytes per token`,
  };
}

/** A norm and dropout behind the embedding, the final norm, the head's input. Compilation is of the layers. */
function endsKept(run: TrainingRun, shape: RankShape, embedding: boolean, loss: boolean): number {
  const { h, mi, sp } = shape;
  const embedded = embedding && run.architecture.embeddingNorm ? normInputBytes(run, shape) : 0;
  const atEmbedding = embedded + (embedding && run.dropout ? h / sp : 0);
  if (!loss || !run.architecture.finalNorm) return atEmbedding;
  const te = run.stack.transformerEngine && run.transformerEngine;
  const fusedNorm = te || hasFusedNorm(run);
  const trained = hasVocabularyHead(run) && !run.lora ? (mi * h) / sp : 0;
  const input = trained + headAdapterSaved(run, shape);
  return atEmbedding + normInputBytes(run, { ...shape, fusedNorm }) + input;
}

/**
 * Inside the backward of a layer, beyond what forward saved: the gradient of its output and of the MLP's first
 * products (the input of the second one has been freed for that of its gradient), or of stored scores; and the unit of
 * layers that is being recomputed.
 */
export function workingTerm(run: TrainingRun, context: LayerContext, stage: Stage): Term {
  const { shape } = context;
  const hasSparse = stage.chunks.some((chunk) => chunk.sparse + chunk.mtp > 0);
  const layer = hasSparse ? context.sparse : context.dense;
  const layers = stage.chunks.reduce((most, chunk) => Math.max(most, chunk.dense + chunk.sparse), 0);
  const recomputed = recomputedUnit(run, layers, layer, shape);
  const gradients = Math.max(mlpGradients(run, shape, hasSparse), scoreGradients(run, shape, layer));
  return {
    component: "Backward of one layer",
    bytes: shape.T * (recomputed + gradients),
    basis: "analytic",
    source: SOURCE,
    perToken: true,
    formula: () => `${shape.T} tokens × (${recomputed} recomputed + ${gradients} gradients)`,
  };
}

function mlpGradients(run: TrainingRun, shape: RankShape, sparse: boolean): number {
  const { experts, intermediateSize } = run.architecture;
  const width =
    sparse && experts ? experts.moeIntermediateSize * routedRows(run, shape, experts) * shape.tp : intermediateSize;
  return shape.stream * shape.h + (mlpSaved(run, shape, width, "mlp")[0]?.bytesPerToken ?? 0);
}

/** Gradients of the softmax's output and input, when the MLP's activations are gone. */
function scoreGradients(run: TrainingRun, { h, w, s, tp }: RankShape, layer: LayerBytes): number {
  if (run.attention === "flash") return 0;
  const scores = (2 * (run.scoreBytes ?? w) * run.architecture.attention.numAttentionHeads * s) / tp;
  const freed = layer.saved.reduce((sum, each) => sum + (each.group === "mlp" ? each.bytesPerToken : 0), 0);
  return Math.max(0, w * h + scores - freed);
}
