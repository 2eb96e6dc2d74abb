import { GPT2 } from "../variants";
import { family, type ModelRow } from "./row";

const gpt3 = family({
  family: "GPT-3",
  year: 2020,
  dtype: "float16",
  source: "arXiv:2005.14165 Table 2.1",
  publishedSource: "arXiv:2005.14165 Table 2.1",
  variant: GPT2,
  note: "The alternating sparse attention of §2.1 is counted as full attention.",
  shape: { vocabSize: 50257, maxPositionEmbeddings: 2048, learnedPositions: 2048 },
});

export const GPT3_MODELS: readonly ModelRow[] = [
  gpt3("gpt3-1.3b", "GPT-3 XL 1.3B", {
    parameters: 1_300_000_000,
    kind: "rounded",
    note: "The table prints 24 heads of 128 for a width of 2048; 16 heads are used here.",
    residualExplained: "rounded to 1.3B in the paper",
    shape: { numHiddenLayers: 24, hiddenSize: 2048, numAttentionHeads: 16, intermediateSize: 8192 },
  }),
  gpt3("gpt3-6.7b", "GPT-3 6.7B", {
    parameters: 6_700_000_000,
    kind: "rounded",
    residualExplained: "rounded to 6.7B in the paper (6.66B)",
    shape: { numHiddenLayers: 32, hiddenSize: 4096, numAttentionHeads: 32, intermediateSize: 16384 },
  }),
  gpt3("gpt3-13b", "GPT-3 13B", {
    parameters: 13_000_000_000,
    kind: "rounded",
    note: "The table prints a width of 5140; 40 heads of 128 = 5120 is used here.",
    residualExplained: "the paper prints a width of 5140; with it the count is 12.95B",
    shape: { numHiddenLayers: 40, hiddenSize: 5120, numAttentionHeads: 40, intermediateSize: 20480 },
  }),
  gpt3("gpt3-175b", "GPT-3 175B", {
    aliases: ["davinci"],
    parameters: 175_000_000_000,
    kind: "rounded",
    residualExplained: "rounded to 175B in the paper (174.6B)",
    shape: { numHiddenLayers: 96, hiddenSize: 12288, numAttentionHeads: 96, intermediateSize: 49152 },
  }),
];
