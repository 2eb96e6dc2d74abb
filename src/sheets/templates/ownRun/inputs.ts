// What was run, what was measured, and what counts as which.
import { input, type Section } from "../../sections";
import { ownLines, ownRows } from "../ownRows";
import { scenarioLine } from "../scenarioLines";

/** The order is that of the estimate's rows. */
const KINDS = [
  ["allocated", "torch.cuda.max_memory_allocated(): live tensors at the peak"],
  ["reserved", "torch.cuda.max_memory_reserved(), torchtitan's memory: what the allocator holds"],
  ["total", "nvidia-smi, or what the cluster's monitor shows: everything on the GPU"],
  ["kv cache pool", 'vLLM: "Available KV cache memory: 51.38 GiB"'],
  ["kv cache tokens", 'vLLM: "GPU KV cache size: 463,904 tokens"'],
] as const;
export const TOKENS = "kv cache tokens";
export const POOL = "kv cache pool";

const UNITS = [
  ["B", 1],
  ["MB", 1e6],
  ["GB", 1e9],
  ["TB", 1e12],
  ["MiB", 2 ** 20],
  ["GiB", 2 ** 30],
  ["TiB", 2 ** 40],
] as const;

export const inputSections: readonly Section[] = [
  {
    kind: "lines",
    title: "Measured",
    lines: [
      input("pasted", "A number, or a line of the log", 49.59, {
        format: "general",
        source: "torchtitan 5940ddeb5 (#822)",
        note: "the highest GPU; of other logs type the number",
      }),
      input("measuredUnit", "Unit of the number", "GiB", {
        list: "lists.units",
        note: "as printed; a line of a log brings its own",
      }),
      input("measuredAs", "What it is", "reserved", { list: "kinds", note: "the table below says what prints which" }),
      input("unit", "Unit to show", "GiB", { list: "lists.units" }),
    ],
  },
  {
    kind: "scenario",
    title: "Scenario: what was run",
    lines: [
      scenarioLine("task", "train"),
      scenarioLine("model", "llama-3.1-8b"),
      scenarioLine("gpu", "h100-sxm"),
      scenarioLine("gpus", 8, { format: "whole", unit: "GPUs" }),
      scenarioLine("stack", "fsdp2", { note: "training software; serving: see engine below" }),
      scenarioLine("microBatch", 1, { format: "whole", unit: "sequences" }),
      scenarioLine("sequenceLength", 8192, { format: "whole", unit: "tokens" }),
      scenarioLine("recompute", "selective-ops", { note: "torchtitan's selective is selective-ops; empty: none" }),
    ],
  },
  {
    kind: "scenario",
    title: "More assumptions: a training run",
    lines: [
      scenarioLine("precision", ""),
      scenarioLine("optimizer", ""),
      scenarioLine("zeroStage", ""),
      scenarioLine("tp", "", { format: "whole", note: "tensor parallel degree, of serving, too; empty: 1" }),
      scenarioLine("pp", "", { format: "whole" }),
      scenarioLine("cp", ""),
      scenarioLine("ep", ""),
      scenarioLine("virtualStages", ""),
      scenarioLine("microbatches", ""),
      scenarioLine("attention", ""),
      scenarioLine("loss", ""),
      scenarioLine("compile", ""),
      scenarioLine("reshardAfterForward", ""),
      scenarioLine("loraRank", ""),
      scenarioLine("baseWeights", ""),
      scenarioLine("offload", ""),
      scenarioLine("gpusPerNode", ""),
    ],
  },
  {
    kind: "scenario",
    title: "More assumptions: a server",
    lines: [
      scenarioLine("engine", "vllm"),
      scenarioLine("engineVersion", ""),
      scenarioLine("weights", ""),
      scenarioLine("kvCache", ""),
      scenarioLine("sequences", 1, { format: "whole", unit: "sequences" }),
      scenarioLine("contextLength", 8192, {
        format: "whole",
        unit: "tokens",
        note: "of one request: the number in the log's maximum concurrency",
      }),
      scenarioLine("maxBatchedTokens", ""),
      scenarioLine("gpuMemoryUtilization", ""),
      ...ownLines,
    ],
  },
  ownRows,
  {
    kind: "lines",
    title: "More assumptions: comparison",
    lines: [
      input("blockSize", "Tokens of a block", 16, {
        format: "whole",
        unit: "tokens",
        source: "vLLM's default on NVIDIA GPUs",
        note: 'for lines such as "# GPU blocks: 6749"',
      }),
      input("perRequest", "Concurrency is printed to one part in", 10, {
        format: "whole",
        unit: "parts",
        source: "vLLM's log",
      }),
      input("closeEnough", "Still close, outside the range", 0.1, {
        format: "percent",
        unit: "of the estimate",
        source: "your policy",
      }),
    ],
  },
  {
    kind: "columns",
    title: "What is measured, printed by what",
    columns: [
      { id: "kinds", head: "What it is", values: KINDS.map(([kind]) => kind) },
      { id: "printedBy", head: "Printed by", values: KINDS.map(([, by]) => by) },
    ],
  },
  {
    kind: "columns",
    title: "Units",
    columns: [
      { id: "unitNames", head: "Unit", values: UNITS.map(([unit]) => unit) },
      { id: "unitBytes", head: "Bytes", values: UNITS.map(([, bytes]) => bytes) },
    ],
  },
];
