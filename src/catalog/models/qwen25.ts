import { QWEN2 } from "../variants";
import { family, type ModelRow } from "./row";

const qwen25 = family({
  family: "Qwen2.5",
  year: 2024,
  dtype: "bfloat16",
  source: "huggingface.co/Qwen/Qwen2.5-*: config.json; litgpt config.py",
  publishedSource: "Hugging Face safetensors total; arXiv:2412.15115 Table 1",
  variant: QWEN2,
  shape: { vocabSize: 151_936, maxPositionEmbeddings: 131_072 },
});

export const QWEN25_MODELS: readonly ModelRow[] = [
  qwen25("qwen2.5-0.5b", "Qwen2.5 0.5B", {
    parameters: 494_032_768,
    shape: {
      numHiddenLayers: 24,
      hiddenSize: 896,
      numAttentionHeads: 14,
      numKeyValueHeads: 2,
      intermediateSize: 4864,
      maxPositionEmbeddings: 32768,
      tieWordEmbeddings: true,
    },
  }),
  qwen25("qwen2.5-1.5b", "Qwen2.5 1.5B", {
    parameters: 1_543_714_304,
    shape: {
      numHiddenLayers: 28,
      hiddenSize: 1536,
      numAttentionHeads: 12,
      numKeyValueHeads: 2,
      intermediateSize: 8960,
      tieWordEmbeddings: true,
    },
  }),
  qwen25("qwen2.5-3b", "Qwen2.5 3B", {
    parameters: 3_085_938_688,
    shape: {
      numHiddenLayers: 36,
      hiddenSize: 2048,
      numAttentionHeads: 16,
      numKeyValueHeads: 2,
      intermediateSize: 11008,
      maxPositionEmbeddings: 32768,
      tieWordEmbeddings: true,
    },
  }),
  qwen25("qwen2.5-7b", "Qwen2.5 7B", {
    parameters: 7_615_616_512,
    shape: {
      numHiddenLayers: 28,
      hiddenSize: 3584,
      numAttentionHeads: 28,
      numKeyValueHeads: 4,
      intermediateSize: 18944,
      vocabSize: 152_064,
    },
  }),
  qwen25("qwen2.5-14b", "Qwen2.5 14B", {
    parameters: 14_770_033_664,
    shape: {
      numHiddenLayers: 48,
      hiddenSize: 5120,
      numAttentionHeads: 40,
      numKeyValueHeads: 8,
      intermediateSize: 13824,
      vocabSize: 152_064,
    },
  }),
  qwen25("qwen2.5-32b", "Qwen2.5 32B", {
    parameters: 32_763_876_352,
    shape: {
      numHiddenLayers: 64,
      hiddenSize: 5120,
      numAttentionHeads: 40,
      numKeyValueHeads: 8,
      intermediateSize: 27648,
      vocabSize: 152_064,
    },
  }),
  qwen25("qwen2.5-72b", "Qwen2.5 72B", {
    parameters: 72_706_203_648,
    shape: {
      numHiddenLayers: 80,
      hiddenSize: 8192,
      numAttentionHeads: 64,
      numKeyValueHeads: 8,
      intermediateSize: 29568,
      vocabSize: 152_064,
    },
  }),
];
