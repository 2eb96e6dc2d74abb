import { EXPERTS, QWEN3 } from "../variants";
import { family, type ModelRow } from "./row";

const qwen3 = family({
  family: "Qwen3",
  year: 2025,
  dtype: "bfloat16",
  source: "huggingface.co/Qwen/Qwen3-*: config.json; arXiv:2505.09388 Tables 1 and 2",
  publishedSource: "Hugging Face num_parameters, a tied head counted once; active parameters from the model card",
  variant: QWEN3,
  shape: { vocabSize: 151_936, maxPositionEmbeddings: 40960, headDim: 128 },
});

export const QWEN3_MODELS: readonly ModelRow[] = [
  qwen3("qwen3-0.6b", "Qwen3 0.6B", {
    parameters: 596_049_920,
    note: "The stored file counts 751,632,384: it holds the tied head twice.",
    shape: {
      numHiddenLayers: 28,
      hiddenSize: 1024,
      numAttentionHeads: 16,
      numKeyValueHeads: 8,
      intermediateSize: 3072,
      tieWordEmbeddings: true,
    },
  }),
  qwen3("qwen3-1.7b", "Qwen3 1.7B", {
    parameters: 1_720_574_976,
    note: "The stored file counts 2,031,739,904: it holds the tied head twice.",
    shape: {
      numHiddenLayers: 28,
      hiddenSize: 2048,
      numAttentionHeads: 16,
      numKeyValueHeads: 8,
      intermediateSize: 6144,
      tieWordEmbeddings: true,
    },
  }),
  qwen3("qwen3-4b", "Qwen3 4B", {
    aliases: ["Qwen3-4B-Instruct-2507"],
    parameters: 4_022_468_096,
    shape: {
      numHiddenLayers: 36,
      hiddenSize: 2560,
      numAttentionHeads: 32,
      numKeyValueHeads: 8,
      intermediateSize: 9728,
      tieWordEmbeddings: true,
    },
  }),
  qwen3("qwen3-8b", "Qwen3 8B", {
    parameters: 8_190_735_360,
    shape: {
      numHiddenLayers: 36,
      hiddenSize: 4096,
      numAttentionHeads: 32,
      numKeyValueHeads: 8,
      intermediateSize: 12288,
    },
  }),
  qwen3("qwen3-14b", "Qwen3 14B", {
    parameters: 14_768_307_200,
    shape: {
      numHiddenLayers: 40,
      hiddenSize: 5120,
      numAttentionHeads: 40,
      numKeyValueHeads: 8,
      intermediateSize: 17408,
    },
  }),
  qwen3("qwen3-32b", "Qwen3 32B", {
    parameters: 32_762_123_264,
    shape: {
      numHiddenLayers: 64,
      hiddenSize: 5120,
      numAttentionHeads: 64,
      numKeyValueHeads: 8,
      intermediateSize: 25600,
    },
  }),
  qwen3("qwen3-30b-a3b", "Qwen3 30B-A3B", {
    aliases: ["Qwen3 30B", "Qwen3-30B-A3B-Instruct-2507", "Qwen3-30B-A3B-Thinking-2507"],
    parameters: 30_532_122_624,
    activePublished: 3_300_000_000,
    shape: {
      numHiddenLayers: 48,
      hiddenSize: 2048,
      numAttentionHeads: 32,
      numKeyValueHeads: 4,
      intermediateSize: 6144,
      experts: { ...EXPERTS, numExperts: 128, numExpertsPerTok: 8, moeIntermediateSize: 768 },
    },
  }),
  qwen3("qwen3-235b-a22b", "Qwen3 235B-A22B", {
    aliases: ["Qwen3 235B", "Qwen3-235B-A22B-Instruct-2507", "Qwen3-235B-A22B-Thinking-2507"],
    parameters: 235_093_634_560,
    activePublished: 22_000_000_000,
    shape: {
      numHiddenLayers: 94,
      hiddenSize: 4096,
      numAttentionHeads: 64,
      numKeyValueHeads: 4,
      intermediateSize: 12288,
      experts: { ...EXPERTS, numExperts: 128, numExpertsPerTok: 8, moeIntermediateSize: 1536 },
    },
  }),
  qwen3("qwen3-coder-480b-a35b", "Qwen3-Coder 480B-A35B", {
    aliases: ["Qwen3 Coder", "Qwen3 Coder 480B", "Qwen3 480B-A35B"],
    parameters: 480_154_875_392,
    activePublished: 35_000_000_000,
    shape: {
      numHiddenLayers: 62,
      hiddenSize: 6144,
      numAttentionHeads: 96,
      numKeyValueHeads: 8,
      intermediateSize: 8192,
      maxPositionEmbeddings: 262_144,
      experts: { ...EXPERTS, numExperts: 160, numExpertsPerTok: 8, moeIntermediateSize: 2560 },
    },
  }),
];
