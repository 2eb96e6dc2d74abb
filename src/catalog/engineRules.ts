// The rules that `engines` choose from by version.
import type { ActivationRule, SchedulerDefaults, ServingEngine } from "../engine/serving/engineTraits";

export type EngineRules = Omit<ServingEngine, "name" | "versionMatch" | "source">;

const SERVER_DEFAULTS: SchedulerDefaults = {
  utilization: 0.9,
  wholePromptUpTo: 0,
  large: { maxBatchedTokens: 8192, maxSequences: 256 },
  small: { maxBatchedTokens: 8192, maxSequences: 256 },
  largeFromGiB: 0,
  largeExcludesAmpere: false,
  blockSize: 16,
};

/** Weights fused as servers do, 16-bit rotary table, cache split by heads. */
const SERVER: Omit<EngineRules, "activation"> = {
  pool: "fractionOfGpu",
  defaults: SERVER_DEFAULTS,
  ropeTableBytes: 2,
  torchAllocator: true,
  fusesGateUp: true,
  expertPadding: { width: 1, hidden: 1 },
  vocabMultiple: 64,
  graphsInPool: false,
  cudaGraphs: true,
  endsOnFirstStage: false,
  untiesHead: false,
  quantizesHead: false,
  embeddingOnHost: false,
  expandsKeyValueHeads: false,
  slidingCache: true,
  tensorParallel: true,
};

// vLLM's profiling run, per logit of the native sampler: 16-bit logits 2, fp32 copy 4, sorted values 4, indices 8,
// reverse indices 8, sort scratch 12.
const SORTED = 38;
// Triton kernel without a sort: 16-bit logits 2, and 12 for the fp32 copy and buffers, from the memory column of vLLM
// PR 32558 (384 MB at 256 × 131,072); no log of a profiling run witnesses it.
const UNSORTED = 14;
const profiled = (hiddenBytes: number, perLogit: number, rowBytes: number): ActivationRule => ({
  kind: "profiled",
  hiddenBytes,
  bytesPerLogit: perLogit,
  highBytesPerLogit: SORTED,
  rowBytes,
});

/** engine/arg_utils.py get_batch_defaults; not for the A100 since PR 17885. That 0.8 has the same limits is remembered. */
const V1_LIMITS = {
  large: { maxBatchedTokens: 8192, maxSequences: 1024 },
  small: { maxBatchedTokens: 2048, maxSequences: 256 },
  largeFromGiB: 70,
};
/** vllm mxfp4.py create_weights: the Marlin kernel's multiples. */
const MARLIN = { width: 128, hidden: 256 };
const V1: EngineRules = {
  ...SERVER,
  expertPadding: MARLIN,
  activation: profiled(6, SORTED, 4),
  defaults: { ...SERVER_DEFAULTS, ...V1_LIMITS, largeExcludesAmpere: true },
};
const WITHOUT_SORT: EngineRules = { ...V1, activation: profiled(6, UNSORTED, 4) };

export const SAMPLED = {
  /** Eager layers hold the caller's input as well; prompts up to 32k run whole. */
  v0: {
    ...SERVER,
    activation: profiled(8, SORTED, 2),
    slidingCache: false,
    defaults: {
      ...SERVER_DEFAULTS,
      wholePromptUpTo: 32_768,
      large: { maxBatchedTokens: 2048, maxSequences: 256 },
      small: { maxBatchedTokens: 2048, maxSequences: 256 },
    },
  },
  v1First: {
    ...V1,
    activation: profiled(6, SORTED, 2),
    slidingCache: false,
    defaults: { ...SERVER_DEFAULTS, ...V1_LIMITS },
  },
  v1: V1,
  withoutSort: WITHOUT_SORT,
  graphsCounted: { ...WITHOUT_SORT, graphsInPool: true, defaults: { ...WITHOUT_SORT.defaults, utilization: 0.92 } },
} satisfies Record<string, EngineRules>;

/** fp32 logits beside the 16-bit ones, and probabilities. */
const CHUNK: ActivationRule = { kind: "chunk", hiddenBytes: 8, bytesPerLogit: 10 };

const SGLANG: EngineRules = {
  ...SERVER,
  activation: CHUNK,
  pool: "fractionOfFree",
  ropeTableBytes: 4,
  defaults: {
    ...SERVER_DEFAULTS,
    utilization: 0.84,
    small: { maxBatchedTokens: 2048, maxSequences: 256 },
    largeFromGiB: 35,
    blockSize: 1,
  },
};

export const CHUNKED = {
  generic: { ...SERVER, activation: CHUNK, pool: "asNeeded", ropeTableBytes: 0, torchAllocator: false },
  sglangFixed: { ...SGLANG, defaults: { ...SGLANG.defaults, utilization: 0.88 } },
  sglang: SGLANG,
  tensorRt: {
    ...SERVER,
    activation: CHUNK,
    pool: "fractionLeft",
    ropeTableBytes: 4,
    torchAllocator: false,
    vocabMultiple: 1,
    cudaGraphs: false,
    defaults: {
      ...SERVER_DEFAULTS,
      large: { maxBatchedTokens: 8192, maxSequences: 2048 },
      small: { maxBatchedTokens: 8192, maxSequences: 2048 },
      blockSize: 32,
    },
  },
} satisfies Record<string, EngineRules>;

/** One prompt at a time, no reservation. */
const SINGLE: Omit<EngineRules, "activation"> = {
  ...SERVER,
  pool: "asNeeded",
  ropeTableBytes: 0,
  torchAllocator: false,
  vocabMultiple: 1,
  cudaGraphs: false,
  tensorParallel: false,
  defaults: {
    ...SERVER_DEFAULTS,
    utilization: 1,
    large: { maxBatchedTokens: 512, maxSequences: 1 },
    small: { maxBatchedTokens: 512, maxSequences: 1 },
    blockSize: 1,
  },
};

export const LLAMA_CPP: EngineRules = {
  ...SINGLE,
  activation: { kind: "computeBuffer" },
  embeddingOnHost: true,
  defaults: { ...SINGLE.defaults, blockSize: 256 },
};

// Dequantized matrices: 4 bytes per weight of the largest, read off litgpt's resource tables (exact in models without a
// gated MLP); that it is the 16-bit matrix and one copy is a guess.
const EAGER_PASS: ActivationRule = { kind: "eager", dequantizedBytes: 4 };

export const EAGER = {
  litgpt: {
    ...SINGLE,
    activation: EAGER_PASS,
    torchAllocator: true,
    fusesGateUp: false,
    endsOnFirstStage: true,
    untiesHead: true,
    quantizesHead: true,
    expandsKeyValueHeads: true,
  },
  transformers: { ...SINGLE, activation: EAGER_PASS },
} satisfies Record<string, EngineRules>;
