// Optimizer state per parameter, known once per model, optimizer and recipe.
import type { Architecture } from "../architecture";
import { optimizerStateBytes, type Optimizer, type StateOptions } from "../optimizers";
import { elements, parameterTensors } from "../parameters";
import type { TrainingRun } from "./run";

const cache = new WeakMap<Architecture, WeakMap<Optimizer, Map<number, number>>>();

/** Mean bytes per parameter: exact for shape-dependent states of the whole model, the average on a part of it. */
export function stateBytesPerParameter({ architecture, optimizer, precision, stack }: TrainingRun): number {
  const byOptimizer = cache.get(architecture) ?? new WeakMap<Optimizer, Map<number, number>>();
  cache.set(architecture, byOptimizer);
  const byOptions = byOptimizer.get(optimizer) ?? new Map<number, number>();
  byOptimizer.set(optimizer, byOptions);
  const { stateBytes } = precision;
  const key = stack.wideEmbeddingStates ? -stateBytes : stateBytes;
  const known = byOptions.get(key);
  if (known !== undefined) return known;
  const wideEmbeddings = stack.wideEmbeddingStates;
  const mean = meanStateBytes(architecture, optimizer, { stateBytes, blockScales: true, wideEmbeddings });
  byOptions.set(key, mean);
  return mean;
}

function meanStateBytes(a: Architecture, optimizer: Optimizer, options: StateOptions): number {
  const tensors = parameterTensors(a);
  const count = tensors.reduce((sum, each) => sum + elements(each) * each.copies, 0);
  return optimizerStateBytes(optimizer, { count, tensors }, options) / count;
}
