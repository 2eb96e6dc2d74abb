// Buffers that do not grow with the batch: workspaces, dummy gradients, gathered units, buckets.
import { fromUnit } from "../units";
import { CONSTANTS } from "./constants";
import { dummyGradients } from "./dummyGradients";
import type { Stage } from "./pipeline";
import type { RankStates } from "./rankStates";
import type { TrainingRun } from "./run";
import { gatheredElements } from "./shardedUnits";
import type { Term } from "./terms";

/** CUBLAS_WORKSPACE_CONFIG counts in KiB. */
const KIB_PER_MIB = 2 ** 10;
const FP32 = 4;

/** ":4096:8" or ":4096:2:16:8": pairs of KiB and count. */
function cublasWorkspaceBytes({ gpu }: TrainingRun): number {
  const numbers = gpu.cublasWorkspaceConfig?.match(/\d+/g)?.map(Number);
  if (!numbers) return onHopper(gpu) ? CONSTANTS.cublasWorkspaceHopper.value : CONSTANTS.cublasWorkspace.value;
  let sum = 0;
  for (let i = 0; i + 1 < numbers.length; i += 2) sum += (numbers[i] ?? 0) * (numbers[i + 1] ?? 0);
  return fromUnit(sum / KIB_PER_MIB, "MiB");
}

const onHopper = ({ computeCapability }: TrainingRun["gpu"]): boolean =>
  Math.floor(computeCapability ?? 0) === CONSTANTS.hopper.value;

/** PyTorch's own products run in the head, the router, unfused attention, and wherever TransformerEngine does not. */
function multipliesInPyTorch(run: TrainingRun, stage: Stage): boolean {
  if (!usesTe(run) || run.attention === "standard") return true;
  return stage.chunks.some((chunk) => chunk.loss || chunk.sparse > 0);
}

const usesTe = (run: TrainingRun): boolean => run.stack.transformerEngine && run.transformerEngine;

export function workspaceTerm(run: TrainingRun, stage: Stage): Term {
  const cublas = multipliesInPyTorch(run, stage) ? CONSTANTS.cublasHandles.value * cublasWorkspaceBytes(run) : 0;
  const lt = !usesTe(run) && run.stack.transformerEngine && run.architecture.mlpBias;
  const biased = lt ? CONSTANTS.cublasLtHandles.value * cublasWorkspaceBytes(run) : 0;
  const te = usesTe(run) ? teWorkspaces(run) : 0;
  return {
    component: "Workspaces",
    bytes: cublas + biased + te,
    basis: "analytic",
    source: CONSTANTS.cublasWorkspace.source,
    formula: () => `cuBLAS ${cublas} + cuBLASLt ${biased} + TransformerEngine ${te}`,
  };
}

function teWorkspaces({ gpu, experts, architecture }: TrainingRun): number {
  const large = (gpu.computeCapability ?? CONSTANTS.hopper.value) >= CONSTANTS.hopper.value;
  const one = large ? CONSTANTS.teWorkspaceHopper.value : CONSTANTS.teWorkspace.value;
  const grouped = architecture.experts && experts.groupedGemm ? CONSTANTS.teGroupedStreams.value : 0;
  return one * (1 + grouped);
}

/** Gradients that a fused accumulation only pretends to return: one 16-bit buffer per distinct weight shape. */
export function dummyGradientTerm(run: TrainingRun, stage: Stage): Term {
  const fused = run.gradientAccumulationFusion === true && usesTe(run) && !run.lora;
  const parameters = fused ? dummyGradients(run, stage) : 0;
  return {
    component: "Dummy weight gradients",
    bytes: parameters * run.precision.computeBytes,
    basis: "analytic",
    source: "TransformerEngine pytorch/module/base.py get_dummy_wgrad",
    formula: () => `${parameters} parameters of distinct shapes × ${run.precision.computeBytes}`,
  };
}

/** Parameters that are gathered for computing: FSDP's units, or up to DeepSpeed's limit. */
export function gatheredTerm(run: TrainingRun, stage: Stage, states: RankStates): Term {
  const all = states.parameters.dense + states.parameters.experts;
  const bounded = Math.min(CONSTANTS.maxLiveParameters.value, all);
  const elements = run.zero < 3 ? 0 : run.stack.boundedGathering ? bounded : gatheredElements(run, stage, states);
  const { computeBytes } = run.precision;
  return {
    component: "Gathered parameters",
    bytes: elements * computeBytes,
    basis: "analytic",
    source: run.stack.boundedGathering ? CONSTANTS.maxLiveParameters.source : "torch.distributed.fsdp fully_shard",
    formula: () => `${elements} gathered parameters × ${computeBytes}`,
  };
}

/** Copies of gradients beside the gradients: DDP's buckets, DeepSpeed's reduce buckets, a pipeline's unsharded fp32 ones. */
export function gradientCopiesTerm(run: TrainingRun, states: RankStates): Term {
  const { stack, parallel, zero, precision } = run;
  const trained = states.trained.dense + states.trained.experts;
  const distributed = parallel.dp * parallel.cp * parallel.dpReplicate > 1;
  const ddp = distributed && zero === 0 ? stack.gradientBucketBytes * trained : 0;
  const bucket = Math.min(CONSTANTS.reduceBucket.value, trained);
  const buckets = distributed && stack.boundedGathering ? 2 * bucket * precision.computeBytes : 0;
  const unsharded = zero === 3 && stack.fullyShardedUnits && parallel.pp > 1 ? FP32 * trained : 0;
  return {
    component: "Copies of gradients",
    bytes: ddp + buckets + unsharded,
    basis: "analytic",
    source:
      "PyTorch DDP gradient_as_bucket_view=False; deepspeed/runtime/zero/config.py; FSDP2 set_requires_gradient_sync",
    formula: () => `DDP buckets ${ddp} + reduce buckets ${buckets} + unsharded ${unsharded}`,
  };
}
