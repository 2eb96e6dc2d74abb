// The sizes of one rank's micro batch, by the symbols of the formulas.
import { fromBits } from "../units";
import type { TrainingRun } from "./run";

const FP32 = 4;

export interface RankShape {
  /** Tokens of a micro batch on one rank: b·s/cp. */
  readonly T: number;
  readonly s: number;
  readonly b: number;
  readonly h: number;
  readonly tp: number;
  /** What divides norms, dropout and the residual stream: tp with sequence parallelism, else 1. */
  readonly sp: number;
  /** What divides the gathered inputs that a column-parallel product keeps. */
  readonly inputs: number;
  /** Bytes of a saved element, of a matrix product's saved input. */
  readonly w: number;
  readonly mi: number;
  /** Bytes of an element of the residual stream: fp32 under autocast, whose norms, softmax and losses are in fp32. */
  readonly stream: number;
  /** Norms and SwiGLU run as one kernel. */
  readonly fusedNorm: boolean;
  readonly fusedMlp: boolean;
}

export function rankShape(run: TrainingRun): RankShape {
  const { parallel, precision, stack, architecture: a } = run;
  const sp = parallel.sp ? parallel.tp : 1;
  const kernels = run.compile || (stack.transformerEngine && run.transformerEngine);
  return {
    T: (run.microBatch * run.sequence) / parallel.cp,
    s: run.sequence,
    b: run.microBatch,
    h: a.hiddenSize,
    tp: parallel.tp,
    sp,
    inputs: stack.keepsGatheredInputs ? 1 : sp,
    w: precision.activationBytes,
    mi: precision.matmulInputBytes,
    stream: castsModel(run) ? FP32 : precision.activationBytes,
    fusedNorm: kernels || hasFusedNorm(run),
    fusedMlp: kernels || stack.gatedMlp === "fused",
  };
}

/** LayerNorm is one kernel everywhere. */
export const hasFusedNorm = ({ stack, architecture }: TrainingRun): boolean =>
  stack.rmsNorm === "fused" || architecture.norm !== "rmsnorm";

/** Whether the model's own weights are fp32 under autocast. A frozen base in 16 bit or quantized has nothing to cast. */
export function castsModel({ precision, lora }: TrainingRun): boolean {
  const stored = lora?.base ? fromBits(lora.base.bits) : precision.weightBytes;
  return precision.transientCastBytes > 0 && stored === FP32;
}
