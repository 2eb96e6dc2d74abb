// A serving case as the engine's ServingRun, and which of its figures the case asks for.
import { dtypes } from "../../catalog/dtypes";
import { engineAt, engines } from "../../catalog/engines";
import { weightStorage } from "../../catalog/weightStorages";
import type { Range } from "../../engine/memoryLine";
import type { SchedulerOptions, ServingEstimate, ServingLoad, ServingRun } from "../../engine/serving/run";
import { architectureOf } from "./architecture";
import { computeCapabilityOf, usableBytesOf } from "./gpuFacts";
import type { CaseServing, Question } from "./measuredCase";
import { rowOf, Unsupported } from "./unsupported";

const ENGINES: Readonly<Record<string, string>> = {
  vllm: "vllm",
  sglang: "sglang",
  "llama.cpp": "llama-cpp",
  trtllm: "trtllm",
  litgpt: "litgpt",
  hf: "transformers",
  pytorch: "transformers",
  deepspeed: "transformers",
};
const WEIGHTS: Readonly<Record<string, string>> = {
  bf16: "bf16",
  fp16: "fp16",
  fp32: "fp32",
  fp8: "fp8-channel",
  int8: "llm-int8",
  mxfp4_experts: "mxfp4-experts",
  awq_int4_g128: "awq",
  nf4: "nf4",
  "nf4-dq": "nf4-dq",
  Q4_K_M: "q4-k-m",
  Q5_K_S: "q5-k-s",
  // Only where the weights do not enter the quantity.
  unknown: "bf16",
};
const CACHES: Readonly<Record<string, string>> = {
  bf16: "bf16",
  fp16: "fp16",
  f16: "fp16",
  fp32: "fp32",
  fp8: "fp8",
  q8_0: "q8-0",
};
const GPUS_PER_NODE = 8;
/** Where the context is no part of the quantity, any does. */
const SOME_CONTEXT = 2048;

function named(map: Readonly<Record<string, string>>, field: string, value: string): string {
  const id = map[value];
  if (id === undefined) throw new Unsupported(`${field} ${value} is not known`);
  return id;
}

/** A cache of exactly so many tokens is not rounded up to blocks. */
const blockSize = ({ measure }: Question, { batch, block_size }: CaseServing): number | null =>
  block_size ?? (measure.quantity === "kv_bytes" && batch !== null ? 1 : null);

const scheduler = (question: Question, infer: CaseServing): SchedulerOptions => ({
  utilization: infer.gpu_memory_utilization,
  maxBatchedTokens: infer.ubatch ?? infer.max_num_batched_tokens,
  maxSequences: infer.max_num_seqs,
  blockSize: blockSize(question, infer),
  chunkedPrefill: null,
  flashAttention: infer.flash_attention ?? true,
  cudaGraphs: true,
});

/** LitGPT's generate scripts: "What food do llamas eat?" and the template around it. */
const DEFAULT_PROMPTS: Readonly<Record<string, number>> = { litgpt: 14 };

function load(stack: string, { batch, context }: CaseServing): ServingLoad {
  const tokens = context ?? SOME_CONTEXT;
  return {
    sequences: batch ?? 1,
    context: { p50: tokens, p95: tokens, max: tokens },
    promptTokens: Math.min(tokens, DEFAULT_PROMPTS[stack] ?? tokens),
    prefixHitRate: 0,
  };
}

export function servingRun(question: Question): ServingRun {
  const { infer, model, stack, gpu } = question;
  if (!infer) throw new Unsupported("a serving case without `infer`");
  return {
    architecture: architectureOf(model),
    engine: engineAt(rowOf(engines, ENGINES[stack] ?? "generic"), infer.engine_version),
    weights: weightStorage(rowOf(dtypes, named(WEIGHTS, "weight_dtype", infer.weight_dtype))),
    kvCache: rowOf(dtypes, named(CACHES, "kv_dtype", infer.kv_dtype)),
    layout: { tp: infer.tp, pp: infer.pp, ep: infer.ep, dp: 1, gpusPerNode: GPUS_PER_NODE },
    gpu: {
      usableBytes: usableBytesOf(gpu),
      computeCapability: computeCapabilityOf(gpu.name),
      bandwidth: null,
      matmulFlops: null,
      linkBandwidth: null,
    },
    scheduler: scheduler(question, infer),
    load: load(stack, infer),
    lora: null,
    draft: null,
    logged: {
      nonTorchBytes: infer.non_torch_bytes,
      activationBytes: null,
      weightBytes: null,
      kvBudgetBytes: infer.kv_budget_bytes,
    },
    gpuLayers: null,
    efficiency: null,
  };
}

/** The figure that was measured; null where the estimate has none for lack of an input. */
export function servingFigure(estimate: ServingEstimate, { measure, infer }: Question): Range | null {
  switch (measure.quantity) {
    case "weights":
      return estimate.weights;
    case "load_delta":
      return estimate.loadDelta;
    case "kv_bytes":
      return infer?.batch === null ? estimate.kvPool : estimate.kvCache;
    case "kv_tokens":
      return estimate.capacityTokens;
    case "activation_peak":
    case "compute_buffer":
      return estimate.activation;
    case "allocated":
    case "active":
    case "reserved":
      return estimate.allocated;
    case "device":
      return estimate.total;
    default:
      return measure.quantity satisfies never;
  }
}
