// Every label of a scenario: the one table from which the reader, the messages, the reference page and the templates derive.
import { dtypes } from "../../catalog/dtypes";
import { engines } from "../../catalog/engines";
import { losses } from "../../catalog/losses";
import { optimizers } from "../../catalog/optimizers";
import { precisions } from "../../catalog/precisions";
import { offloads, tasks } from "../../catalog/scenarioModes";
import { stacks } from "../../catalog/stacks";
import { type CatalogRow, table } from "../../catalog/table";
import { attentions, zeroStages } from "../../catalog/modes";
import type { Value } from "../cells";
import {
  cacheDtypes,
  choice,
  count,
  countUpTo,
  fraction,
  gpuHourPrice,
  positiveAmount,
  tokenCount,
  rankAmount,
  wholeAmount,
  words,
  yesNo,
} from "../kinds";
import { pue, runTokens, share } from "../computeKinds";
import { anyModel, configText, gpu, targetSets } from "../names";
import { layoutText, recomputeMode } from "./layoutKinds";
import type { Kind } from "../spec";

export type LabelGroup = "core" | "model" | "hardware" | "training" | "serving" | "efficiency" | "energy";

/** One label: what may stand beside it, and what an empty cell means. */
export interface Label<T> extends CatalogRow {
  readonly group: LabelGroup;
  readonly kind: Kind<T>;
  readonly doc: string;
  /** As a user would write it; undefined: `otherwise` says what is assumed, or nothing is. */
  readonly default?: Value;
  /** What is assumed instead of a fixed default, for the basis column and the reference. */
  readonly otherwise?: string;
  readonly required?: boolean;
}

interface Rest {
  readonly aliases?: readonly string[];
  readonly default?: Value;
  readonly otherwise?: string;
  readonly required?: boolean;
}

const label = <T>(
  group: LabelGroup,
  id: string,
  kind: Kind<T>,
  doc: string,
  { aliases = [], ...rest }: Rest = {},
): Label<T> => ({
  id,
  label: id,
  aliases,
  group,
  kind,
  doc,
  ...rest,
});

/** In the order of every list and help: core labels first. */
export const LABELS = {
  model: label("core", "model", anyModel, "The model, by name, or the text of its config.json.", {
    required: true,
    aliases: ["model name"],
  }),
  gpu: label("core", "gpu", gpu, "The GPU, by name.", { required: true, aliases: ["gpu type", "accelerator"] }),
  gpus: label("core", "gpus", countUpTo(10_000_000), "GPUs in all.", {
    default: 1,
    aliases: ["number of gpus", "gpu count", "world size"],
  }),
  task: label("core", "task", choice(tasks), "Train or serve.", { default: "train" }),
  precision: label("core", "precision", choice(precisions, [optimizers, dtypes]), "Training recipe.", {
    otherwise: "the stack's own recipe",
  }),
  optimizer: label("core", "optimizer", choice(optimizers, [precisions]), "Optimizer.", { default: "adamw" }),
  microBatch: label("core", "micro batch", count, "Sequences per GPU and forward pass.", {
    default: 1,
    aliases: ["micro batch size", "batch per gpu"],
  }),
  sequenceLength: label("core", "sequence length", tokenCount, 'Tokens per sequence; "4k" is 4,096.', {
    otherwise: "4,096, or the model's limit if lower",
    aliases: ["sequence", "seq len", "seq length"],
  }),
  recompute: label("core", "recompute", recomputeMode, "What the backward pass recomputes.", {
    default: "none",
    aliases: ["activation checkpointing", "gradient checkpointing", "checkpointing"],
  }),
  zeroStage: label("core", "zero stage", choice(zeroStages), "ZeRO stage; 3 is FSDP.", {
    otherwise: "as the stack does: 3 with fsdp2, torchtune and litgpt on several GPUs, else 0",
    aliases: ["zero", "sharding"],
  }),
  tp: label("core", "tp", count, "Tensor parallel degree.", {
    default: 1,
    aliases: ["tensor parallel", "tensor parallelism"],
  }),
  pp: label("core", "pp", count, "Pipeline parallel degree.", {
    default: 1,
    aliases: ["pipeline parallel", "pipeline parallelism"],
  }),
  trainingTokens: label("core", "training tokens", runTokens, "Tokens that the run trains on.", {
    aliases: ["tokens"],
  }),
  mfu: label("core", "mfu", share, "Model FLOPs utilization while training.", {
    otherwise: "the nearest published benchmark",
    aliases: ["model flops utilization"],
  }),
  pricePerGpuHour: label("core", "price per gpu hour", gpuHourPrice, "Price of one GPU-hour.", {
    aliases: ["price", "gpu hour price", "usd per gpu hour"],
  }),

  layers: label("model", "layers", countUpTo(10_000), "Instead of the model's own layers.", {
    aliases: ["num layers"],
  }),
  hiddenSize: label("model", "hidden size", count, "Instead of the model's own width.", { aliases: ["hidden"] }),
  heads: label("model", "heads", count, "Instead of the model's own query heads.", { aliases: ["attention heads"] }),
  kvHeads: label("model", "kv heads", count, "Instead of the model's own key and value heads."),
  headDim: label("model", "head dim", count, "Instead of the model's own head width."),
  ffnSize: label("model", "ffn size", count, "Instead of the model's own MLP width.", {
    aliases: ["intermediate size"],
  }),
  gated: label("model", "gated", yesNo, "Three MLP matrices instead of two."),
  vocabSize: label("model", "vocab size", count, "Instead of the model's own vocabulary.", {
    aliases: ["vocab", "vocabulary"],
  }),
  tied: label("model", "tied", yesNo, "The output head shares the embedding matrix."),
  experts: label("model", "experts", count, "Instead of the model's own experts per layer."),
  topK: label("model", "top k", count, "Experts per token."),
  expertFfnSize: label("model", "expert ffn size", count, "Width of one expert."),
  config: label("model", "config", configText, "Text of a Hugging Face config.json; model is then only its name.", {
    aliases: ["config.json"],
  }),

  gpusPerNode: label("hardware", "gpus per node", countUpTo(1024), "GPUs that share the fast link.", {
    default: 8,
    aliases: ["node size"],
  }),
  gpuLike: label(
    "hardware",
    "gpu like",
    gpu,
    "The catalog's GPU that one of your own is like; gpu is then only its name.",
    {
      aliases: ["like gpu", "based on gpu"],
    },
  ),
  gpuMemory: label(
    "hardware",
    "gpu memory",
    positiveAmount,
    "Its memory in decimal GB as the driver reports it, instead of the catalog's.",
  ),
  gpuTflops: label(
    "hardware",
    "gpu tflops",
    positiveAmount,
    "Its dense BF16 peak in TFLOPS; other rates grow with it.",
    {
      aliases: ["gpu bf16 tflops"],
    },
  ),
  gpuBandwidth: label("hardware", "gpu bandwidth", positiveAmount, "Bandwidth of its memory in GB/s.", {
    aliases: ["gpu memory bandwidth"],
  }),
  gpuWatts: label("hardware", "gpu watts", positiveAmount, "Its power in W.", { aliases: ["gpu tdp"] }),
  safetyMargin: label("hardware", "safety margin", fraction({ below1: true }), "Share of each GPU to keep free.", {
    default: 0,
    aliases: ["margin", "headroom"],
  }),

  stack: label("training", "stack", choice(stacks), "Training software.", {
    default: "generic",
    aliases: ["framework"],
  }),
  microbatches: label(
    "training",
    "microbatches",
    count,
    "Forward passes per optimizer step: gradient accumulation, and what fills a pipeline.",
    { default: 1, aliases: ["gradient accumulation", "gradient accumulation steps"] },
  ),
  globalBatch: label(
    "training",
    "global batch",
    count,
    "Sequences per optimizer step on all GPUs; microbatches follow from it.",
    { aliases: ["global batch size", "batch size in sequences"] },
  ),
  attention: label("training", "attention", choice(attentions), "Flash or standard attention.", { default: "flash" }),
  recomputeLayers: label("training", "recompute layers", count, "Layers of a unit that is recomputed together.", {
    default: 1,
  }),
  loss: label("training", "loss", choice(losses), "How the loss is computed.", { otherwise: "the stack's own" }),
  dropout: label("training", "dropout", fraction({ below1: true }), "Dropout rate; above 0 its masks are stored.", {
    default: 0,
  }),
  compile: label("training", "compile", yesNo, "torch.compile.", { default: "no" }),
  reshardAfterForward: label(
    "training",
    "reshard after forward",
    yesNo,
    "FSDP frees gathered weights after the forward pass.",
    { default: "yes", aliases: ["reshard"] },
  ),
  sp: label("training", "sp", yesNo, "Sequence parallelism with tensor parallelism.", {
    otherwise: "as the stack does",
    aliases: ["sequence parallel", "sequence parallelism"],
  }),
  virtualStages: label("training", "virtual stages", count, "Model chunks per pipeline stage (interleaving).", {
    default: 1,
    aliases: ["vpp", "virtual pipeline"],
  }),
  pipelineLayout: label(
    "training",
    "pipeline layout",
    layoutText,
    "Megatron's --pipeline-model-parallel-layout: E embedding, t layer, L loss, | between chunks.",
    {
      otherwise: "layers spread evenly, embedding and loss counted as one each",
      aliases: ["pipeline model parallel layout"],
    },
  ),
  cp: label("training", "cp", count, "Context parallel degree.", {
    default: 1,
    aliases: ["context parallel", "context parallelism"],
  }),
  ep: label("training", "ep", count, "Expert parallel degree.", {
    default: 1,
    aliases: ["expert parallel", "expert parallelism"],
  }),
  etp: label("training", "etp", count, "Tensor parallel degree of the experts.", {
    default: 1,
    aliases: ["expert tensor parallel"],
  }),
  dp: label("training", "dp", count, "Data parallel degree.", {
    otherwise: "what is left of the GPUs",
    aliases: ["data parallel", "data parallelism"],
  }),
  loraRank: label("training", "lora rank", rankAmount, "Rank of LoRA adapters; 0 trains all weights.", {
    default: 0,
    aliases: ["rank"],
  }),
  loraTargets: label("training", "lora targets", targetSets, "Adapted matrices.", { default: "all" }),
  baseWeights: label("training", "base weights", choice(dtypes), "Storage of the frozen base; nf4 is QLoRA.", {
    otherwise: "16 bit",
  }),
  offload: label("training", "offload", choice(offloads), "What is kept in the host's memory.", {
    default: "none",
    aliases: ["cpu offload"],
  }),

  engine: label("serving", "engine", choice(engines), "Serving software.", { default: "generic" }),
  engineVersion: label("serving", "engine version", words, "Version of the engine.", { otherwise: "the newest known" }),
  weights: label("serving", "weights", choice(dtypes), "Storage of the weights.", {
    otherwise: "the format that the model is published in, 16 bit at most",
    aliases: ["weight dtype", "quantization"],
  }),
  kvCache: label("serving", "kv cache", choice(cacheDtypes), "Storage of keys and values.", {
    default: "bf16",
    aliases: ["kv cache dtype", "kv dtype"],
  }),
  sequences: label("serving", "sequences", count, "Concurrent sequences.", {
    default: 1,
    aliases: ["concurrency", "concurrent sequences", "users"],
  }),
  contextLength: label("serving", "context length", tokenCount, 'Tokens of context per sequence; "8k" is 8,192.', {
    otherwise: "4,096, or the model's limit if lower",
    aliases: ["context"],
  }),
  maxBatchedTokens: label("serving", "max batched tokens", tokenCount, "Most tokens of one forward pass.", {
    otherwise: "the engine's default",
  }),
  gpuMemoryUtilization: label("serving", "gpu memory utilization", share, "Share of the GPU that the engine may use.", {
    otherwise: "the engine's default",
    aliases: ["utilization", "mem fraction static"],
  }),

  goodput: label("efficiency", "goodput", share, "Share of job time that makes progress.", { default: 0.9 }),
  allocation: label("efficiency", "allocation", share, "Share of paid GPU-hours that jobs hold."),
  peakOutputTokensPerSecond: label(
    "efficiency",
    "peak output tokens per second",
    positiveAmount,
    "Demand at its peak.",
    { aliases: ["peak tokens per second", "demand"] },
  ),
  peakToAverage: label("efficiency", "peak to average", positiveAmount, "Peak demand over average demand."),
  targetLoad: label("efficiency", "target load", share, "Share of its capacity that a replica is planned for at peak."),
  spareReplicas: label("efficiency", "spare replicas", wholeAmount, "Replicas kept for failures.", { default: 0 }),
  measuredTokensPerSecond: label(
    "efficiency",
    "measured tokens per second per gpu",
    positiveAmount,
    "Your own measurement, instead of the roofline.",
  ),

  pue: label("energy", "pue", pue, "Power usage effectiveness of the data center."),
  serverWatts: label("energy", "server watts per gpu", positiveAmount, "Power of the server outside the GPU, per GPU."),
} as const;

export type LabelKey = keyof typeof LABELS;
type ValueOf<L> = L extends Label<infer T> ? T : never;

/** What a case says, label by label; undefined where nothing is given and nothing fixed is assumed. */
export type LabelValues = { readonly [K in LabelKey]: ValueOf<(typeof LABELS)[K]> | undefined };

export interface LabelRow extends Label<unknown> {
  readonly key: LabelKey;
}

export const scenarioLabels = table<LabelRow>(
  "label",
  (Object.keys(LABELS) as LabelKey[]).map((key) => ({ ...(LABELS[key] as Label<unknown>), key })),
);
