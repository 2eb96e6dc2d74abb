// Serving by rule of thumb, adapters, and what fits.
import { loraBytes, loraParameters } from "../engine/adapters";
import { gpusForMemory, largestBatch } from "../engine/fit";
import { kvCacheBytes } from "../engine/kvCache";
import { inferenceBytes } from "../engine/ruleOfThumb";
import { parameterTensors, sumParameters } from "../engine/parameters";
import { fromUnit } from "../engine/units";
import { checkpointBytes } from "../engine/weights";
import { dtypes } from "../catalog/dtypes";
import type { LoraTargetRow } from "../catalog/loraTargets";
import {
  amount,
  cacheDtypes,
  choice,
  count,
  fraction,
  shareOnTop,
  memoryUnits,
  positiveAmount,
  tokenCount,
  UNIT,
} from "./kinds";
import type { NamedArchitecture } from "./modelFields";
import { anyModel, gpuCapacity, parameters, targetSets } from "./names";
import { adaptedTensors } from "./adapted";
import { defineFunction, required, withDefault } from "./spec";

const SERVING = "Serving, rule of thumb";
const ADAPTERS = "Adapters";
const FITTING = "What fits";

export const KV_MEM = defineFunction({
  id: "KV_MEM",
  summary: "KV cache of a batch: keys and values of all layers.",
  topic: SERVING,
  params: [
    required("batch", count, "Sequences at the same time."),
    required("sequence", tokenCount, 'Tokens per sequence; "4k" is 4,096.'),
    required("layers", count, "Transformer layers."),
    required("kv_heads", count, "Key and value heads (not the query heads)."),
    required("head_dim", count, "Width of one head."),
    withDefault("dtype", choice(cacheDtypes), "bf16", "What keys and values are stored in."),
    UNIT,
  ],
  returns: { unit: "memory", doc: "KV cache." },
  formula: "2·B·S·L·kv_heads·head_dim × bytes",
  sources: ["arXiv:2305.13245 (grouped queries)", "Identity: 2 tensors of B·S·kv_heads·head_dim per layer"],
  examples: [
    { formula: '=GPUMEM.KV_MEM(32,8192,32,8,128,"bf16","GiB")', result: 32, says: "Llama 3 8B, 32 sequences of 8,192" },
    { formula: '=GPUMEM.KV_MEM(1,1,32,32,128,,"B")', result: 524_288, says: "bytes per token of Llama 2 7B" },
  ],
  run: ({ batch, sequence, layers, kv_heads, head_dim, dtype }) =>
    kvCacheBytes({ batch, sequence, layers, keyValueHeads: kv_heads, headDim: head_dim, bitsPerElement: dtype.bits }),
});

export const INFER_MEM = defineFunction({
  id: "INFER_MEM",
  summary:
    "Memory for serving a model, by rule of thumb: weights, a share on top for the runtime, and the KV cache or activations.",
  topic: SERVING,
  params: [
    required("params", parameters, 'Parameters: 7e9, "7B", or a model\'s name.'),
    withDefault("dtype", choice(dtypes), "bf16", "Storage format of the weights."),
    withDefault("kv_mem", amount, 0, "KV cache and activations, in the unit of the result; see KV_MEM."),
    withDefault(
      "overhead",
      shareOnTop,
      0,
      "Share of the weights on top for runtime and buffers; 20% is a common rule.",
    ),
    UNIT,
  ],
  returns: { unit: "memory", doc: "Memory over all GPUs of one replica." },
  formula: "weights × (1 + overhead) + kv_mem",
  sources: ["One-pager §6", "EleutherAI, Transformer Math 101: inference takes about 1.2 × the weights"],
  notes: [
    'The one-pager\'s 2M + B·S·D·(L + overhead) is INFER_MEM(M, "fp16", A) with A = B·S·D·(L + overhead) elements of activations.',
  ],
  examples: [
    { formula: '=GPUMEM.INFER_MEM(7e9,"fp16")', result: 14 },
    { formula: '=GPUMEM.INFER_MEM("70B","int8",10,20%)', result: 94, says: "70 × 1.2 + 10" },
  ],
  run: ({ params, dtype, kv_mem, overhead, unit }) =>
    inferenceBytes(checkpointBytes(params, dtype), overhead, fromUnit(kv_mem, unit.id)),
});

const MODEL = required("model", anyModel, "A model of the catalog: adapters depend on the shapes of its matrices.");
const RANK = required("rank", count, "Rank r of the adapters.");
const TARGETS = withDefault(
  "targets",
  targetSets,
  "all",
  'Adapted matrices: all, attention, mlp, or names such as "q,v".',
);

const adapterParameters = (row: NamedArchitecture, rank: number, targets: readonly LoraTargetRow[]) =>
  loraParameters(adaptedTensors(row, targets), rank);

export const LORA_PARAMS = defineFunction({
  id: "LORA_PARAMS",
  summary: "Trainable parameters of LoRA adapters: r·(in + out) for each adapted matrix.",
  topic: ADAPTERS,
  params: [MODEL, RANK, TARGETS],
  returns: { unit: "plain", doc: "Parameters." },
  formula: "Σ over adapted matrices of rank·(in + out)",
  sources: ["arXiv:2106.09685 §4.1"],
  examples: [
    { formula: '=GPUMEM.LORA_PARAMS("llama-2-7b",8,"q,v")', result: 4_194_304 },
    { formula: '=GPUMEM.LORA_PARAMS("llama-3.1-8b",16)', result: 41_943_040, says: "all seven matrices of each layer" },
  ],
  run: ({ model: row, rank, targets }) => adapterParameters(row, rank, targets),
});

export const LORA_MEM = defineFunction({
  id: "LORA_MEM",
  summary:
    "Frozen base weights and the training states of LoRA adapters; QLoRA with base_dtype nf4. Without activations.",
  topic: ADAPTERS,
  params: [
    MODEL,
    RANK,
    TARGETS,
    withDefault("base_dtype", choice(dtypes), "bf16", "Storage format of the frozen base."),
    UNIT,
  ],
  returns: { unit: "memory", doc: "Base weights + adapters in FP32 with gradients and AdamW states (16 bytes each)." },
  formula: "base weights + 16 × LORA_PARAMS",
  sources: ["arXiv:2106.09685", "arXiv:2305.14314 (QLoRA)", "PEFT: adapters are kept in FP32"],
  examples: [{ formula: '=GPUMEM.LORA_MEM("llama-3.1-8b",16)', result: 16.731611136 }],
  run: ({ model: row, rank, targets, base_dtype }) => {
    const tensors = parameterTensors(row.architecture);
    const base = checkpointBytes({ count: sumParameters(tensors), tensors }, base_dtype);
    return loraBytes(base, adapterParameters(row, rank, targets));
  },
});

export const MAX_BATCH = defineFunction({
  id: "MAX_BATCH",
  summary: "Largest whole batch whose activations fit beside the model; 0 when not even one sample fits.",
  topic: FITTING,
  params: [
    required("available", positiveAmount, "Memory of the GPU, in any unit."),
    required("model_mem", positiveAmount, "Memory of the model's states, in the same unit."),
    required("act_per_sample", positiveAmount, "Activations of one sample, in the same unit."),
  ],
  returns: { unit: "plain", doc: "Samples; an error when the model alone does not fit." },
  formula: "⌊(available − model_mem) ÷ act_per_sample⌋",
  sources: ["One-pager §8"],
  examples: [{ formula: "=GPUMEM.MAX_BATCH(80,16,4)", result: 16 }],
  run: ({ available, model_mem, act_per_sample }) => largestBatch(available, model_mem, act_per_sample),
});

export const GPUS_NEEDED = defineFunction({
  id: "GPUS_NEEDED",
  summary:
    "Whole GPUs that hold an amount of memory, by memory alone: as if it divided evenly, as fully sharded states do.",
  topic: FITTING,
  params: [
    required("memory", positiveAmount, "Memory in total, in memory_unit."),
    required(
      "gpu",
      gpuCapacity,
      "GPU by name (what it can hand out counts, not its label), or its memory as a number.",
    ),
    withDefault("safety_margin", fraction({ below1: true }), 0, "Share of each GPU to keep free."),
    withDefault("multiple", count, 1, "Only multiples of this many: 8 for whole nodes."),
    withDefault("memory_unit", choice(memoryUnits), "GB", "Unit of memory, and of gpu where that is a number."),
  ],
  returns: { unit: "plain", doc: "GPUs." },
  formula: "⌈memory ÷ (usable × (1 − safety_margin))⌉, rounded up to the multiple",
  sources: ["One-pager §7"],
  examples: [
    { formula: '=GPUMEM.GPUS_NEEDED(1206,"A100 80GB")', result: 15 },
    { formula: '=GPUMEM.GPUS_NEEDED(1206,"A100 80GB",10%)', result: 16 },
    { formula: "=GPUMEM.GPUS_NEEDED(1206,80)", result: 16, says: "by the label" },
    { formula: '=GPUMEM.GPUS_NEEDED(1206,"A100 80GB",,8)', result: 16, says: "whole nodes" },
  ],
  run: ({ memory, gpu, safety_margin, multiple, memory_unit }) => {
    const usable = "usable" in gpu ? gpu.usable : fromUnit(gpu.amount, memory_unit.id);
    return gpusForMemory(fromUnit(memory, memory_unit.id), usable, safety_margin, multiple);
  },
});
