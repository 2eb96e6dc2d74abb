import { GPT2 } from "../variants";
import { family, type ModelRow } from "./row";

const gpt2 = family({
  family: "GPT-2",
  year: 2019,
  dtype: "float32",
  source: "huggingface.co/gpt2, gpt2-medium, gpt2-large, gpt2-xl: config.json",
  publishedSource: "Hugging Face num_parameters, the tied head counted once",
  variant: GPT2,
  shape: { vocabSize: 50257, maxPositionEmbeddings: 1024, learnedPositions: 1024 },
});

export const GPT2_MODELS: readonly ModelRow[] = [
  gpt2("gpt2", "GPT-2 small", {
    aliases: ["GPT-2 124M"],
    parameters: 124_439_808,
    shape: { numHiddenLayers: 12, hiddenSize: 768, numAttentionHeads: 12, intermediateSize: 3072 },
  }),
  gpt2("gpt2-medium", "GPT-2 medium", {
    aliases: ["GPT-2 355M"],
    parameters: 354_823_168,
    shape: { numHiddenLayers: 24, hiddenSize: 1024, numAttentionHeads: 16, intermediateSize: 4096 },
  }),
  gpt2("gpt2-large", "GPT-2 large", {
    aliases: ["GPT-2 774M"],
    parameters: 774_030_080,
    shape: { numHiddenLayers: 36, hiddenSize: 1280, numAttentionHeads: 20, intermediateSize: 5120 },
  }),
  gpt2("gpt2-xl", "GPT-2 XL", {
    aliases: ["GPT-2 1.5B"],
    parameters: 1_557_611_200,
    shape: { numHiddenLayers: 48, hiddenSize: 1600, numAttentionHeads: 25, intermediateSize: 6400 },
  }),
];
