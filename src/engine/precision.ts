import { bytes, type Bytes } from "./units";

// Bytes per parameter and per saved element of one training recipe (arXiv:1910.02054 §3.1 for the split).

export interface TrainingPrecision {
  /** Weights that persist between steps. */
  readonly weightBytes: number;
  /** Gradients as they are accumulated: 4 where the stack keeps an fp32 main gradient. */
  readonly gradientBytes: number;
  /** Separate fp32 master copy; 0 where the weights themselves are the master. */
  readonly masterBytes: number;
  /** One element of a 32-bit optimizer state: 4; 2 where the states are bf16. */
  readonly stateBytes: number;
  /** One saved activation element. */
  readonly activationBytes: number;
  /** One element of a matmul's saved input: 1 where autograd keeps the fp8 cast. */
  readonly matmulInputBytes: number;
  /** Low-precision copies of a matmul's weight that persist: the fp8 cast and its transpose. */
  readonly matmulCopyBytes: number;
  /** Copies of a matmul's weight that live from forward to the end of backward (autocast). */
  readonly transientCastBytes: number;
  /** One element of the gathered (unsharded) weights that a layer computes with. */
  readonly computeBytes: number;
}

/** weights + gradients + master, per parameter, without optimizer state. */
export const weightsGradientsMaster = (precision: TrainingPrecision): Bytes =>
  bytes(precision.weightBytes + precision.gradientBytes + precision.masterBytes);
