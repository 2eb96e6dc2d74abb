// Weights of one rank: the checkpoint's tensors at their dtype, and the tables that engines add.
import type { Architecture } from "../architecture";
import { exactly, type Range } from "../memoryLine";
import { storedBytes, UNQUANTIZED_BITS, type StorageFormat } from "../storage";
import { elements, type ParameterTensor } from "../tensors";
import { fromBits } from "../units";
import { isQuantized } from "../weights";
import type { ServingEngine } from "./engineTraits";
import { mixedBytes } from "./mixedRecipe";
import { rankShape, stageTensors, type RankShape } from "./rankTensors";
import type { ServingRun, WeightStorage } from "./run";
import type { Stage } from "./stages";
import { blockBytes, segmentBytes, type TensorGroup } from "./tensorBlocks";

export interface RankWeights {
  /** Tensors in their format. */
  readonly stored: number;
  /** Rotary table; its range covers context lengths that the architecture does not tell. */
  readonly ropeTable: Range;
  /** Unsplit remainders of allocator blocks. */
  readonly slack: number;
  /** Segments that the allocator holds for tensors and table. */
  readonly segments: number;
  /** The largest matrix of a quantized format, in weights: what an eager engine dequantizes at once. */
  readonly largestQuantized: number;
}

/** Groups along the input features are at most this long; longer ones run over rows (FP8 128×128 blocks). */
const LONGEST_GROUP = 128;
/** Length of the rotary table where max_position_embeddings is unknown: a usual one, and the range of current models. */
const USUAL_POSITIONS = { likely: 32_768, low: 2048, high: 131_072 };

/** Weights that share one scale along the input, which tp must not cut. */
export function groupSize(format: StorageFormat): number {
  const groups = format.scales.map((scale) => scale.per).filter((per) => per <= LONGEST_GROUP);
  return format.quantizes === "linear" || format.quantizes === "experts" ? Math.max(1, ...groups) : 1;
}

export function rankShapeFor(run: ServingRun, a: Architecture, weights: WeightStorage): RankShape {
  const expertsOnly = weights.format.quantizes === "experts";
  return rankShape(a, run.layout, run.engine, { group: groupSize(weights.format), expertsOnly });
}

const takesFormat = (tensor: ParameterTensor, format: StorageFormat, engine: ServingEngine): boolean =>
  isQuantized(tensor, format.quantizes) ||
  (engine.quantizesHead && format.quantizes === "linear" && tensor.part === "head" && tensor.shape.length >= 2);

/** Bytes of one tensor with all its copies. */
export function tensorBytes(
  tensor: ParameterTensor,
  weights: WeightStorage,
  engine: ServingEngine,
  a: Architecture,
  stage: Stage,
): number {
  if (weights.recipe) return mixedBytes(tensor, weights.recipe, a, stage.span);
  const count = tensor.copies * elements(tensor);
  if (!takesFormat(tensor, weights.format, engine)) return fromBits(count * UNQUANTIZED_BITS);
  return storedBytes(count, weights.format, tensor.copies * (tensor.shape[0] ?? 0));
}

/** Positions × rotary width × bytes per element; none with learned positions. Unknown positions hold the context at least. */
function ropeTable({ architecture: a, engine, load }: ServingRun): Range {
  if (a.learnedPositions > 0 || a.kind === "encoder" || engine.ropeTableBytes === 0) return exactly(0);
  const width = a.attention.kind === "grouped" ? a.attention.headDim : a.attention.qkRopeHeadDim;
  const bytes = (positions: number) => positions * width * engine.ropeTableBytes;
  if (a.maxPositionEmbeddings > 0) return exactly(bytes(a.maxPositionEmbeddings));
  const { likely, low, high } = USUAL_POSITIONS;
  const atLeast = (positions: number) => bytes(Math.max(positions, load.context.max));
  return { likely: atLeast(likely), low: atLeast(low), high: atLeast(high) };
}

const QKV: Readonly<Record<string, string>> = { q_proj: "qkv", k_proj: "qkv", v_proj: "qkv" };
const QKV_AND_GATE_UP: Readonly<Record<string, string>> = { ...QKV, gate_proj: "gate_up", up_proj: "gate_up" };

interface Allocation extends TensorGroup {
  readonly part: ParameterTensor["part"];
  readonly name: string;
  bytes: number;
}

/** The tensors as they are allocated: q, k, v in one, gate and up in one, a layer's experts in one. */
function allocations(run: ServingRun, tensors: readonly ParameterTensor[], stage: Stage): readonly TensorGroup[] {
  const { engine, weights } = run;
  const fused = engine.fusesGateUp ? QKV_AND_GATE_UP : QKV;
  const groups: Allocation[] = [];
  for (const tensor of tensors) {
    const { part, copies } = tensor;
    const name = fused[tensor.name] ?? tensor.name;
    const bits = takesFormat(tensor, weights.format, engine) ? weights.format.elementBits : UNQUANTIZED_BITS;
    const count = part === "experts" ? stage.layers.sparse : copies;
    const bytes = fromBits((elements(tensor) * copies * bits) / count);
    const group = groups.find((each) => each.name === name && each.part === part);
    if (group) group.bytes += bytes;
    else groups.push({ part, name, bytes, count });
  }
  return groups;
}

/** `gpu`: what of the stage is on the GPU. */
export function rankWeights(run: ServingRun, gpu: Stage): RankWeights {
  const { architecture: a, engine, weights } = run;
  const tensors = stageTensors(a, gpu, engine, rankShapeFor(run, a, weights));
  const table = ropeTable(run);
  const groups = engine.torchAllocator && !weights.recipe ? allocations(run, tensors, gpu) : [];
  let stored = 0;
  let largest = 0;
  for (const tensor of tensors) {
    stored += tensorBytes(tensor, weights, engine, a, gpu);
    if (takesFormat(tensor, weights.format, engine)) largest = Math.max(largest, elements(tensor));
  }
  const inGroups = groups.reduce((sum, { bytes, count }) => sum + count * bytes, 0);
  const inBlocks = groups.reduce((sum, { bytes, count }) => sum + count * blockBytes(bytes), 0);
  return {
    stored,
    ropeTable: table,
    slack: inBlocks - inGroups,
    segments: segmentBytes([...groups, { bytes: table.likely, count: 1 }]) + stored - inGroups,
    largestQuantized: largest,
  };
}

/** What stays in host memory: the token embedding, the layers that are not offloaded. */
export function hostWeights(run: ServingRun, host: Stage): number {
  const { architecture: a, engine, weights } = run;
  if (!host.first && !host.last && host.layers.all === 0) return 0;
  return stageTensors(a, host, engine, rankShapeFor(run, a, weights)).reduce(
    (sum, tensor) => sum + tensorBytes(tensor, weights, engine, a, host),
    0,
  );
}
