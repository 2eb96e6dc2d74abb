// Requests of the layout search that tests and benchmarks share, from the catalog's rows.
import { gpus } from "../../../src/catalog/gpus";
import { losses } from "../../../src/catalog/losses";
import { models } from "../../../src/catalog/models";
import { optimizers } from "../../../src/catalog/optimizers";
import { precisions } from "../../../src/catalog/precisions";
import { stacks } from "../../../src/catalog/stacks";
import { usableBytes } from "../../../src/engine/gpu";
import type { NodeFacts, PlanRequest } from "../../../src/engine/plan/request";
import type { TrainingRun } from "../../../src/engine/training/run";

export function row<T extends { readonly id: string }>(table: { readonly rows: readonly T[] }, id: string): T {
  const found = table.rows.find((each) => each.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
}

/** One port of 400 Gb/s per GPU. */
const PORT_BYTES_PER_SECOND = 50e9;

export function nodeOf(gpu: string, dtype: "bf16" | "fp8" = "bf16", port = PORT_BYTES_PER_SECOND): NodeFacts {
  const { peakTflops, achievableTflops, memoryBandwidthGBs, interconnect, ...memory } = row(gpus, gpu);
  return {
    usableBytes: usableBytes(memory),
    peakFlops: (peakTflops[dtype] ?? 0) * 1e12,
    achievableFlops: (achievableTflops[dtype] ?? 0) * 1e12,
    sixteenBitFlops: (achievableTflops.bf16 ?? 0) * 1e12,
    memoryBytesPerSecond: memoryBandwidthGBs * 1e9,
    intraNodeBytesPerSecond: ((interconnect.bidirectionalGBs ?? 0) * 1e9) / 2,
    interNodeBytesPerSecond: port,
  };
}

export const H100 = nodeOf("h100-sxm");

/** A run on one GPU; the search replaces its layout. */
export function baseRun(model: string, stack: string, changes: Partial<TrainingRun> = {}): TrainingRun {
  const { training, precision, lossWithTensorParallel, sequenceParallel } = row(stacks, stack);
  return {
    architecture: row(models, model).architecture,
    paddedVocabSize: null,
    mtpLayers: 0,
    stack: training,
    stackDate: null,
    parallel: {
      tp: 1,
      sp: sequenceParallel,
      asyncTp: false,
      pp: 1,
      virtualStages: 1,
      schedule: "1F1B",
      layout: null,
      cp: 1,
      contextExchange: "p2p",
      ep: 1,
      etp: 1,
      dp: 1,
      dpReplicate: 1,
      gpus: null,
    },
    zero: 0,
    reshardAfterForward: true,
    precision: row(precisions, precision),
    float8: null,
    float8AllGather: false,
    optimizer: row(optimizers, "adamw"),
    pagedOptimizer: false,
    optimizerImpl: null,
    optimizerInBackward: false,
    microBatch: 1,
    sequence: 8192,
    microbatches: null,
    attention: "flash",
    scoreBytes: null,
    dropout: false,
    recompute: { kind: "none" },
    loss: row(losses, lossWithTensorParallel),
    compile: false,
    lora: null,
    offload: { optimizer: false, parameters: false, activations: false },
    firstStep: false,
    transformerEngine: true,
    gradientAccumulationFusion: null,
    experts: { groupedGemm: true, dispatcher: "alltoall", capacityFactor: null, overlap: false, imbalance: 1 },
    gpu: { computeCapability: 9, usableBytes: null, cublasWorkspaceConfig: null },
    rank: "max",
    ...changes,
  };
}

export const requestOf = (base: TrainingRun, changes: Partial<PlanRequest> = {}): PlanRequest => ({
  base,
  gpus: 8,
  gpusPerNode: 8,
  globalBatch: null,
  node: H100,
  safetyMargin: 0,
  fixed: {},
  smallerOptimizer: row(optimizers, "adamw-8bit"),
  top: 10,
  ...changes,
});

/** Half of the batch of arXiv:2407.21783 table 4: 512 sequences of 8,192 tokens. */
export const LLAMA_405B_512 = requestOf(baseRun("llama-3.1-405b", "megatron"), { gpus: 512, globalBatch: 512 });

/** The recipe of arXiv:2412.19437 §3.3 (bf16 moments, fp32 master weights and gradients), products in bf16. */
export const DEEPSEEK_V3_RUN = baseRun("deepseek-v3", "megatron", {
  sequence: 4096,
  precision: row(precisions, "megatron-bf16-states"),
  experts: { groupedGemm: true, dispatcher: "flex", capacityFactor: null, overlap: false, imbalance: 1 },
});

export const DEEPSEEK_V3_256 = requestOf(DEEPSEEK_V3_RUN, { gpus: 256, globalBatch: 2048 });
