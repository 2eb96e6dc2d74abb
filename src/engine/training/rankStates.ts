// Weights, gradients, master copy and optimizer state of one stage on one rank, in bytes.
import { loraParameters } from "../adapters";
import type { Architecture } from "../architecture";
import { elements, parameterTensors, type ParameterTensor } from "../parameters";
import type { StorageFormat } from "../storage";
import { isQuantized } from "../weights";
import { bitsPerWeight, UNQUANTIZED_BITS } from "../storage";
import { fromBits } from "../units";
import type { Stage } from "./pipeline";
import { stageParameters, type RankParameters } from "./rankParameters";
import type { TrainingRun } from "./run";
import { stateBytesPerParameter } from "./stateBytes";

export interface RankStates {
  /** What this rank would hold without sharding over data parallelism. */
  readonly parameters: RankParameters;
  /** Parameters that are trained: adapters, or all. */
  readonly trained: RankParameters;
  /** Bytes. */
  readonly weights: number;
  readonly gradients: number;
  readonly master: number;
  readonly optimizer: number;
  /** Trained parameters that this rank's optimizer steps. */
  readonly stepped: number;
}

/** How many ranks share a dense parameter's and an expert's states. */
function shardGroups({ parallel }: TrainingRun): RankParameters {
  const { dp, cp, tp, ep, etp } = parallel;
  return { dense: dp * cp, experts: Math.max(1, (dp * tp * cp) / (ep * etp)) };
}

export const rankStates = (run: TrainingRun, stage: Stage): RankStates =>
  shardedStates(run, stageParameters(run, stage));

/**
 * What ZeRO leaves on each rank: stage 1 shards master copy and moments, 2 also gradients, 3 also weights. An optimizer
 * on the host receives sharded gradients as they are reduced (arXiv:2101.06840).
 */
export function shardedStates(run: TrainingRun, parameters: RankParameters): RankStates {
  const trained = run.lora ? adapterParameters(run, parameters) : parameters;
  const groups = shardGroups(run);
  const local = (count: RankParameters, from: number): number =>
    run.zero >= from ? count.dense / groups.dense + count.experts / groups.experts : count.dense + count.experts;
  const { weightBytes, gradientBytes, masterBytes, matmulCopyBytes } = run.precision;
  const base = run.lora ? local(parameters, 3) * baseBytes(run) : 0;
  const stepped = local(trained, 1);
  return {
    parameters,
    trained,
    weights: run.offload.parameters ? 0 : base + local(trained, 3) * (weightBytes + matmulCopyBytes),
    gradients: run.offload.optimizer && run.zero >= 2 ? 0 : local(trained, 2) * gradientBytes,
    master: run.offload.optimizer ? 0 : stepped * masterBytes,
    optimizer: optimizerBytes(run, stepped),
    stepped,
  };
}

/** Moments do not exist before the first step; paged and offloaded ones are not in the allocator's memory. */
function optimizerBytes(run: TrainingRun, stepped: number): number {
  if (run.firstStep || run.pagedOptimizer || run.offload.optimizer) return 0;
  return stepped * stateBytesPerParameter(run);
}

interface FrozenModel {
  readonly total: number;
  readonly bytes: Map<StorageFormat, number>;
  readonly adapters: Map<string, number>;
}

const frozen = new WeakMap<Architecture, FrozenModel>();

function frozenModel(a: Architecture): FrozenModel {
  const known = frozen.get(a);
  if (known) return known;
  const total = parameterTensors(a).reduce((sum, each) => sum + elements(each) * each.copies, 0);
  const value = { total, bytes: new Map<StorageFormat, number>(), adapters: new Map<string, number>() };
  frozen.set(a, value);
  return value;
}

/** Mean bytes per parameter of a frozen base: its format for the layers' matrices, 16 bit for the rest. */
export function baseBytes(run: TrainingRun): number {
  const format = run.lora?.base;
  if (!format) return run.precision.weightBytes;
  const model = frozenModel(run.architecture);
  const known = model.bytes.get(format) ?? formatBytes(run.architecture, format) / model.total;
  model.bytes.set(format, known);
  return known;
}

function formatBytes(a: Architecture, format: StorageFormat): number {
  const bits = bitsPerWeight(format);
  const width = (tensor: ParameterTensor) => (isQuantized(tensor, format.quantizes) ? bits : UNQUANTIZED_BITS);
  return parameterTensors(a).reduce((sum, each) => sum + fromBits(elements(each) * each.copies * width(each)), 0);
}

/** r·(in + out) per adapted matrix, DoRA one magnitude per output; spread over stages and tp like the base. */
function adapterParameters(run: TrainingRun, { dense, experts }: RankParameters): RankParameters {
  const { lora, architecture: a } = run;
  if (!lora) return { dense: 0, experts: 0 };
  const model = frozenModel(a);
  const key = `${lora.rank}/${lora.dora}/${lora.targets.join()}`;
  const count = model.adapters.get(key) ?? adapters(a, lora.rank, lora.targets, lora.dora);
  model.adapters.set(key, count);
  return { dense: count * Math.min(1, (dense + experts) / model.total), experts: 0 };
}

function adapters(a: Architecture, rank: number, targets: readonly string[], dora: boolean): number {
  const adapted = parameterTensors(a).filter(({ name, shape }) => shape.length === 2 && targets.includes(name));
  const magnitudes = adapted.reduce((sum, { shape, copies }) => sum + copies * (shape[0] ?? 0), 0);
  return loraParameters(adapted, rank) + (dora ? magnitudes : 0);
}

/**
 * Temporaries of a step. PyTorch's foreach implementation makes a copy of every stepped parameter at once; DeepSpeed
 * casts its shard of 16-bit gradients to fp32 (docs/code-docs/source/memory.rst).
 */
export function stepTemporaries(run: TrainingRun, { stepped }: RankStates): number {
  const { stack, optimizerImpl, precision } = run;
  if (run.optimizerInBackward || run.offload.optimizer) return 0;
  if (stack.boundedGathering && run.zero > 0) return precision.masterBytes > 0 ? stepped * precision.masterBytes : 0;
  const impl = optimizerImpl ?? (stack.fusedOptimizerByDefault ? "fused" : "foreach");
  return impl === "foreach" && !stack.alwaysFusedOptimizer ? stepped * precision.stateBytes : 0;
}
