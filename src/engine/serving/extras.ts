// What else a deployment keeps on the GPU: adapter slots and a draft model.
import { linearTensors } from "../parameters";
import type { ParameterTensor } from "../tensors";
import { cacheShape } from "./kv";
import { rankTensor } from "./rankTensors";
import type { ServingRun } from "./run";
import type { Scheduler } from "./scheduler";
import { stageOf, type Stage } from "./stages";
import { rankShapeFor, rankWeights } from "./weights";

const HALF = 2;
const NOT_ADAPTED: ReadonlySet<ParameterTensor["part"]> = new Set(["router", "experts"]);

/** max loras · 2 B · Σ r·(in + out): the split side of each matrix is divided by tp, the other is whole on every rank. */
export function loraSlotBytes(run: ServingRun, stage: Stage): number {
  if (!run.lora) return 0;
  const { maxLoras, maxRank } = run.lora;
  const rank = rankShapeFor(run, run.architecture, run.weights);
  const ofStage = stage.layers.all / run.architecture.numHiddenLayers;
  const widths = linearTensors(run.architecture)
    .filter((each) => !NOT_ADAPTED.has(each.part))
    .map((each) => rankTensor(each, rank))
    .reduce((sum, { shape, copies }) => sum + copies * ((shape[0] ?? 0) + (shape[1] ?? 0)), 0);
  return maxLoras * HALF * maxRank * widths * ofStage;
}

export interface DraftMemory {
  readonly weights: number;
  readonly perToken: number;
  readonly sequence: (tokens: number) => number;
}

const NO_DRAFT: DraftMemory = { weights: 0, perToken: 0, sequence: () => 0 };

/** The draft model whole on every stage's ranks, split by tp where its heads allow, with a cache of its own. */
export function draftMemory(run: ServingRun, scheduler: Scheduler): DraftMemory {
  const { draft } = run;
  if (!draft) return NO_DRAFT;
  const splits = draft.architecture.attention.numAttentionHeads % run.layout.tp === 0;
  const alone: ServingRun = {
    ...run,
    architecture: draft.architecture,
    weights: draft.weights,
    layout: { ...run.layout, tp: splits ? run.layout.tp : 1, pp: 1, ep: 1 },
    lora: null,
    draft: null,
    gpuLayers: null,
  };
  const stage = stageOf(draft.architecture, 1, 0);
  const { stored, ropeTable, slack } = rankWeights(alone, stage);
  return { weights: stored + ropeTable.likely + slack, ...cacheShape(alone, stage, scheduler) };
}
