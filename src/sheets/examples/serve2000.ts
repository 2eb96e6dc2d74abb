// How many nodes for 2,000 users at 8k on a 70B in FP8? And vLLM's own log of that model beside the estimate.
import { ownRun } from "../templates/ownRun";
import { servingBreakdown } from "../templates/servingBreakdown";
import { withInputs } from "../withInputs";
import { withSources } from "../withSources";
import { type Example, named } from "./example";

const LOG = "llm-d-planner e50305af, empirical-vllm-memory-results.md";

const ours = withInputs(servingBreakdown, {
  users: 2000,
  tokensPerUser: 20,
  model: "llama-3.1-70b",
  gpu: "h100-sxm",
  gpus: 8,
  weights: "fp8",
  kvCache: "fp8",
  tp: 4,
  sequences: 256,
  contextLength: 8192,
  spareReplicas: 1,
});

/** Weights in FP8, cache in BF16, two GPUs: what was published of this model. */
const measured = named(
  "vLLM log",
  "Does vLLM's own log of this model agree?",
  withSources(
    withInputs(ownRun, {
      pasted: "Available KV cache memory: 32.0 GiB",
      task: "serve",
      model: "llama-3.3-70b",
      gpus: 2,
      stack: "",
      microBatch: "",
      sequenceLength: "",
      recompute: "",
      tp: 2,
      engine: "vllm",
      engineVersion: "0.11.0",
      weights: "fp8",
      kvCache: "bf16",
      contextLength: 16_000,
      maxBatchedTokens: 8192,
      gpuMemoryUtilization: 0.9,
    }),
    {
      pasted: `${LOG}: 32.0 GiB`,
      model: `${LOG}: Llama-3.3-70B fp8-dynamic`,
      gpu: `${LOG}: H100 80 GB`,
      gpus: `${LOG}: TP 2`,
      tp: `${LOG}: TP 2`,
      engineVersion: "vLLM 0.11",
      weights: LOG,
      kvCache: LOG,
      contextLength: LOG,
      maxBatchedTokens: "vLLM 0.11's default on H100",
      gpuMemoryUtilization: `${LOG}: 0.9`,
    },
  ),
);

export const serve2000: Example = {
  id: "nodes-for-2000-users",
  title: "How many nodes for 2,000 users?",
  question: "2,000 requests at once with 8k of context on a 70B in FP8, one replica to spare: how many H100 nodes?",
  summary: "KV cache against bandwidth, peak against average, N+1, dollars per million tokens, and vLLM's own log.",
  sheets: [ours, measured],
};
