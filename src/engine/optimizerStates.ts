// What an optimizer keeps for a tensor, by kind of state.
import type { ParameterTensor } from "./tensors";

/** Which tensors have the state: all, the matrices of the layers, or everything else (embedding, head, vectors). */
export type StateScope = "all" | "hidden" | "rest";

interface Scoped {
  readonly name: string;
  readonly on: StateScope;
}

/** One value per element, in the recipe's state dtype. */
export interface ElementState extends Scoped {
  readonly kind: "element";
}

/** Quantized in blocks with a scale each; tensors below minElements stay 32 bit (bitsandbytes). */
export interface BlockState extends Scoped {
  readonly kind: "block";
  readonly elementBytes: number;
  readonly blockSize: number;
  readonly scaleBytes: number;
  readonly minElements: number;
}

/** m + n sums of an m×n matrix; vectors keep every element. */
export interface FactoredState extends Scoped {
  readonly kind: "factored";
}

/** One value per output row; one per vector. */
export interface RowState extends Scoped {
  readonly kind: "row";
}

/** Square matrices for both sides of an m×n matrix: perSide·(m² + n²). */
export interface KroneckerState extends Scoped {
  readonly kind: "kronecker";
  readonly perSide: number;
  /** A longer side is cut into blocks of this size with their own matrices, or goes without. */
  readonly maxSide: number;
  readonly longSide: "split" | "skip";
  /** Whether a vector has them for its one side. */
  readonly vectors: boolean;
}

/** m×r projector of the shorter side and so many n×r moments: m·r + moments·n·r. */
export interface LowRankState extends Scoped {
  readonly kind: "lowRank";
  readonly rank: number;
  readonly moments: number;
}

/** States in the recipe's state dtype. */
export type WideState = ElementState | FactoredState | RowState | KroneckerState | LowRankState;
export type OptimizerState = WideState | BlockState;

const NOT_HIDDEN: ReadonlySet<ParameterTensor["part"]> = new Set(["embedding", "positions", "head", "extra"]);

export function inScope(scope: StateScope, tensor: ParameterTensor): boolean {
  const hidden = tensor.shape.length >= 2 && !NOT_HIDDEN.has(tensor.part);
  return scope === "all" || (scope === "hidden") === hidden;
}

/** Values that a state keeps for one tensor of this shape: [m, n] or [n]. */
export function stateElements(state: WideState, shape: readonly number[]): number {
  const [m = 0, n] = shape;
  return n === undefined ? vectorElements(state, m) : matrixElements(state, m, n);
}

function matrixElements(state: WideState, m: number, n: number): number {
  switch (state.kind) {
    case "element":
      return m * n;
    case "factored":
      return m + n;
    case "row":
      return m;
    case "kronecker":
      return state.perSide * kroneckerElements(state, m, n);
    case "lowRank":
      return Math.min(state.rank, m, n) * (Math.min(m, n) + state.moments * Math.max(m, n));
  }
}

function vectorElements(state: WideState, n: number): number {
  switch (state.kind) {
    case "element":
    case "factored":
      return n;
    case "row":
      return 1;
    case "kronecker":
      return state.vectors ? state.perSide * squaredBlocks(n, state.maxSide) : 0;
    case "lowRank":
      return 0;
  }
}

/** Every block of a matrix has its own pair, so a side's matrices repeat once per block of the other side. */
function kroneckerElements(state: KroneckerState, m: number, n: number): number {
  if (state.longSide === "skip") return shortSide(m, state.maxSide) + shortSide(n, state.maxSide);
  return (
    squaredBlocks(m, state.maxSide) * Math.ceil(n / state.maxSide) +
    squaredBlocks(n, state.maxSide) * Math.ceil(m / state.maxSide)
  );
}

const shortSide = (side: number, max: number): number => (side > max ? 0 : side ** 2);
const squaredBlocks = (side: number, max: number): number => Math.floor(side / max) * max ** 2 + (side % max) ** 2;
