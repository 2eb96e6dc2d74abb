// Optimizer state of a number of parameters, or of a model's own tensors.
import { EngineError } from "./issues";
import { inScope, stateElements, type BlockState, type OptimizerState } from "./optimizerStates";
import { elements, type ParameterSet, type ParameterTensor } from "./tensors";
import { bytes, type Bytes } from "./units";

export interface Optimizer {
  readonly label: string;
  readonly states: readonly OptimizerState[];
}

export interface StateOptions {
  /** One element of a 32-bit state under the recipe: 4, or 2 with bf16 states. */
  readonly stateBytes: number;
  /** false: quantized states without their scales and exceptions, as rules of thumb count them. */
  readonly blockScales: boolean;
  /** Trainers that keep embeddings out of 8-bit states (Hugging Face). */
  readonly wideEmbeddings?: boolean;
}

/** Tensors that stay out of quantization keep fp32 states, whatever the recipe. */
const WIDE_STATE_BYTES = 4;

/** Σ over states and tensors; 32-bit states scale with the recipe's stateBytes. */
export function optimizerStateBytes(optimizer: Optimizer, updated: ParameterSet, options: StateOptions): Bytes {
  const { tensors, count } = updated;
  if (!tensors || (!needsShapes(optimizer) && !options.blockScales)) return flatBytes(optimizer, count, options);
  let sum = 0;
  for (const tensor of tensors)
    for (const state of optimizer.states)
      if (inScope(state.on, tensor)) sum += tensor.copies * stateBytes(state, tensor, options);
  return bytes(sum);
}

/** True where the state depends on the shapes of the matrices, not only on how many parameters there are. */
export const needsShapes = (optimizer: Optimizer): boolean =>
  optimizer.states.some((state) => state.on !== "all" || (state.kind !== "element" && state.kind !== "block"));

function flatBytes(optimizer: Optimizer, count: number, options: StateOptions): Bytes {
  if (needsShapes(optimizer)) throw new EngineError({ code: "shapes_needed", optimizer: optimizer.label });
  const perElement = optimizer.states.reduce((sum, state) => sum + flatElementBytes(state, options), 0);
  return bytes(count * perElement);
}

/** Bytes per parameter, block scales spread over their block. */
function flatElementBytes(state: OptimizerState, options: StateOptions): number {
  if (state.kind !== "block") return options.stateBytes;
  return state.elementBytes + (options.blockScales ? state.scaleBytes / state.blockSize : 0);
}

/** One state of one copy of a tensor. */
function stateBytes(state: OptimizerState, tensor: ParameterTensor, options: StateOptions): number {
  if (state.kind === "block") return blockBytes(state, tensor, options);
  return stateElements(state, tensor.shape) * options.stateBytes;
}

function blockBytes(state: BlockState, tensor: ParameterTensor, options: StateOptions): number {
  const n = elements(tensor);
  const wide = n < state.minElements || (options.wideEmbeddings === true && tensor.part === "embedding");
  if (wide) return n * WIDE_STATE_BYTES;
  return n * state.elementBytes + (options.blockScales ? Math.ceil(n / state.blockSize) * state.scaleBytes : 0);
}
