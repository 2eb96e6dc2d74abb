// What a forward pass needs at its peak beyond weights and cache. T tokens, R sequences, h hidden, f FFN width,
// V vocabulary, t tensor parallel; 16-bit activations.
import type { Architecture } from "../architecture";
import { exactly, type Range } from "../memoryLine";
import { fromUnit } from "../units";
import type { ActivationRule } from "./engineTraits";
import { layerPeakBytes } from "./layerPeak";
import type { ServingRun } from "./run";
import type { Scheduler } from "./scheduler";
import type { Stage } from "./stages";

const HALF = 2;
/** cuBLAS workspace as PyTorch allocates it: 32 MiB from compute capability 9, else 8.125 MiB (CUDABlas.cpp). */
const WORKSPACE = { hopper: fromUnit(32, "MiB"), earlier: fromUnit(8.125, "MiB"), hopperCapability: 9 };

const matmulWorkspace = (computeCapability: number | null): number =>
  (computeCapability ?? WORKSPACE.hopperCapability) >= WORKSPACE.hopperCapability
    ? WORKSPACE.hopper
    : WORKSPACE.earlier;

export interface ActivationPeak {
  readonly bytes: Range;
  /** Which of the arms is the larger. */
  readonly arm: "layer" | "sampler" | "computeBuffer";
}

const COUNTED_SPREAD = 0.03;
/** Rules of another version or without a witness. */
const UNWITNESSED_SPREAD = 0.25;

const spread = (likely: number, by: number): Range => ({ likely, low: likely * (1 - by), high: likely * (1 + by) });

/** Rise of the allocator's peak; the log's figure where it is known. */
export function activationPeak(run: ServingRun, stage: Stage, scheduler: Scheduler, largestMatrix: number) {
  const logged = run.logged.activationBytes;
  if (logged !== null) return { bytes: exactly(logged), arm: "layer" } as const;
  return ruleBytes(run.engine.activation, run, stage, scheduler, largestMatrix);
}

function ruleBytes(
  rule: ActivationRule,
  run: ServingRun,
  stage: Stage,
  scheduler: Scheduler,
  largestMatrix: number,
): ActivationPeak {
  switch (rule.kind) {
    case "profiled":
      return profiled(rule, run, stage, scheduler);
    case "chunk":
      return { bytes: chunkBytes(rule, run, stage, scheduler), arm: "layer" };
    case "computeBuffer":
      return { bytes: spread(computeBufferBytes(run, scheduler), COUNTED_SPREAD), arm: "computeBuffer" };
    case "eager":
      return { bytes: eagerBytes(rule, run, stage, largestMatrix), arm: "layer" };
    default:
      return rule satisfies never;
  }
}

const hasHead = (a: Architecture, stage: Stage): boolean => a.lmHead && stage.last;

/** max( T·(6f/t + c·h), bytes per logit·R·V + 2·T·h + c_r·R·h ) + workspace. */
function profiled(
  rule: Extract<ActivationRule, { kind: "profiled" }>,
  run: ServingRun,
  stage: Stage,
  scheduler: Scheduler,
): ActivationPeak {
  const { architecture: a, gpu, engine } = run;
  const { maxBatchedTokens: T, maxSequences: R } = scheduler;
  const layer = T * layerPeakBytes(run, stage, rule.hiddenBytes);
  const samplerAt = (perLogit: number) =>
    hasHead(a, stage) ? perLogit * R * a.vocabSize + HALF * T * a.hiddenSize + rule.rowBytes * R * a.hiddenSize : 0;
  const sampler = samplerAt(rule.bytesPerLogit);
  const workspace = matmulWorkspace(gpu.computeCapability);
  const likely = Math.max(layer, sampler) + workspace;
  const by = engine.versionMatch === "exact" ? COUNTED_SPREAD : UNWITNESSED_SPREAD;
  const high = Math.max(layer, samplerAt(rule.highBytesPerLogit)) + workspace;
  return {
    bytes: { likely, low: likely * (1 - by), high: Math.max(likely * (1 + by), high * (1 + COUNTED_SPREAD)) },
    arm: sampler > layer ? "sampler" : "layer",
  };
}

/** The prefill chunk, or the logits of one token per sequence. */
function chunkBytes(
  rule: Extract<ActivationRule, { kind: "chunk" }>,
  run: ServingRun,
  stage: Stage,
  scheduler: Scheduler,
): Range {
  const { architecture: a, gpu } = run;
  const { maxBatchedTokens: T, maxSequences: R } = scheduler;
  const layer = T * layerPeakBytes(run, stage, rule.hiddenBytes);
  const logits = hasHead(a, stage) ? rule.bytesPerLogit * R * a.vocabSize + HALF * T * a.hiddenSize : 0;
  return spread(Math.max(layer, logits) + matmulWorkspace(gpu.computeCapability), UNWITNESSED_SPREAD);
}

/** Bytes per token and hidden unit of an eager layer: its input, the residual, a norm's output, the MLP's output. */
const EAGER_HIDDEN_BYTES = 8;

/** All prompt tokens at once: the largest layer or all logits, and one dequantized matrix. */
function eagerBytes(
  rule: Extract<ActivationRule, { kind: "eager" }>,
  run: ServingRun,
  stage: Stage,
  largestMatrix: number,
): Range {
  const { architecture: a, gpu, load, weights } = run;
  const tokens = load.promptTokens * load.sequences;
  const layer = tokens * layerPeakBytes(run, stage, EAGER_HIDDEN_BYTES);
  const logits = a.lmHead ? tokens * HALF * a.vocabSize : 0;
  const dequantized = weights.format.elementBits < 8 ? rule.dequantizedBytes * largestMatrix : 0;
  const counted = Math.max(layer, logits) + dequantized + matmulWorkspace(gpu.computeCapability);
  return { likely: counted, low: counted * (1 - COUNTED_SPREAD), high: counted * (1 + UNWITNESSED_SPREAD) };
}

// llama.cpp plans one graph for a micro batch, in fp32: the largest moment counts.
const FULL = 4;
/** Mask as input in fp32; flash attention casts it to fp16 as well. */
const MASK_BYTES = { scores: 4, flash: 6 };
/** Residual stream, normed input, queries and output of a layer. */
const HIDDEN_TENSORS = 4;

/**
 * max( scores + mask + 16·u·h , 4·u·(V + h) ), u = min(micro batch, context):
 * scores 4·a·u·n of one layer, 0 with flash attention.
 */
function computeBufferBytes(run: ServingRun, scheduler: Scheduler): number {
  const { architecture: a, load } = run;
  const n = load.context.max * load.sequences;
  const u = Math.min(scheduler.maxBatchedTokens, n);
  const scores = run.scheduler.flashAttention ? 0 : FULL * a.attention.numAttentionHeads * u * n;
  const mask = (run.scheduler.flashAttention ? MASK_BYTES.flash : MASK_BYTES.scores) * u * n;
  const layer = scores + mask + HIDDEN_TENSORS * FULL * u * a.hiddenSize;
  const head = a.lmHead ? FULL * u * (a.vocabSize + a.hiddenSize) : 0;
  return Math.max(layer, head);
}
