// What recomputation leaves of the saved activations, per layer and per chunk of layers, in bytes per token.
import { segments } from "../activations/recompute";
import type { Chunk } from "./pipeline";
import type { RecomputeModule, SavedOperator, TrainingRun } from "./run";
import { layerSaved, type Saved, type SavedGroup } from "./savedTensors";
import type { RankShape } from "./shape";

/** One layer of a kind: all that its backward reads, and what of it waits for backward. */
export interface LayerBytes {
  readonly full: number;
  readonly kept: number;
  readonly saved: readonly Saved[];
}

/** What each of Megatron's modules recomputes instead of keeping. */
const RECOMPUTED: Readonly<Record<RecomputeModule, readonly SavedGroup[]>> = {
  core_attn: ["scores"],
  layernorm: ["norm output"],
  mla_up_proj: ["projections"],
  mlp: ["mlp"],
  moe: ["router", "expert input", "expert", "expert activation", "shared expert"],
  moe_act: ["expert activation"],
  shared_experts: ["shared expert"],
};
const NO_GROUPS: readonly SavedGroup[] = [];

export function layerBytes(run: TrainingRun, shape: RankShape, sparse: boolean): LayerBytes {
  const saved = layerSaved(run, shape, sparse);
  let [full, without] = [0, 0];
  const dropped = droppedGroups(run);
  for (const { group, bytesPerToken } of saved) {
    full += bytesPerToken;
    if (dropped.includes(group)) without += bytesPerToken;
  }
  const operators = run.recompute.kind === "selectiveOps" ? operatorsSaved(run, shape, run.recompute.saved) : full;
  return { full, kept: Math.min(full - without, operators), saved };
}

function droppedGroups({ recompute }: TrainingRun): readonly SavedGroup[] {
  if (recompute.kind === "selectiveAttention") return RECOMPUTED.core_attn;
  if (recompute.kind === "modules") return recompute.modules.flatMap((module) => RECOMPUTED[module]);
  return NO_GROUPS;
}

/**
 * The block's input and the named results; products reduced over tp (wo, w2) are kept before the reduction, and both
 * results of the reduction as well (torchtitan's list names reduce_scatter_tensor).
 */
function operatorsSaved(run: TrainingRun, shape: RankShape, operators: readonly SavedOperator[]): number {
  const { h, w, tp } = shape;
  const { attention, intermediateSize: f } = run.architecture;
  const head = attention.kind === "grouped" ? attention.headDim : attention.vHeadDim;
  const q = attention.numAttentionHeads * head;
  const k = attention.kind === "grouped" ? attention.numKeyValueHeads * head : q;
  const sdpa = (w * q + 4 * attention.numAttentionHeads) / tp;
  const last = run.compile ? 0 : w * h;
  const sizes: Readonly<Record<SavedOperator, number>> = {
    wq: (w * q) / tp,
    wk: (w * k) / tp,
    wv: (w * k) / tp,
    wo: w * h,
    w1: (w * f) / tp,
    w3: (w * f) / tp,
    w2: last,
    sdpa,
  };
  const reduced = tp > 1 ? 2 * checkpointBytes(shape) : 0;
  return operators.reduce((sum, operator) => sum + sizes[operator], checkpointBytes(shape) + reduced);
}

/** The input of a layer or of a unit of layers. */
export const checkpointBytes = ({ h, sp, stream }: RankShape): number => (stream * h) / sp;

/** A chunk's activations of one microbatch that wait for backward. */
export function chunkKept(
  run: TrainingRun,
  shape: RankShape,
  chunk: Chunk,
  dense: LayerBytes,
  sparse: LayerBytes,
): number {
  const mtp = chunk.mtp * ((run.architecture.experts ? sparse : dense).kept + mtpBytes(shape));
  const layers = chunk.dense + chunk.sparse;
  const all = chunk.dense * dense.kept + chunk.sparse * sparse.kept;
  if (layers === 0) return mtp;
  const checkpointed = checkpointedLayers(run, layers);
  return mtp + all * (1 - checkpointed.layers / layers) + checkpointed.inputs * checkpointBytes(shape);
}

/** Norms of embedding and hidden state, their concatenation, the norm behind the layer: 6·h (arXiv:2412.19437 §2.2). */
const mtpBytes = ({ h, sp, stream }: RankShape): number => (6 * stream * h) / sp;

/** Of so many layers, how many keep no activations of their own, and how many inputs are kept in their place. */
export function checkpointedLayers({ recompute }: TrainingRun, layers: number): Checkpointed {
  switch (recompute.kind) {
    case "none":
    case "selectiveAttention":
    case "selectiveOps":
    case "modules":
      return { layers: 0, inputs: 0 };
    case "everyNth":
      return ownInputs(Math.floor(layers / recompute.n));
    case "sqrt":
      return { layers, inputs: segments(layers).count };
    case "full":
      if (recompute.method === "block") return ownInputs(Math.min(layers, recompute.layers));
      return { layers, inputs: Math.ceil(layers / recompute.layers) };
    default:
      return recompute satisfies never;
  }
}

interface Checkpointed {
  readonly layers: number;
  readonly inputs: number;
}

const ownInputs = (layers: number): Checkpointed => ({ layers, inputs: layers });

/** Whole layers that are recomputed together. */
export function unitLayers({ recompute }: TrainingRun, layers: number): number {
  switch (recompute.kind) {
    case "none":
    case "selectiveAttention":
    case "selectiveOps":
    case "modules":
      return 0;
    case "everyNth":
      return layers < recompute.n ? 0 : 1;
    case "sqrt":
      return segments(layers).length;
    case "full":
      return recompute.method === "block" ? 1 : Math.min(recompute.layers, layers);
    default:
      return recompute satisfies never;
  }
}

/** What is recomputed at a time: a unit of layers in full beside its input, or what one layer dropped. */
export function recomputedUnit(run: TrainingRun, layers: number, layer: LayerBytes, shape: RankShape): number {
  const { recompute } = run;
  switch (recompute.kind) {
    case "none":
      return 0;
    case "selectiveAttention":
    case "selectiveOps":
    case "modules":
      return layer.full - layer.kept;
    case "everyNth":
      return unitLayers(run, layers) * layer.full;
    case "sqrt":
    case "full":
      return unitLayers(run, layers) * layer.full - checkpointInUnit(shape);
    default:
      return recompute satisfies never;
  }
}

/** The first norm of a unit keeps the unit's own input, unless it keeps an fp32 copy. */
const checkpointInUnit = (shape: RankShape): number => (shape.fusedNorm ? checkpointBytes(shape) : 0);
