import { EXPERTS, LLAMA } from "../variants";
import { family, type ModelRow } from "./row";

const mistral = family({
  family: "Mistral",
  year: 2024,
  dtype: "bfloat16",
  source: "huggingface.co/mistralai: config.json; litgpt config.py",
  publishedSource: "Hugging Face safetensors total",
  variant: LLAMA,
  shape: { vocabSize: 32768, maxPositionEmbeddings: 32768, numKeyValueHeads: 8 },
});

const mixtral = family({
  family: "Mixtral",
  year: 2024,
  dtype: "bfloat16",
  source: "huggingface.co/mistralai/Mixtral-*: config.json; arXiv:2401.04088",
  publishedSource: "Hugging Face safetensors total; active parameters from Mistral",
  variant: LLAMA,
  shape: { vocabSize: 32768, numKeyValueHeads: 8 },
});

export const MISTRAL_MODELS: readonly ModelRow[] = [
  mistral("mistral-7b-v0.1", "Mistral 7B v0.1", {
    year: 2023,
    parameters: 7_241_732_096,
    shape: {
      numHiddenLayers: 32,
      hiddenSize: 4096,
      numAttentionHeads: 32,
      intermediateSize: 14336,
      vocabSize: 32000,
      slidingWindow: { size: 4096, layers: 32 },
    },
  }),
  mistral("mistral-7b-v0.3", "Mistral 7B v0.3", {
    parameters: 7_248_023_552,
    shape: { numHiddenLayers: 32, hiddenSize: 4096, numAttentionHeads: 32, intermediateSize: 14336 },
  }),
  mistral("mistral-nemo-12b", "Mistral Nemo 12B (2407)", {
    aliases: ["Mistral Nemo", "Mistral Nemo 2407"],
    parameters: 12_247_782_400,
    shape: {
      numHiddenLayers: 40,
      hiddenSize: 5120,
      numAttentionHeads: 32,
      headDim: 128,
      intermediateSize: 14336,
      vocabSize: 131_072,
      maxPositionEmbeddings: 131_072,
    },
  }),
  mistral("mistral-small-22b", "Mistral Small 22B (2409)", {
    aliases: ["Mistral Small 2409"],
    parameters: 22_247_282_688,
    kind: "remembered",
    publishedSource: "Hugging Face safetensors total, from memory",
    shape: { numHiddenLayers: 56, hiddenSize: 6144, numAttentionHeads: 48, intermediateSize: 16384 },
  }),
  mistral("mistral-small-24b", "Mistral Small 3 24B (2501)", {
    aliases: ["Mistral Small 3", "Mistral Small 24B 2501"],
    year: 2025,
    parameters: 23_572_403_200,
    shape: {
      numHiddenLayers: 40,
      hiddenSize: 5120,
      numAttentionHeads: 32,
      headDim: 128,
      intermediateSize: 32768,
      vocabSize: 131_072,
    },
  }),
  mistral("mistral-large-123b", "Mistral Large 2 123B (2407)", {
    aliases: ["Mistral Large 2", "Mistral Large 2407"],
    parameters: 122_610_069_504,
    shape: {
      numHiddenLayers: 88,
      hiddenSize: 12288,
      numAttentionHeads: 96,
      intermediateSize: 28672,
      maxPositionEmbeddings: 131_072,
    },
  }),
  mixtral("mixtral-8x7b", "Mixtral 8x7B v0.1", {
    aliases: ["Mixtral 47B"],
    year: 2023,
    parameters: 46_702_792_704,
    activePublished: 12_900_000_000,
    shape: {
      numHiddenLayers: 32,
      hiddenSize: 4096,
      numAttentionHeads: 32,
      intermediateSize: 14336,
      vocabSize: 32000,
      maxPositionEmbeddings: 32768,
      experts: { ...EXPERTS, numExperts: 8, numExpertsPerTok: 2, moeIntermediateSize: 14336 },
    },
  }),
  mixtral("mixtral-8x22b", "Mixtral 8x22B v0.1", {
    aliases: ["Mixtral 141B"],
    parameters: 140_630_071_296,
    activePublished: 39_000_000_000,
    note: "The vocabulary is 32,768 in mistralai/Mixtral-8x22B-v0.1; early conversions had 32,000.",
    shape: {
      numHiddenLayers: 56,
      hiddenSize: 6144,
      numAttentionHeads: 48,
      intermediateSize: 16384,
      maxPositionEmbeddings: 65536,
      experts: { ...EXPERTS, numExperts: 8, numExpertsPerTok: 2, moeIntermediateSize: 16384 },
    },
  }),
];
