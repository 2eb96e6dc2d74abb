import { LLAMA, PHI } from "../variants";
import { family, type ModelRow } from "./row";

const phi2 = family({
  family: "Phi",
  year: 2023,
  dtype: "float16",
  source: "huggingface.co/microsoft/phi-2: config.json; litgpt config.py",
  publishedSource: "Hugging Face safetensors total",
  variant: PHI,
  shape: { vocabSize: 51200, maxPositionEmbeddings: 2048 },
});

const phi3 = family({
  family: "Phi",
  year: 2024,
  dtype: "bfloat16",
  source: "huggingface.co/microsoft: config.json; litgpt config.py",
  publishedSource: "Hugging Face safetensors total",
  variant: LLAMA,
  shape: { vocabSize: 32064, maxPositionEmbeddings: 4096 },
});

export const PHI_MODELS: readonly ModelRow[] = [
  phi2("phi-2", "Phi-2 2.7B", {
    parameters: 2_779_683_840,
    shape: { numHiddenLayers: 32, hiddenSize: 2560, numAttentionHeads: 32, intermediateSize: 10240 },
  }),
  phi3("phi-3-mini", "Phi-3-mini 3.8B", {
    aliases: ["Phi-3-mini-4k"],
    parameters: 3_821_079_552,
    note: "The 4k variant.",
    shape: {
      numHiddenLayers: 32,
      hiddenSize: 3072,
      numAttentionHeads: 32,
      intermediateSize: 8192,
      slidingWindow: { size: 2047, layers: 32 },
    },
  }),
  phi3("phi-3-medium", "Phi-3-medium 14B", {
    aliases: ["Phi-3-medium-4k"],
    parameters: 13_960_238_080,
    note: "The 4k variant.",
    shape: {
      numHiddenLayers: 40,
      hiddenSize: 5120,
      numAttentionHeads: 40,
      numKeyValueHeads: 10,
      intermediateSize: 17920,
      slidingWindow: { size: 2047, layers: 40 },
    },
  }),
  phi3("phi-4", "Phi-4 14B", {
    parameters: 14_659_507_200,
    shape: {
      numHiddenLayers: 40,
      hiddenSize: 5120,
      numAttentionHeads: 40,
      numKeyValueHeads: 10,
      intermediateSize: 17920,
      vocabSize: 100_352,
      maxPositionEmbeddings: 16384,
    },
  }),
  phi3("phi-4-mini", "Phi-4-mini 3.8B", {
    year: 2025,
    parameters: 3_836_021_760,
    shape: {
      numHiddenLayers: 32,
      hiddenSize: 3072,
      numAttentionHeads: 24,
      numKeyValueHeads: 8,
      intermediateSize: 8192,
      vocabSize: 200_064,
      maxPositionEmbeddings: 131_072,
      tieWordEmbeddings: true,
    },
  }),
];
