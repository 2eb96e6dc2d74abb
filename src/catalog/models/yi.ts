import { LLAMA } from "../variants";
import { family, type ModelRow } from "./row";

const yi = family({
  family: "Yi",
  year: 2023,
  dtype: "bfloat16",
  source: "huggingface.co/01-ai/Yi-34B: config.json",
  publishedSource: "Hugging Face safetensors total",
  variant: LLAMA,
  shape: { vocabSize: 64000, maxPositionEmbeddings: 4096 },
});

export const YI_MODELS: readonly ModelRow[] = [
  yi("yi-34b", "Yi 34B", {
    parameters: 34_388_917_248,
    shape: {
      numHiddenLayers: 60,
      hiddenSize: 7168,
      numAttentionHeads: 56,
      numKeyValueHeads: 8,
      intermediateSize: 20480,
    },
  }),
];
