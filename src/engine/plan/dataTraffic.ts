// Traffic of data parallelism in a step: gradients are reduced, parameters gathered (arXiv:1910.02054 §7).
import type { Stage } from "../training/pipeline";
import { stageParameters } from "../training/rankParameters";
import type { TrainingRun } from "../training/run";
import { PLAN_CONSTANTS as C } from "./constants";
import { gatherSeconds } from "./links";
import type { PlanRequest } from "./request";

/** Bytes per parameter that pass in a step, as all-gathers and reduce-scatters of the whole. */
interface Volume {
  readonly gradients: number;
  readonly parameters: number;
}

/**
 * ZeRO-0: gradients reduced and gathered. 1: reduced, the new parameters gathered. 2: reduced with each microbatch. 3:
 * parameters gathered for forward and, unless they stay, for backward, with each microbatch; with a pipeline they stay.
 */
function volume({ zero, precision, parallel, lora, reshardAfterForward }: TrainingRun, m: number): Volume {
  const trained = lora ? 0 : 1;
  const { gradientBytes: g, computeBytes: w } = precision;
  switch (zero) {
    case 0:
      return { gradients: 2 * g * trained, parameters: 0 };
    case 1:
      return { gradients: g * trained, parameters: w * trained };
    case 2:
      return { gradients: g * trained * m, parameters: w * trained };
    case 3: {
      const times = parallel.pp > 1 ? 1 : m;
      return {
        gradients: g * trained * times,
        parameters: w * times * (reshardAfterForward && parallel.pp === 1 ? 2 : 1),
      };
    }
    default:
      return zero satisfies never;
  }
}

/** Whole traffic of the stage with most parameters. */
export function dataTrafficSeconds(
  request: PlanRequest,
  run: TrainingRun,
  stages: readonly Stage[],
  m: number,
): number {
  const { dp, cp, tp, ep, etp } = run.parallel;
  if (dp * cp === 1 && !run.architecture.experts) return 0;
  const { gradients, parameters } = volume(run, m);
  const perParameter = gradients + parameters;
  let most = 0;
  for (const stage of stages) {
    const { dense, experts } = stageParameters(run, stage);
    const shared = gatherSeconds(request, dense * perParameter, dp * cp, tp);
    const expertGroup = Math.max(1, (dp * cp * tp) / (ep * etp));
    most = Math.max(most, shared + gatherSeconds(request, experts * perParameter, expertGroup, ep * etp));
  }
  return most;
}

/** What of it shows: a part never hides, the rest hides behind the compute beside it. */
export function exposed(traffic: number, compute: number): number {
  return traffic - Math.min(C.overlap.value * traffic, compute);
}

/** Compute that data traffic has beside it: of one microbatch, or of all where each brings traffic of its own. */
export const overlappedMicrobatches = ({ zero, parallel }: TrainingRun, m: number): number =>
  zero >= 2 && parallel.pp === 1 ? m : 1;
