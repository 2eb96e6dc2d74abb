import { LLAMA } from "../variants";
import { family, type ModelRow } from "./row";

const llama3 = family({
  family: "Llama 3",
  year: 2024,
  dtype: "bfloat16",
  source: "huggingface.co/meta-llama: config.json; litgpt config.py; meta-llama/llama-models",
  publishedSource: "Hugging Face safetensors total",
  variant: LLAMA,
  shape: { vocabSize: 128_256, maxPositionEmbeddings: 131_072, numKeyValueHeads: 8 },
});

export const LLAMA3_MODELS: readonly ModelRow[] = [
  llama3("llama-3-8b", "Llama 3 8B", {
    parameters: 8_030_261_248,
    shape: {
      numHiddenLayers: 32,
      hiddenSize: 4096,
      numAttentionHeads: 32,
      intermediateSize: 14336,
      maxPositionEmbeddings: 8192,
    },
  }),
  llama3("llama-3-70b", "Llama 3 70B", {
    parameters: 70_553_706_496,
    shape: {
      numHiddenLayers: 80,
      hiddenSize: 8192,
      numAttentionHeads: 64,
      intermediateSize: 28672,
      maxPositionEmbeddings: 8192,
    },
  }),
  llama3("llama-3.1-8b", "Llama 3.1 8B", {
    parameters: 8_030_261_248,
    shape: { numHiddenLayers: 32, hiddenSize: 4096, numAttentionHeads: 32, intermediateSize: 14336 },
  }),
  llama3("llama-3.1-70b", "Llama 3.1 70B", {
    aliases: ["Llama 3.3 70B"],
    parameters: 70_553_706_496,
    note: "Llama 3.3 70B has the same shape.",
    shape: { numHiddenLayers: 80, hiddenSize: 8192, numAttentionHeads: 64, intermediateSize: 28672 },
  }),
  llama3("llama-3.1-405b", "Llama 3.1 405B", {
    parameters: 405_853_388_800,
    shape: { numHiddenLayers: 126, hiddenSize: 16384, numAttentionHeads: 128, intermediateSize: 53248 },
  }),
  llama3("llama-3.2-1b", "Llama 3.2 1B", {
    parameters: 1_235_814_400,
    shape: {
      numHiddenLayers: 16,
      hiddenSize: 2048,
      numAttentionHeads: 32,
      intermediateSize: 8192,
      tieWordEmbeddings: true,
    },
  }),
  llama3("llama-3.2-3b", "Llama 3.2 3B", {
    parameters: 3_212_749_824,
    shape: {
      numHiddenLayers: 28,
      hiddenSize: 3072,
      numAttentionHeads: 24,
      intermediateSize: 8192,
      tieWordEmbeddings: true,
    },
  }),
];
