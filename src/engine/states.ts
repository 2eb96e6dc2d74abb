// Weights, gradients, master copy and optimizer state of one GPU.
import { type Optimizer, optimizerStateBytes } from "./optimizers";
import type { TrainingPrecision } from "./precision";
import { sumParameters } from "./parameters";
import type { ParameterSet } from "./tensors";
import { bytes, type Bytes } from "./units";
import { isQuantized } from "./weights";

/** ZeRO stage: 0 shards nothing, 1 the optimizer's states and master copy, 2 also gradients, 3 also weights. */
export type ZeroStage = 0 | 1 | 2 | 3;

export interface ModelStates {
  readonly weights: Bytes;
  readonly gradients: Bytes;
  readonly master: Bytes;
  readonly optimizer: Bytes;
}

export interface StateRecipe {
  readonly precision: TrainingPrecision;
  readonly optimizer: Optimizer;
  /** false: 8-bit states without their block scales, as the one-pager counts them. */
  readonly blockScales: boolean;
}

/** Parameters of the layers' matrix products; all of them where only a number is known. */
const matmulParameters = ({ count, tensors }: ParameterSet): number =>
  tensors ? sumParameters(tensors.filter((tensor) => isQuantized(tensor, "linear"))) : count;

export const weightBytes = (trained: ParameterSet, precision: TrainingPrecision): Bytes =>
  bytes(trained.count * precision.weightBytes + matmulParameters(trained) * precision.matmulCopyBytes);

export const gradientBytes = ({ count }: ParameterSet, precision: TrainingPrecision): Bytes =>
  bytes(count * precision.gradientBytes);

/** Master copy and optimizer state, unsharded. */
export function optimizerBytes(
  trained: ParameterSet,
  { precision, optimizer, blockScales }: StateRecipe,
): { readonly master: Bytes; readonly states: Bytes } {
  const states = optimizerStateBytes(optimizer, trained, { stateBytes: precision.stateBytes, blockScales });
  return { master: bytes(trained.count * precision.masterBytes), states };
}

/** States per GPU under ZeRO over D GPUs (arXiv:1910.02054 figure 1): 2 + 2 + K → stage 1: 2+2+K/D, 2: 2+(2+K)/D, 3: (2+2+K)/D. */
export function modelStates(trained: ParameterSet, recipe: StateRecipe, stage: ZeroStage, gpus: number): ModelStates {
  const shard = (value: Bytes, from: ZeroStage): Bytes => bytes(stage >= from ? value / gpus : value);
  const { master, states } = optimizerBytes(trained, recipe);
  return {
    weights: shard(weightBytes(trained, recipe.precision), 3),
    gradients: shard(gradientBytes(trained, recipe.precision), 2),
    master: shard(master, 1),
    optimizer: shard(states, 1),
  };
}

export const totalStates = ({ weights, gradients, master, optimizer }: ModelStates): Bytes =>
  bytes(weights + gradients + master + optimizer);
