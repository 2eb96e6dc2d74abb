// The key/value cache of one rank.
import type { Architecture } from "../architecture";
import type { StorageFormat } from "../storage";
import { fromBits } from "../units";
import type { ServingEngine } from "./engineTraits";
import type { ServingRun } from "./run";
import type { Scheduler } from "./scheduler";
import type { Stage } from "./stages";

/** Elements per token and layer: 2·max(K/t, 1)·d, or the latent and its rotary key, which tp does not divide. */
export function cachedElements(a: Architecture, tp: number, expandHeads: boolean): number {
  const { attention } = a;
  switch (attention.kind) {
    case "grouped": {
      const multiQuery = attention.numKeyValueHeads === 1;
      const heads = expandHeads && !multiQuery ? attention.numAttentionHeads : attention.numKeyValueHeads;
      return 2 * Math.max(heads / tp, 1) * attention.headDim;
    }
    case "latent":
      return attention.kvLoraRank + attention.qkRopeHeadDim;
    default:
      return attention satisfies never;
  }
}

/** Bytes per token of one layer. */
function tokenLayerBytes(a: Architecture, format: StorageFormat, tp: number, engine: ServingEngine): number {
  return fromBits(cachedElements(a, tp, engine.expandsKeyValueHeads) * format.bits);
}

/** What the cache of a stage needs, per token and per sequence. */
export interface CacheShape {
  readonly perToken: number;
  /** Bytes of one sequence of so many tokens. */
  readonly sequence: (tokens: number) => number;
}

const NO_CACHE: CacheShape = { perToken: 0, sequence: () => 0 };

/** Full layers hold ⌈s/block⌉ blocks; sliding ones min(s, window − 1 + max batched tokens) and a block. */
export function cacheShape(run: ServingRun, stage: Stage, scheduler: Scheduler): CacheShape {
  const { architecture: a, engine, kvCache, layout } = run;
  if (!kvCache || a.kind === "encoder") return NO_CACHE;
  const perLayer = tokenLayerBytes(a, kvCache, layout.tp, engine);
  const sliding = engine.slidingCache ? stage.sliding : 0;
  const full = stage.layers.all - sliding;
  const window = (a.slidingWindow?.size ?? 0) - 1 + scheduler.maxBatchedTokens;
  const blocks = (tokens: number) => Math.ceil(tokens / scheduler.blockSize) * scheduler.blockSize;
  const windowed = (tokens: number) =>
    tokens <= window ? blocks(tokens) : Math.min(blocks(tokens), blocks(window) + scheduler.blockSize);
  return {
    perToken: perLayer * stage.layers.all,
    sequence: (tokens) => perLayer * (full * blocks(tokens) + (sliding > 0 ? sliding * windowed(tokens) : 0)),
  };
}
