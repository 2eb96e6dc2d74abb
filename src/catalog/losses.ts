import type { LogitComponent, LossKind } from "../engine/logits";
import { table, type CatalogRow } from "./table";

export interface LossRow extends CatalogRow, LossKind {
  readonly source: string;
  readonly note: string;
}

const BF16_LOGITS: LogitComponent = { name: "bf16 logits", bytes: 2 };

const NOTHING = {
  perLogit: [],
  perChunkLogit: [],
  chunkTokens: 0,
  highPerLogit: 0,
  strandedPerLogit: 0,
  vocabularyParallel: false,
  gatheredInputBytes: 0,
  headGradientBytes: 0,
  savedPerLogit: 0,
  older: null,
  note: "",
} as const;

type Facts = Partial<LossKind> & Pick<LossRow, "source"> & { readonly note?: string };
const loss = (id: string, label: string, aliases: readonly string[], facts: Facts): LossRow => ({
  id,
  label,
  aliases,
  ...NOTHING,
  ...facts,
});

const rows: readonly LossRow[] = [
  loss("eager", "Eager FP32 cross entropy", ["eager fp32", "cross entropy", "pytorch", "unfused", "standard"], {
    perLogit: [
      { name: "fp32 log-probabilities", bytes: 4 },
      { name: "gradient of nll", bytes: 4 },
      { name: "gradient of log-softmax", bytes: 4 },
    ],
    strandedPerLogit: 2,
    savedPerLogit: 4,
    source: "PyTorch aten LossNLL, SoftMax",
    note: "the freed bf16 logits serve no fp32 request",
  }),
  loss("vocab-parallel", "Vocabulary-parallel cross entropy", ["vocabulary parallel", "megatron", "megatron unfused"], {
    perLogit: [BF16_LOGITS, { name: "fp32 softmax in place", bytes: 4 }],
    savedPerLogit: 4,
    vocabularyParallel: true,
    source: "Megatron-LM core/tensor_parallel/cross_entropy.py",
  }),
  loss("native-fused", "Megatron native fusion", ["native", "megatron fused", "native fusion"], {
    perLogit: [BF16_LOGITS, { name: "fp32 softmax", bytes: 4 }, { name: "fp32 temporary", bytes: 4 }],
    highPerLogit: 14,
    savedPerLogit: 4,
    older: { until: "2026-06", perLogit: 4 },
    vocabularyParallel: true,
    source: "Megatron-LM core/fusions/fused_cross_entropy.py",
    note: "10; 14 before the middle of 2026, when the shifted fp32 logits were a tensor of their own",
  }),
  loss("te-fused", "TransformerEngine fusion", ["fused", "te", "transformer engine", "te fusion"], {
    perLogit: [BF16_LOGITS],
    savedPerLogit: 2,
    vocabularyParallel: true,
    source: "TransformerEngine common/triton/cross_entropy.py",
    note: "the gradient is written over the logits",
  }),
  loss("loss-parallel", "Loss parallel", ["torchtitan", "dtensor loss parallel", "loss parallel"], {
    perLogit: [
      { name: "fp32 logits", bytes: 4 },
      { name: "fp32 log-probabilities", bytes: 4 },
      { name: "gradient of nll", bytes: 4 },
      { name: "gradient of log-softmax", bytes: 4 },
    ],
    strandedPerLogit: 2,
    vocabularyParallel: true,
    gatheredInputBytes: 4,
    savedPerLogit: 4,
    source: "PyTorch torch.distributed.tensor.parallel.loss_parallel",
  }),
  loss("chunked", "Chunked cross entropy", ["torchtune", "chunked output"], {
    perLogit: [BF16_LOGITS],
    headGradientBytes: 4,
    savedPerLogit: 2,
    source: "torchtune modules/loss CEWithChunkedOutputLoss",
    note: "two bf16 copies of the head's gradient; none where the head is frozen",
  }),
  loss("eager-bf16", "Eager 16-bit cross entropy", ["bf16 cross entropy", "litgpt", "eager fp16"], {
    perLogit: [BF16_LOGITS, { name: "16-bit log-probabilities", bytes: 2 }, { name: "16-bit gradient", bytes: 2 }],
    savedPerLogit: 2,
    source: "Lightning-AI/litgpt utils.py chunked_cross_entropy on 16-bit logits",
  }),
  loss(
    "fused-linear",
    "Fused linear cross entropy",
    ["liger", "fused linear", "cut cross entropy", "linear cross entropy"],
    {
      perChunkLogit: [BF16_LOGITS, { name: "fp32 temporary", bytes: 4 }],
      chunkTokens: 1024,
      source: "linkedin/Liger-Kernel ops/fused_linear_cross_entropy.py",
      note: "the kernel's chunk depends on T, h and V and is smaller for usual sizes",
    },
  ),
  loss("compiled", "Compiled cross entropy", ["torch compile", "inductor", "compiled loss"], {
    perLogit: [BF16_LOGITS, { name: "bf16 gradient", bytes: 2 }],
    savedPerLogit: 2,
    source: "torch.compile of F.cross_entropy: the fp32 values stay in registers",
  }),
  loss("chunked-torchtitan", "Chunked cross entropy, eager", ["torchtitan chunked", "chunked eager"], {
    perLogit: [
      BF16_LOGITS,
      { name: "fp32 log-probabilities", bytes: 4 },
      { name: "gradients of one of eight chunks", bytes: 1 },
    ],
    savedPerLogit: 4,
    source: "torchtitan components/loss.py on eight chunks of logits",
  }),
  loss("none", "No loss over the vocabulary", ["classification", "no logits"], {
    source: "a classifier of a few labels",
  }),
  loss("rule", "Logits only", ["logits only", "bf16 logits"], {
    perLogit: [BF16_LOGITS],
    source: "logits once, 16 bit",
  }),
];

export const losses = table("loss", rows);
export const DEFAULT_LOSS = "eager";
