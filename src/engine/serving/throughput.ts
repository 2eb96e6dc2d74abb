// A roofline of prefill and decode, not a benchmark: `bound` is what no run exceeds, `likely` carries efficiency factors.
import { EngineError } from "../issues";
import { uniqueTokens } from "./capacity";
import {
  acceptedTokens,
  communication,
  decodeStep,
  distinctExperts,
  matmulParameters,
  readWeights,
  stepTime,
  type Rates,
  type Step,
} from "./decode";
import type { DraftModel, ServingRun } from "./run";
import { stageOf } from "./stages";

export interface Roofline {
  /** Seconds from a request to its first token, its prompt alone on the replica. */
  readonly timeToFirstToken: number;
  /** Seconds between the tokens of one sequence. */
  readonly timePerToken: number;
  /** Output tokens per second of one replica, all sequences together, while decoding. */
  readonly tokensPerSecond: number;
  readonly tokensPerSecondPerGpu: number;
}

export interface RooflineRange {
  readonly likely: Roofline;
  readonly bound: Roofline;
  /** What decides the decode step. */
  readonly limitedBy: keyof Step;
}

/** Bandwidth: aiconfigurator systems/*.yaml mem_bw_empirical_scaling_factor; the matmul rate is an achieved one already. */
export const DEFAULT_EFFICIENCY = { bandwidth: 0.8, matmul: 1 } as const;
/** The least share of its peak that a matmul achieves on any GPU of ml-engineering's table: no peak is above rate ÷ this. */
const LEAST_MATMUL_SHARE = 0.5;
const BOUND = { bandwidth: 1, matmul: 1 / LEAST_MATMUL_SHARE };
/** aiconfigurator p2p latency, seconds. */
const MESSAGE_LATENCY = 10e-6;
/** PCIe 4.0 ×16, one direction. */
const PCIE_BANDWIDTH = 32e9;

function ratesOf({ gpu }: ServingRun, efficiency: { bandwidth: number; matmul: number }, latency: number): Rates {
  if (gpu.bandwidth === null || gpu.matmulFlops === null)
    throw new EngineError({ code: "goes_with", param: "throughput", needed: "the GPU's bandwidth and matmul rate" });
  return {
    bandwidth: gpu.bandwidth * efficiency.bandwidth,
    flops: gpu.matmulFlops * efficiency.matmul,
    link: gpu.linkBandwidth ?? PCIE_BANDWIDTH,
    latency,
  };
}

/** FLOPs of S new tokens behind a cached prefix, P in all: 2·N·S + 2·L·H·(d_qk + d_v)·S·(P − S/2); both ways in an encoder. */
function passFlops({ architecture: a }: ServingRun, S: number, P: number): number {
  const { attention } = a;
  const widths =
    attention.kind === "grouped"
      ? 2 * attention.headDim
      : attention.qkNopeHeadDim + attention.qkRopeHeadDim + attention.vHeadDim;
  const seen = a.kind === "encoder" ? P : P - S / 2;
  return 2 * matmulParameters(a) * S + 2 * a.numHiddenLayers * attention.numAttentionHeads * widths * S * seen;
}

/** One pass over `sequences` prompts: tp GPUs work together, pipeline stages one after another. */
function passTime(run: ServingRun, sequences: number, rates: Rates): number {
  const { architecture: a, layout, load } = run;
  const S = uniqueTokens(load.promptTokens, load.prefixHitRate);
  const compute = (sequences * passFlops(run, S, load.promptTokens)) / (rates.flops * layout.tp);
  let read = 0;
  let sent = 0;
  for (let index = 0; index < layout.pp; index++) {
    const stage = stageOf(a, layout.pp, index);
    read += readWeights(run, stage, distinctExperts(a, sequences * S)) / rates.bandwidth;
    sent += communication(run, sequences * S, stage, rates);
  }
  return Math.max(compute, read) + sent;
}

/** Proposals of the draft model: one small step after another. */
function draftTime(run: ServingRun, draft: DraftModel, batch: number, rates: Rates): number {
  const { architecture, weights } = draft;
  const alone: ServingRun = { ...run, architecture, weights, draft: null, layout: { ...run.layout, pp: 1, ep: 1 } };
  return draft.tokens * stepTime(decodeStep(alone, batch, 1, rates));
}

/** Decode of `concurrency` sequences on one replica: as many micro batches in flight as pipeline stages. */
function rooflineAt(run: ServingRun, concurrency: number, rates: Rates): { point: Roofline; step: Step } {
  const { tp, pp } = run.layout;
  const batch = Math.max(1, concurrency / pp);
  const step = decodeStep(run, batch, run.draft ? run.draft.tokens + 1 : 1, rates);
  const drafting = run.draft ? draftTime(run, run.draft, batch, rates) : 0;
  const accepted = run.draft ? acceptedTokens(run.draft.acceptance, run.draft.tokens) : 1;
  const timePerToken = (stepTime(step) * pp + drafting) / accepted;
  const tokensPerSecond = concurrency / timePerToken;
  return {
    point: {
      timeToFirstToken: passTime(run, 1, rates),
      timePerToken,
      tokensPerSecond,
      tokensPerSecondPerGpu: tokensPerSecond / (tp * pp),
    },
    step,
  };
}

function bottleneck(step: Step): keyof Step {
  const parts = Object.entries(step) as [keyof Step, number][];
  return parts.reduce((worst, part) => (part[1] > worst[1] ? part : worst))[0];
}

/** Time and throughput at so many concurrent sequences of the load's context lengths, per replica. */
export function servingRoofline(run: ServingRun, concurrency: number): RooflineRange {
  const likely = rooflineAt(run, concurrency, ratesOf(run, run.efficiency ?? DEFAULT_EFFICIENCY, MESSAGE_LATENCY));
  const bound = rooflineAt(run, concurrency, ratesOf(run, BOUND, 0));
  return { likely: likely.point, bound: bound.point, limitedBy: bottleneck(likely.step) };
}

/** Input tokens per second of one replica without a cache: encoders, embeddings, scoring. */
export function encodingRate(run: ServingRun): { readonly likely: number; readonly bound: number } {
  const { sequences, promptTokens } = run.load;
  const rate = (rates: Rates) => (sequences * promptTokens) / passTime(run, sequences, rates);
  return {
    likely: rate(ratesOf(run, run.efficiency ?? DEFAULT_EFFICIENCY, MESSAGE_LATENCY)),
    bound: rate(ratesOf(run, BOUND, 0)),
  };
}
