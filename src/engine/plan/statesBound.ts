// States that the fullest stage holds at least: those of the mean stage, matrices and norms alike divided by tp.
import type { Architecture } from "../architecture";
import { parameterCount } from "../parameters";
import type { ZeroStage } from "../states";
import { stateBytesPerParameter } from "../training/rankParameters";
import type { TrainingRun } from "../training/run";
import type { PipelineShape } from "./pipelineShape";

interface Degrees {
  readonly shape: PipelineShape;
  readonly tp: number;
  readonly cp: number;
  readonly ep: number;
  readonly dp: number;
  readonly zero: ZeroStage;
}

interface Counts {
  readonly dense: number;
  readonly experts: number;
}

const cache = new WeakMap<Architecture, Counts>();

function counts(a: Architecture): Counts {
  const known = cache.get(a);
  if (known) return known;
  const { total, byPart } = parameterCount(a);
  const value = { dense: total - byPart.experts, experts: byPart.experts };
  cache.set(a, value);
  return value;
}

/** 0 where states are not all on the GPU, or not of all parameters. */
export function statesBound(base: TrainingRun, { shape, tp, cp, ep, dp, zero }: Degrees): number {
  const { lora, offload, pagedOptimizer, optimizerInBackward, firstStep, precision: p } = base;
  if (lora || offload.optimizer || offload.parameters || pagedOptimizer || optimizerInBackward || firstStep) return 0;
  const { dense, experts } = counts(base.architecture);
  const state = p.masterBytes + stateBytesPerParameter(base);
  const perParameter = (shards: number): number =>
    (p.weightBytes + p.matmulCopyBytes) / (zero >= 3 ? shards : 1) +
    p.gradientBytes / (zero >= 2 ? shards : 1) +
    state / (zero >= 1 ? shards : 1);
  const expertShards = Math.max(1, (dp * cp * tp) / ep);
  return (dense * perParameter(dp * cp)) / (tp * shape.pp) + (experts * perParameter(expertShards)) / (ep * shape.pp);
}
