// What the attention half of a layer keeps, in bytes per token on one rank.
import type { GroupedAttention, LatentAttention } from "../architecture";
import { trainsLinear } from "./adapterSaved";
import { CONSTANTS } from "./constants";
import type { TrainingRun } from "./run";
import { saved, type Saved } from "./savedTensors";
import type { RankShape } from "./shape";

const FP32 = 4;
/** A dropout mask: one byte per element. */
const MASK = 1;

export function attentionSaved(run: TrainingRun, shape: RankShape): readonly Saved[] {
  const { attention } = run.architecture;
  const heads = attention.numAttentionHeads;
  return attention.kind === "grouped"
    ? [
        ...groupedSaved(run, shape, attention),
        ...coreSaved(run, shape, heads, attention.numAttentionHeads * attention.headDim),
      ]
    : [...latentSaved(shape, attention), ...coreSaved(run, shape, heads, heads * attention.vHeadDim)];
}

/** q, k and v as the attention kernel reads them, and what the norms on q and k keep. */
function groupedSaved(run: TrainingRun, shape: RankShape, g: GroupedAttention): readonly Saved[] {
  const { w, tp } = shape;
  const q = g.numAttentionHeads * g.headDim;
  const k = g.numKeyValueHeads * g.headDim;
  const expanded = run.stack.expandsKeyValues && k < q ? q : k;
  return [
    saved(
      "queries, keys and values",
      "projections",
      w * (q / tp + (2 * expanded) / Math.min(tp, expanded / g.headDim)),
    ),
    saved(
      "fused projection that the values are a view of",
      "projections",
      keepsProjection(run, g, k < q) ? (w * (q + k)) / tp : 0,
    ),
    saved(
      "inputs of the norms on q and k",
      "projections",
      g.qkNorm === "none" ? 0 : (qkNormBytes(run, shape) * (q + k)) / tp,
    ),
  ];
}

/** Values stay a view of q, k and v together, unless they are copied to be repeated. */
function keepsProjection(run: TrainingRun, g: GroupedAttention, repeats: boolean): boolean {
  const { stack } = run;
  if (stack.keepsFusedProjection) return !(repeats && stack.expandsKeyValues);
  return stack.transformerEngine && g.qkNorm !== "none";
}

const qkNormBytes = (run: TrainingRun, { w, fusedNorm }: RankShape): number =>
  fusedNorm ? w : FP32 + (run.lora ? 0 : w);

/** MLA: both latents before and after their norms, the shared rotary key; per head q and k of nope + rope, and v. */
function latentSaved({ w, sp, tp }: RankShape, m: LatentAttention): readonly Saved[] {
  const perHead = 2 * (m.qkNopeHeadDim + m.qkRopeHeadDim) + m.vHeadDim;
  const latents = 2 * (m.qLoraRank ?? 0) + 2 * m.kvLoraRank + m.qkRopeHeadDim;
  return [
    saved("latents of queries, keys and values", "latent", (w * latents) / sp),
    saved("queries, keys and values", "projections", (w * m.numAttentionHeads * perHead) / tp),
  ];
}

/** Flash keeps its output and a log-sum-exp per head; unfused attention the softmax, with dropout also a mask and a copy. */
function coreSaved(run: TrainingRun, shape: RankShape, heads: number, out: number): readonly Saved[] {
  const { w, mi, tp, s } = shape;
  const input = saved("input of the output projection", "attention output", (mi * out) / tp);
  if (run.attention === "standard") {
    return [input, saved("softmax of the scores", "scores", (heads * s * scoreBytes(run, shape)) / tp)];
  }
  return [
    input,
    saved("output of the kernel where that is another tensor", "scores", (w * out * outputCopies(run, shape)) / tp),
    saved("log-sum-exp of each head", "scores", (FP32 * heads) / tp),
  ];
}

/**
 * Per score: the softmax, with dropout a mask and what is left of it; autocast computes it in fp32, so that the product
 * with the values keeps a cast of its own (PyTorch docs torch.amp, operations that autocast to float32).
 */
function scoreBytes(run: TrainingRun, { w, stream }: RankShape): number {
  const mask = run.dropout ? MASK : 0;
  if (run.scoreBytes === null && stream > w) return stream + mask + w;
  const score = run.scoreBytes ?? w;
  return score + (run.dropout ? mask + score : 0);
}

/**
 * Outputs beside the projection's input: the kernel's own where that input is narrower, or in another layout.
 * TransformerEngine below compute capability 9 calls flash-attn, which works on b × s and whose output is transposed to
 * s × b; an output has the layout of its queries, which some code makes head by head; exchanging heads over context
 * parallel ranks makes another.
 */
function outputCopies(run: TrainingRun, { w, mi }: RankShape): number {
  const { parallel, gpu, stack } = run;
  const flashAttn =
    stack.transformerEngine &&
    run.transformerEngine &&
    (gpu.computeCapability ?? CONSTANTS.hopper.value) < CONSTANTS.hopper.value;
  const headMajor = stack.headMajorQueries && trainsLinear(run);
  const exchanged = parallel.cp > 1 && parallel.contextExchange === "a2a";
  return [flashAttn, headMajor, exchanged, mi !== w].filter(Boolean).length;
}
