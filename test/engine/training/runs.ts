// Runs to test with: one that says nothing special, and its parts to change.
import { losses } from "../../../src/catalog/losses";
import { models } from "../../../src/catalog/models";
import { optimizers } from "../../../src/catalog/optimizers";
import { precisions } from "../../../src/catalog/precisions";
import { stacks } from "../../../src/catalog/stacks";
import { architecture, LLAMA } from "../../../src/catalog/variants";
import type { Architecture } from "../../../src/engine/architecture";
import type { Parallelism, TrainingRun } from "../../../src/engine/training/run";

export function row<Row extends { readonly id: string }>(table: { readonly rows: readonly Row[] }, id: string): Row {
  const found = table.rows.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
}

export const model = (id: string): Architecture => row(models, id).architecture;
export const stack = (id: string) => row(stacks, id).training;
export const loss = (id: string) => row(losses, id);
export const precision = (id: string) => row(precisions, id);
export const optimizer = (id: string) => row(optimizers, id);

export const SMALL = architecture(LLAMA, {
  numHiddenLayers: 8,
  hiddenSize: 1024,
  numAttentionHeads: 16,
  numKeyValueHeads: 8,
  intermediateSize: 4096,
  vocabSize: 32_768,
  maxPositionEmbeddings: 8192,
});

export const ALONE: Parallelism = {
  tp: 1,
  sp: false,
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
};

export const RUN: TrainingRun = {
  architecture: SMALL,
  paddedVocabSize: null,
  mtpLayers: 0,
  stack: stack("generic"),
  stackDate: null,
  parallel: ALONE,
  zero: 0,
  reshardAfterForward: true,
  precision: precision("bf16"),
  float8: null,
  float8AllGather: false,
  optimizer: optimizer("adamw"),
  pagedOptimizer: false,
  optimizerImpl: null,
  optimizerInBackward: false,
  microBatch: 1,
  sequence: 2048,
  microbatches: 1,
  attention: "flash",
  scoreBytes: null,
  dropout: false,
  recompute: { kind: "none" },
  loss: loss("eager"),
  compile: false,
  lora: null,
  offload: { optimizer: false, parameters: false, activations: false },
  firstStep: false,
  transformerEngine: true,
  gradientAccumulationFusion: null,
  experts: { groupedGemm: true, dispatcher: "alltoall", capacityFactor: null, overlap: false, imbalance: 1 },
  gpu: { computeCapability: 9, usableBytes: null, cublasWorkspaceConfig: null },
  rank: "max",
};

export const withLayout = (run: TrainingRun, parallel: Partial<Parallelism>): TrainingRun => ({
  ...run,
  parallel: { ...run.parallel, ...parallel },
});
