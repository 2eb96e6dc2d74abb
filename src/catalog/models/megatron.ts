import { GPT2 } from "../variants";
import { family, type ModelRow } from "./row";

const megatron = family({
  family: "Megatron-GPT",
  year: 2022,
  dtype: "float16",
  source: "arXiv:2205.05198 Table 3; arXiv:2104.04473 eq. 2",
  publishedSource: "arXiv:2205.05198 Table 3; 529.6B and 1008.0B from arXiv:2104.04473 Table 1",
  variant: GPT2,
  shape: { vocabSize: 51200, maxPositionEmbeddings: 2048, learnedPositions: 2048, hiddenAct: "gelu" },
});

export const MEGATRON_MODELS: readonly ModelRow[] = [
  megatron("megatron-22b", "Megatron GPT 22B", {
    parameters: 22_000_000_000,
    kind: "rounded",
    residualExplained: "rounded to 22B in the paper",
    shape: { numHiddenLayers: 48, hiddenSize: 6144, numAttentionHeads: 64, intermediateSize: 24576 },
  }),
  megatron("megatron-175b", "Megatron GPT 175B", {
    parameters: 175_000_000_000,
    kind: "rounded",
    residualExplained: "rounded to 175B in the paper (174.6B)",
    shape: { numHiddenLayers: 96, hiddenSize: 12288, numAttentionHeads: 96, intermediateSize: 49152 },
  }),
  megatron("megatron-530b", "Megatron-Turing NLG 530B", {
    aliases: ["MT-NLG", "MT-NLG 530B", "Megatron GPT 530B"],
    parameters: 529_600_000_000,
    kind: "rounded",
    residualExplained: "rounded to 529.6B in the paper",
    shape: { numHiddenLayers: 105, hiddenSize: 20480, numAttentionHeads: 128, intermediateSize: 81920 },
  }),
  megatron("megatron-1t", "Megatron GPT 1T", {
    parameters: 1_008_000_000_000,
    kind: "rounded",
    residualExplained: "rounded to 1008.0B in the paper",
    shape: { numHiddenLayers: 128, hiddenSize: 25600, numAttentionHeads: 160, intermediateSize: 102_400 },
  }),
];
