// What autograd keeps of one transformer layer, operator by operator: the standard block with multi-head attention,
// a two-matrix MLP of width 4·h with GELU, LayerNorm before each half, and no dropout.
import { bytes, type Bytes } from "../units";
import type { AttentionKind } from "./recompute";

/** Bytes per element of what is saved; fp8 recipes save the inputs of matrix products narrower than the rest. */
export interface SavedWidths {
  readonly activationBytes: number;
  readonly matmulInputBytes: number;
}

/** One tensor that a backward operator reads: elements per token, and which width it is saved in. */
export interface SavedTensor {
  readonly name: string;
  readonly elementsPerToken: number;
  readonly width: "activation" | "matmulInput" | "fp32";
}

const FP32_BYTES = 4;
/** LayerNorm keeps the mean and 1/σ of each token. */
const NORM_STATISTICS = 2;
const MLP_EXPANSION = 4;

const norm = (name: string, h: number): readonly SavedTensor[] => [
  { name: `input of the ${name} norm`, elementsPerToken: h, width: "activation" },
  { name: `mean and 1/σ of the ${name} norm`, elementsPerToken: NORM_STATISTICS, width: "fp32" },
];

/** What the core keeps: flash one log-sum-exp per head beside its output, standard attention the softmax output. */
export type SavedCore = AttentionKind | "recomputed";

/** The core's output is the input of the output projection, whoever computes it. */
const attentionCore = (h: number, a: number, s: number, core: SavedCore): readonly SavedTensor[] => {
  switch (core) {
    case "flash":
      return [
        { name: "attention output, for the kernel", elementsPerToken: h, width: "activation" },
        { name: "log-sum-exp of each head", elementsPerToken: a, width: "fp32" },
      ];
    case "standard":
      return [
        { name: "softmax output", elementsPerToken: a * s, width: "activation" },
        { name: "input of the output projection", elementsPerToken: h, width: "matmulInput" },
      ];
    case "recomputed":
      return [{ name: "input of the output projection", elementsPerToken: h, width: "matmulInput" }];
    default:
      return core satisfies never;
  }
};

/** Everything saved by one layer. A tensor that two operators read is listed once. */
export function savedTensors(
  { hidden: h, heads: a, sequence: s }: { readonly hidden: number; readonly heads: number; readonly sequence: number },
  attention: SavedCore,
): readonly SavedTensor[] {
  return [
    ...norm("first", h),
    { name: "input of the query, key and value projections", elementsPerToken: h, width: "matmulInput" },
    { name: "queries, keys and values", elementsPerToken: 3 * h, width: "activation" },
    ...attentionCore(h, a, s, attention),
    ...norm("second", h),
    { name: "input of the first MLP matrix", elementsPerToken: h, width: "matmulInput" },
    { name: "input of GELU", elementsPerToken: MLP_EXPANSION * h, width: "activation" },
    {
      name: "GELU's output, input of the second MLP matrix",
      elementsPerToken: MLP_EXPANSION * h,
      width: "matmulInput",
    },
  ];
}

/** The narrow copy that an fp8 output projection keeps beside the kernel's own output. */
const narrowCopy = (h: number, attention: SavedCore, widths: SavedWidths): readonly SavedTensor[] =>
  attention === "flash" && widths.matmulInputBytes !== widths.activationBytes
    ? [{ name: "input of the output projection, narrow copy", elementsPerToken: h, width: "matmulInput" }]
    : [];

/** Bytes that one layer keeps per token: h·32 + 4·a + 16 with flash attention in 16 bit. */
export function layerBytesPerToken(
  block: { readonly hidden: number; readonly heads: number; readonly sequence: number },
  attention: SavedCore,
  widths: SavedWidths,
): Bytes {
  const widthOf = { activation: widths.activationBytes, matmulInput: widths.matmulInputBytes, fp32: FP32_BYTES };
  const saved = [...savedTensors(block, attention), ...narrowCopy(block.hidden, attention, widths)];
  return bytes(saved.reduce((sum, tensor) => sum + tensor.elementsPerToken * widthOf[tensor.width], 0));
}

/** The final norm and the head's input, per token. */
export const finalNormBytesPerToken = (h: number, widths: SavedWidths): Bytes =>
  bytes(h * (widths.activationBytes + widths.matmulInputBytes) + NORM_STATISTICS * FP32_BYTES);
