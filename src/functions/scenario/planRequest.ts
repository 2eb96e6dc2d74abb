// A training scenario -> the question to the layout search: what the user decided stays, the rest is searched.
import type { FixedLayout, NodeFacts, PlanRequest } from "../../engine/plan/request";
import { usableBytes } from "../../engine/gpu";
import { BYTES_PER_UNIT } from "../../engine/units";
import { type GpuRow } from "../../catalog/gpus";
import { achievableFlops, linkBandwidth, memoryBandwidth, peakFlops } from "../../catalog/gpus/rates";
import { losses } from "../../catalog/losses";
import { optimizers } from "../../catalog/optimizers";
import type { PrecisionRow } from "../../catalog/precisions";
import type { CellError } from "../cells";
import { filled, recipeOf, rowById, trainingRun } from "./trainingRun";
import type { Scenario } from "./values";

/** 400 Gb/s per GPU, as an NVIDIA DGX H100 has (eight ConnectX-7); an assumption for every other node. */
const INTER_NODE_BYTES_PER_SECOND = 50 * BYTES_PER_UNIT.GB;
/** PCIe 4.0 ×16, one direction, where GPUs have no link of their own. */
const PCIE_BYTES_PER_SECOND = 32 * BYTES_PER_UNIT.GB;

function nodeFacts(gpu: GpuRow, { matmulDtype, label }: PrecisionRow): NodeFacts | CellError {
  const peak = peakFlops(gpu, matmulDtype);
  if (peak === undefined)
    return {
      error: "#N/A",
      message: `No ${matmulDtype} peak is known for ${gpu.label}, so no step time with ${label}.`,
    };
  const dtype = matmulDtype === "fp8" ? "fp8" : matmulDtype === "fp16" ? "fp16" : "bf16";
  return {
    usableBytes: usableBytes(gpu),
    peakFlops: peak,
    achievableFlops: Math.min(peak, achievableFlops(gpu, dtype) ?? peak),
    sixteenBitFlops: matmulDtype === "fp8" ? (achievableFlops(gpu, "bf16") ?? null) : null,
    memoryBytesPerSecond: memoryBandwidth(gpu),
    intraNodeBytesPerSecond: linkBandwidth(gpu) ?? PCIE_BYTES_PER_SECOND,
    interNodeBytesPerSecond: INTER_NODE_BYTES_PER_SECOND,
  };
}

function fixedLayout(scenario: Scenario): FixedLayout {
  const { given } = scenario;
  const full = filled(scenario);
  const single = full.stack.modelParallel ? {} : { tp: 1, pp: 1, cp: 1, ep: 1 };
  return {
    ...single,
    ...(given.has("tp") && { tp: full.tp }),
    ...(given.has("pp") && { pp: full.pp }),
    ...(given.has("virtualStages") && { virtualStages: full.virtualStages }),
    ...(given.has("cp") && { cp: full.cp }),
    ...(given.has("ep") && { ep: full.ep }),
    ...(given.has("dp") && { dp: full.dp }),
    ...(given.has("zeroStage") && { zero: full.zeroStage.stage }),
    ...(given.has("recompute") && { recompute: full.recompute.recompute(full.recomputeLayers) }),
    ...(given.has("microBatch") && { microBatch: full.microBatch }),
  };
}

/** Tokens of a step where nobody says: Llama 2's (arXiv:2307.09288 §2.2). */
const PRETRAINING_STEP_TOKENS = 2 ** 22;

/** Sequences per step: as given, null where microbatches are given, else a pretraining step. */
function globalBatchOf({ values, given }: Scenario, sequence: number): number | null {
  if (values.globalBatch !== undefined) return values.globalBatch;
  return given.has("microbatches") ? null : Math.max(1, Math.floor(PRETRAINING_STEP_TOKENS / sequence));
}

/** The scenario without its layout, so that degrees that only belong together after the search do not refuse each other. */
const withoutLayout = ({ values, given }: Scenario): Scenario => ({
  given,
  values: { ...values, globalBatch: undefined, tp: 1, pp: 1, cp: 1, ep: 1, etp: 1, virtualStages: 1, dp: undefined },
});

export function planRequest(scenario: Scenario, top: number): PlanRequest | CellError {
  const { gpu, gpus, gpusPerNode, safetyMargin, stack } = filled(scenario);
  const { values } = scenario;
  const node = nodeFacts(gpu, recipeOf(scenario));
  if ("error" in node) return node;
  const base = trainingRun(withoutLayout(scenario));
  return {
    base: { ...base, parallel: { ...base.parallel, sp: values.sp ?? stack.sequenceParallel } },
    lossWithTensorParallel: values.loss ?? rowById(losses, stack.lossWithTensorParallel),
    gpus,
    gpusPerNode,
    globalBatch: globalBatchOf(scenario, base.sequence),
    node,
    safetyMargin,
    fixed: fixedLayout(scenario),
    smallerOptimizer: rowById(optimizers, "adamw-8bit"),
    top,
  };
}
