// One decode step of a pipeline stage: bytes read against bandwidth, FLOPs against the matmul rate, messages on the link.
import type { Architecture } from "../architecture";
import { parameterCount } from "../parameters";
import { contextMoments } from "./capacity";
import { cacheShape } from "./kv";
import { stageTensors } from "./rankTensors";
import type { ServingRun } from "./run";
import { resolveScheduler } from "./scheduler";
import { stageOf, type Stage } from "./stages";
import { rankShapeFor, tensorBytes } from "./weights";

/** Per second, efficiency included. */
export interface Rates {
  readonly bandwidth: number;
  readonly flops: number;
  readonly link: number;
  /** Seconds of one message between GPUs. */
  readonly latency: number;
}

/** Seconds of its parts. */
export interface Step {
  readonly weights: number;
  readonly cache: number;
  readonly compute: number;
  readonly communication: number;
}

const HALF = 2;
/** One all-reduce behind the attention and one behind the MLP (arXiv:1909.08053 §3). */
const ALL_REDUCES_PER_LAYER = 2;
/** Expert parallel sends every routed row there and back. */
const EXCHANGES_PER_LAYER = 2;

/** Share of the experts that a batch of so many tokens touches with uniform routing: 1 − (1 − k/E)^B. */
export function distinctExperts(a: Architecture, tokens: number): number {
  if (!a.experts) return 1;
  const { numExperts: E, numExpertsPerTok: k } = a.experts;
  return 1 - (1 - k / E) ** tokens;
}

/** Tokens of one verification: (1 − α^(γ+1)) / (1 − α) (arXiv:2211.17192 eq. 1). */
export const acceptedTokens = (acceptance: number, proposed: number): number =>
  acceptance >= 1 ? proposed + 1 : (1 - acceptance ** (proposed + 1)) / (1 - acceptance);

/** Parameters that a token is multiplied with: no lookup of the embedding; a tied head is one. */
export function matmulParameters(a: Architecture): number {
  const { active, embedding } = parameterCount(a);
  return a.tieWordEmbeddings && a.lmHead ? active : active - embedding;
}

/** Weights that a pass reads on a rank: all but the embedding's lookup, and the experts that are hit. */
export function readWeights(run: ServingRun, stage: Stage, expertShare: number): number {
  const { architecture: a, engine, weights } = run;
  let read = 0;
  for (const tensor of stageTensors(a, stage, engine, rankShapeFor(run, a, weights))) {
    const lookup = tensor.part === "embedding" || tensor.part === "positions";
    if (lookup && !(a.tieWordEmbeddings && a.lmHead && stage.last)) continue;
    read += tensorBytes(tensor, weights, engine, a, stage) * (tensor.part === "experts" ? expertShare : 1);
  }
  return read;
}

/** Ring all-reduce 2·(t − 1)/t of the hidden states; with expert parallel k·(e − 1)/e of them there and back. */
export function communication(run: ServingRun, tokens: number, stage: Stage, rates: Rates): number {
  const { layout, architecture: a } = run;
  const { tp, ep } = layout;
  const states = tokens * a.hiddenSize * HALF;
  const send = (bytes: number, messages: number) => messages * (bytes / rates.link + rates.latency);
  const reduced = tp > 1 ? send((states * 2 * (tp - 1)) / tp, stage.layers.all * ALL_REDUCES_PER_LAYER) : 0;
  const routed = (states * (a.experts?.numExpertsPerTok ?? 0) * (ep - 1)) / ep;
  const exchanged = ep > tp ? send(routed / tp, stage.layers.sparse * EXCHANGES_PER_LAYER) : 0;
  return reduced + exchanged;
}

/** A step over `batch` sequences that verifies `tokens` of each; experts see the tokens of all dp replicas. */
export function decodeStep(run: ServingRun, batch: number, tokens: number, rates: Rates): Step {
  const { architecture: a, layout, load } = run;
  const stage = stageOf(a, layout.pp, layout.pp - 1);
  const rows = batch * tokens;
  const { mean } = contextMoments(load.context);
  const hit = distinctExperts(a, rows * (layout.ep > 1 ? layout.dp : 1));
  return {
    weights: readWeights(run, stage, hit) / rates.bandwidth,
    cache: (batch * cacheShape(run, stage, resolveScheduler(run)).sequence(mean)) / rates.bandwidth,
    compute: (2 * rows * matmulParameters(a)) / (layout.tp * layout.pp) / rates.flops,
    communication: communication(run, rows, stage, rates),
  };
}

/** scaling-book inference.md: B·KV/BW + max( 2·B·N/FLOPs, W/BW ), and the messages. */
export const stepTime = ({ weights, cache, compute, communication: sent }: Step): number =>
  cache + Math.max(compute, weights) + sent;
