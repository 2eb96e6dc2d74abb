// What the forward pass leaves behind for the backward pass.
import { detailedActivations } from "../engine/activations/detailed";
import { publishedActivations } from "../engine/activations/published";
import { recomputeFlopsFactor } from "../engine/activations/recompute";
import { type ActivationShape, ruleActivations, scoreBytes } from "../engine/activations/rule";
import { EngineError } from "../engine/issues";
import { logitsBytes } from "../engine/logits";
import { bytes, type Bytes } from "../engine/units";
import {
  activationPrecisions,
  type ActivationPrecisionRow,
  ruleBytesPerElement,
} from "../catalog/activationPrecisions";
import { DEFAULT_LOSS, losses } from "../catalog/losses";
import {
  activationMethods,
  attentions,
  type AttentionRow,
  recomputes,
  type RecomputeRow,
  trainables,
} from "../catalog/modes";
import { choice, count, tokenCount, UNIT } from "./kinds";
import { atMost, defineFunction, divides, maybe, required, withDefault } from "./spec";

const TOPIC = "Activations";
const BATCH = required("batch", count, "Sequences per micro batch on one GPU.");
const SEQUENCE = required("sequence", tokenCount, 'Tokens per sequence; "4k" is 4,096.');
const LAYERS = required("layers", count, "Transformer layers.");
const HEADS = required("heads", count, "Query heads.");
const PRECISION = withDefault("precision", choice(activationPrecisions), "bf16", "What activations are stored in.");
const KORTHIKANTI = "arXiv:2205.05198 §4";

interface ActivationChoice {
  readonly precision: ActivationPrecisionRow;
  readonly attention: AttentionRow;
  readonly recompute: RecomputeRow;
}

function counted(shape: ActivationShape, { precision, attention, recompute }: ActivationChoice): Bytes {
  const stack = detailedActivations(shape, attention.id, recompute.id, precision);
  return bytes(
    stack + (shape.vocab === undefined ? 0 : logitsBytes(shape.batch * shape.sequence, shape.vocab, DEFAULT_LOSS_ROW)),
  );
}

const DEFAULT_LOSS_ROW = choice(losses).read(DEFAULT_LOSS);

/** The counting methods know the recipes that exist; INT8 is there for the one-pager's figures at one byte. */
function assertCounted(method: string, precision: ActivationPrecisionRow, known: boolean): void {
  if (known) return;
  const allowed = 'bf16, fp16, fp32 or fp8 (detailed only), or method "rule"';
  throw new EngineError({ code: "method_lacks", method, param: "precision", received: precision.id, allowed });
}

export const ACT_MEM = defineFunction({
  id: "ACT_MEM",
  summary: "Activations that one GPU keeps for the backward pass.",
  topic: TOPIC,
  params: [
    BATCH,
    SEQUENCE,
    required("hidden", count, "Model width D."),
    LAYERS,
    HEADS,
    PRECISION,
    withDefault(
      "attention",
      choice(attentions),
      "flash",
      "Flash attention never stores the S×S scores; standard attention does.",
    ),
    withDefault(
      "recompute",
      choice(recomputes),
      "none",
      "What the backward pass recomputes instead of reading it from memory.",
    ),
    withDefault(
      "method",
      choice(activationMethods),
      "detailed",
      "detailed: counted operator by operator. published: arXiv:2205.05198. rule: the one-pager, about half.",
    ),
    maybe("vocab", count, "Tokens in the vocabulary; adds the ends of the model: final norm, logits and loss."),
    UNIT,
  ],
  returns: {
    unit: "memory",
    doc: "Activations at the end of the forward pass; with recompute and the detailed method, when the backward pass is at its fullest.",
  },
  formula:
    "detailed: L·B·S·(32·D + 4·H + 16) bytes in 16 bit with flash, L·B·S·(32·D + 2·H·S + 16) with standard attention; published: L·S·B·D·(34 + 5·H·S/D); rule: L·(8·B·S·D + B·H·S·S) elements",
  sources: [KORTHIKANTI, "arXiv:1604.06174 (√L)", "One-pager §4 (rule)"],
  notes: [
    "A standard block: multi-head attention, a two-matrix MLP of width 4·D with GELU, LayerNorm. The detailed method counts no dropout; the published one does.",
    "With vocab the detailed method adds the final norm and an eager FP32 loss (LOGITS_MEM), the published one section 4.3's ends, the rule B·S·(D + V) elements.",
  ],
  examples: [
    { formula: "=GPUMEM.ACT_MEM(4,2048,4096,32,32)", result: 34.397487104, says: "detailed, BF16, flash attention" },
    { formula: '=GPUMEM.ACT_MEM(4,2048,4096,32,32,"bf16","flash","none","published")', result: 36.507222016 },
    { formula: '=GPUMEM.ACT_MEM(4,2048,4096,32,32,"bf16","standard","none","published")', result: 122.406567936 },
    {
      formula: '=GPUMEM.ACT_MEM(4,2048,4096,32,32,"bf16","flash","none","rule")',
      result: 17.179869184,
      says: "the one-pager prints ~16 GB",
    },
  ],
  checks: [atMost("layers", "hidden"), atMost("heads", "hidden"), divides("heads", "hidden")],
  run: ({ method, precision, attention, recompute, ...shape }) => {
    switch (method.id) {
      case "rule":
        return ruleActivations(shape, attention.id, recompute.id, ruleBytesPerElement(precision));
      case "published":
        assertCounted(
          "published",
          precision,
          precision.counted && precision.activationBytes === precision.matmulInputBytes,
        );
        return publishedActivations(shape, attention.id, recompute.id, precision.activationBytes);
      case "detailed":
        assertCounted("detailed", precision, precision.counted);
        return counted(shape, { precision, attention, recompute });
      default:
        return method.id satisfies never;
    }
  },
});

export const LOGITS_MEM = defineFunction({
  id: "LOGITS_MEM",
  summary:
    "Logits, their FP32 copies and their gradient at the peak of the loss: often the peak of the whole step when the vocabulary is large.",
  topic: TOPIC,
  params: [
    BATCH,
    SEQUENCE,
    required("vocab", count, "Tokens in the vocabulary."),
    withDefault("loss", choice(losses), DEFAULT_LOSS, "How the loss is computed."),
    UNIT,
  ],
  returns: { unit: "memory", doc: "Logits and what the loss adds, allocated at the peak." },
  formula: "B·S·V × bytes per logit: 12 eager FP32, 6 vocabulary-parallel, 4 fused, 2 chunked",
  sources: [
    "PyTorch: log_softmax saves its output",
    "Megatron-LM core/tensor_parallel/cross_entropy.py",
    "TransformerEngine, Liger and torchtune sources",
  ],
  examples: [{ formula: "=GPUMEM.LOGITS_MEM(1,8192,128256)", result: 12.608077824, says: "12 bytes per logit" }],
  run: ({ batch, sequence, vocab, loss }) => logitsBytes(batch * sequence, vocab, loss),
});

export const FLASH_SAVING = defineFunction({
  id: "FLASH_SAVING",
  summary: "Attention scores that flash attention does not store: B·H·S·S elements per layer.",
  topic: TOPIC,
  params: [BATCH, SEQUENCE, LAYERS, HEADS, PRECISION, UNIT],
  returns: { unit: "memory", doc: "Scores of all layers." },
  formula: "L·B·H·S² × bytes per element",
  sources: ["One-pager §5", "arXiv:2205.14135"],
  examples: [
    {
      formula: '=GPUMEM.FLASH_SAVING(8,2048,1,96,"int8")',
      result: 3.221225472,
      says: "the one-pager's 3.2 GB per layer, at one byte",
    },
  ],
  run: ({ precision, ...shape }) => scoreBytes(shape, ruleBytesPerElement(precision)),
});

export const RECOMPUTE_FLOPS = defineFunction({
  id: "RECOMPUTE_FLOPS",
  summary: "FLOPs of a training step with recompute, relative to the step without: 4/3 for full recompute.",
  topic: TOPIC,
  params: [
    required("recompute", choice(recomputes), "What the backward pass recomputes."),
    maybe("layers", count, "Layers; with √L recompute the last segment runs only once."),
    withDefault(
      "task",
      choice(trainables),
      "train",
      "train: the backward pass costs two forward passes (6·N); lora: one (4·N), the base being frozen.",
    ),
  ],
  returns: { unit: "plain", doc: "A factor of at least 1 on 6·N·tokens (4·N·tokens for lora)." },
  formula: "1 + recomputed share of the layers ÷ (1 + backward passes): 4/3, or 3/2 with a frozen base",
  sources: ["One-pager §2, §5", "arXiv:1604.06174", "arXiv:2104.04473 eq. 3"],
  notes: ["Selective recompute gives 1: the products of the attention core are not part of 6·N."],
  examples: [
    { formula: '=GPUMEM.RECOMPUTE_FLOPS("full")', result: 4 / 3, says: "+33%" },
    { formula: '=GPUMEM.RECOMPUTE_FLOPS("full",,"lora")', result: 1.5, says: "+50%" },
  ],
  run: ({ recompute, layers, task }) => recomputeFlopsFactor(recompute.id, task.backwardPasses, layers),
});
