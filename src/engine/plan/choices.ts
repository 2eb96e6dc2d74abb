// The values of each axis of a layout that a run's stack offers.
import { divisors } from "../integers";
import type { ZeroStage } from "../states";
import type { Recompute, RecomputeModule, TrainingRun } from "../training/run";
import type { FixedLayout, PlanRequest } from "./request";

const MICRO_BATCHES = [1, 2, 4, 8];
/** Tokens of a sequence on one rank: published recipes of context parallelism go no lower (NeMo llama31_405b: 8,192 / 2). */
const SHORTEST_PIECE = 4096;

const choose = <T>(fixed: T | undefined, offered: readonly T[]): readonly T[] =>
  fixed === undefined ? offered : [fixed];

/** Divisors of the node that divide heads and MLP; key and value heads divide it, or are replicated evenly. */
export function tensorDegrees({ base, gpusPerNode, gpus, fixed }: PlanRequest): readonly number[] {
  const { attention, intermediateSize } = base.architecture;
  const keyValueHeads = attention.kind === "grouped" ? attention.numKeyValueHeads : attention.numAttentionHeads;
  return divisors(Math.min(gpus, gpusPerNode)).filter(
    (tp) =>
      (fixed.tp === undefined || fixed.tp === tp) &&
      gpus % tp === 0 &&
      attention.numAttentionHeads % tp === 0 &&
      intermediateSize % tp === 0 &&
      (keyValueHeads % tp === 0 || tp % keyValueHeads === 0),
  );
}

/** Powers of two; each rank holds two pieces of the sequence, an early and a late one, so that causal work is even. */
export function contextDegrees({ base, gpus, fixed }: PlanRequest): readonly number[] {
  const most = Math.min(gpus, base.sequence / SHORTEST_PIECE);
  const offered = [1];
  for (let cp = 2; cp <= most; cp *= 2) if (base.sequence % (2 * cp) === 0) offered.push(cp);
  return choose(fixed.cp, offered).filter((cp) => base.sequence % cp === 0);
}

export function expertDegrees({ base, gpus, fixed }: PlanRequest): readonly number[] {
  const experts = base.architecture.experts?.numExperts ?? 1;
  return choose(
    fixed.ep,
    divisors(experts).filter((ep) => gpus % ep === 0),
  ).filter((ep) => experts % ep === 0);
}

/**
 * DDP shards nothing, FSDP everything; Megatron's distributed optimizer takes less memory and traffic than none; elsewhere
 * all stages are offered.
 */
export function zeroStages({ base: { stack }, fixed }: PlanRequest): readonly ZeroStage[] {
  if (stack.fullyShardedUnits) return choose(fixed.zero, [3]);
  if (stack.persistentGradients) return choose(fixed.zero, [1]);
  if (stack.gradientBucketBytes > 0) return choose(fixed.zero, [0]);
  return choose(fixed.zero, [0, 1, 2, 3]);
}

export const microBatches = ({ fixed }: PlanRequest): readonly number[] => choose(fixed.microBatch, MICRO_BATCHES);

/** From the least memory to the most. */
export const recomputeModes = ({ base, fixed }: PlanRequest): readonly Recompute[] =>
  choose<Recompute>(fixed.recompute, [
    { kind: "full", method: "uniform", layers: 1 },
    ...selectiveModes(base),
    { kind: "none" },
  ]);

/**
 * Unfused attention: its core. FSDP2: torchtitan's policy, every second product. Megatron: modules that cost next to nothing
 * (NVIDIA's DeepSeek-V3 recipes), and with dense MLPs also the whole MLP.
 */
function selectiveModes({ attention, stack, architecture: a }: TrainingRun): readonly Recompute[] {
  if (attention === "standard") return [{ kind: "selectiveAttention" }];
  if (stack.fullyShardedUnits) return [{ kind: "selectiveOps", saved: ["wq", "wv", "w1", "w2", "sdpa"] }];
  if (!stack.transformerEngine) return [];
  const cheap: RecomputeModule[] = ["layernorm"];
  if (a.experts) cheap.push("moe_act");
  if (a.attention.kind === "latent") cheap.push("mla_up_proj");
  const light: Recompute = { kind: "modules", modules: cheap };
  return a.experts ? [light] : [{ kind: "modules", modules: ["layernorm", "mlp"] }, light];
}

/** DeepSpeed's pipeline engine takes ZeRO-1 at most (deepspeed/runtime/pipe/engine.py). */
export const pipelined = ({ base: { stack } }: PlanRequest, pp: number, zero: ZeroStage): boolean =>
  pp === 1 || zero < 2 || !stack.boundedGathering;

/** Layouts that the degrees and the user's own dp leave room for. */
export function dataParallel(gpus: number, degrees: number, fixed: FixedLayout): number | null {
  const dp = gpus / degrees;
  return Number.isInteger(dp) && (fixed.dp === undefined || fixed.dp === dp) ? dp : null;
}
