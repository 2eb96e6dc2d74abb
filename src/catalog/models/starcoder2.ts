import { STARCODER2 } from "../variants";
import { family, type ModelRow } from "./row";

const starcoder2 = family({
  family: "StarCoder2",
  year: 2024,
  dtype: "bfloat16",
  source: "huggingface.co/bigcode/starcoder2-*: config.json; arXiv:2402.19173",
  publishedSource: "Hugging Face safetensors total, from memory",
  variant: STARCODER2,
  shape: { vocabSize: 49152, maxPositionEmbeddings: 16384 },
});

export const STARCODER2_MODELS: readonly ModelRow[] = [
  starcoder2("starcoder2-3b", "StarCoder2 3B", {
    parameters: 3_030_371_328,
    kind: "remembered",
    shape: {
      numHiddenLayers: 30,
      hiddenSize: 3072,
      numAttentionHeads: 24,
      numKeyValueHeads: 2,
      intermediateSize: 12288,
      slidingWindow: { size: 4096, layers: 30 },
    },
  }),
  starcoder2("starcoder2-7b", "StarCoder2 7B", {
    parameters: 7_173_923_840,
    kind: "remembered",
    shape: {
      numHiddenLayers: 32,
      hiddenSize: 4608,
      numAttentionHeads: 36,
      numKeyValueHeads: 4,
      intermediateSize: 18432,
      slidingWindow: { size: 4096, layers: 32 },
    },
  }),
  starcoder2("starcoder2-15b", "StarCoder2 15B", {
    parameters: 15_957_889_024,
    kind: "remembered",
    shape: {
      numHiddenLayers: 40,
      hiddenSize: 6144,
      numAttentionHeads: 48,
      numKeyValueHeads: 4,
      intermediateSize: 24576,
      tieWordEmbeddings: false,
      slidingWindow: { size: 4096, layers: 40 },
    },
  }),
];
