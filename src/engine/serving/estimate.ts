// What a deployment needs on its fullest GPU, and how much cache is left. Numbers only; `servingLines` explains them.
import { addRanges, exactly, type Range } from "../memoryLine";
import { sequencesThatFit, tokensThatFit } from "./capacity";
import type { ServingEstimate, ServingLayout, ServingRun } from "./run";
import { stageMemories, type StageMemory } from "./stageMemory";

/** Bytes of one more token; where layers slide, the average over the longest context, as vLLM reports its capacity. */
function bytesPerToken({ cache, draft, stage }: StageMemory, longest: number): number {
  if (stage.sliding === 0) return cache.perToken + draft.perToken;
  return (cache.sequence(longest) + draft.sequence(longest)) / longest;
}

/** The smallest over the stages: each of them holds its layers of every sequence. */
function tightest(stages: readonly StageMemory[], of: (memory: StageMemory, pool: number) => number): Range | null {
  const at = (pick: (pool: Range) => number): number =>
    Math.min(...stages.map((memory) => of(memory, memory.pool ? pick(memory.pool) : 0)));
  if (stages.some((memory) => !memory.pool)) return null;
  return { likely: at((pool) => pool.likely), low: at((pool) => pool.low), high: at((pool) => pool.high) };
}

export function servingEstimate(run: ServingRun): ServingEstimate {
  const { scheduler, stages } = stageMemories(run);
  const [fullest] = stages as readonly [StageMemory];
  const { weights, loadDelta, activation, cache, draft } = fullest;
  const kvCache = exactly(fullest.kvNeed);
  const runtime = addRanges(Object.values(fullest.runtime));
  const allocated = addRanges([weights, kvCache, activation]);
  return {
    weights,
    loadDelta,
    kvPerToken: cache.perToken + draft.perToken,
    kvCache,
    activation,
    runtime,
    allocated,
    total: addRanges([allocated, runtime]),
    ...capacity(run, stages, scheduler.blockSize),
    kvPool: fullest.pool,
    maxSequences: scheduler.maxSequences,
    host: fullest.hostWeights,
    fits: verdict(stages),
    note: versionNote(run),
  };
}

function capacity(run: ServingRun, stages: readonly StageMemory[], blockSize: number) {
  const capacityTokens = tightest(stages, (memory, pool) =>
    tokensThatFit(pool, bytesPerToken(memory, run.load.context.max), blockSize),
  );
  const capacitySequences = tightest(stages, (memory, pool) => sequencesThatFit(memory.each, pool));
  return { capacityTokens, capacitySequences, perNode: perNode(run.layout, capacityTokens, capacitySequences) };
}

/** dp replicas of a node: whole instances, or the node's part of one that is larger than a node. */
function perNode(layout: ServingLayout, tokens: Range | null, sequences: Range | null): ServingEstimate["perNode"] {
  if (!tokens || !sequences) return null;
  const gpusPerReplica = layout.tp * layout.pp;
  const perInstance = gpusPerReplica * layout.dp;
  const { gpusPerNode } = layout;
  const whole = Math.floor(gpusPerNode / perInstance) * layout.dp;
  const replicas = whole > 0 ? whole : gpusPerNode / gpusPerReplica;
  const scale = (range: Range): Range => ({
    likely: Math.floor(range.likely * replicas),
    low: Math.floor(range.low * replicas),
    high: Math.floor(range.high * replicas),
  });
  return { tokens: scale(tokens), sequences: scale(sequences), replicas };
}

/** Whether the cache that the load needs is within the pool of every stage. */
function verdict(stages: readonly StageMemory[]): ServingEstimate["fits"] {
  if (stages.some(({ pool }) => !pool)) return "unknown";
  const holds = (pick: (pool: Range) => number) =>
    stages.every(({ pool, kvNeed }) => pool !== null && pick(pool) > 0 && kvNeed <= pick(pool));
  if (holds((pool) => pool.low)) return "fits";
  return holds((pool) => pool.high) ? "borderline" : "no";
}

function versionNote({ engine }: ServingRun): string {
  switch (engine.versionMatch) {
    case "exact":
      return "";
    case "nearest":
      return `no rules for this version: those of ${engine.name}, with wider ranges`;
    case "assumed":
      return `no version given: rules of ${engine.name}, with wider ranges`;
    default:
      return engine.versionMatch satisfies never;
  }
}
