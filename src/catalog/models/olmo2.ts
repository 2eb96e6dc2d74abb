import { OLMO2 } from "../variants";
import { family, type ModelRow } from "./row";

const olmo2 = family({
  family: "OLMo 2",
  year: 2024,
  dtype: "bfloat16",
  source: "huggingface.co/allenai/OLMo-2-*: config.json; arXiv:2501.00656",
  publishedSource: "Hugging Face safetensors total",
  variant: OLMO2,
  note: "Norms after attention and MLP; QK-norm over the whole projection.",
  shape: { vocabSize: 100_352, maxPositionEmbeddings: 4096 },
});

export const OLMO2_MODELS: readonly ModelRow[] = [
  olmo2("olmo-2-1b", "OLMo 2 1B", {
    aliases: ["OLMo-2-0425-1B"],
    year: 2025,
    parameters: 1_484_916_736,
    shape: { numHiddenLayers: 16, hiddenSize: 2048, numAttentionHeads: 16, intermediateSize: 8192 },
  }),
  olmo2("olmo-2-7b", "OLMo 2 7B", {
    aliases: ["OLMo-2-1124-7B"],
    parameters: 7_298_617_344,
    shape: { numHiddenLayers: 32, hiddenSize: 4096, numAttentionHeads: 32, intermediateSize: 11008 },
  }),
  olmo2("olmo-2-13b", "OLMo 2 13B", {
    aliases: ["OLMo-2-1124-13B"],
    parameters: 13_716_198_400,
    shape: { numHiddenLayers: 40, hiddenSize: 5120, numAttentionHeads: 40, intermediateSize: 13824 },
  }),
  olmo2("olmo-2-32b", "OLMo 2 32B", {
    aliases: ["OLMo-2-0325-32B"],
    year: 2025,
    parameters: 32_234_279_936,
    shape: {
      numHiddenLayers: 64,
      hiddenSize: 5120,
      numAttentionHeads: 40,
      numKeyValueHeads: 8,
      intermediateSize: 27648,
    },
  }),
];
