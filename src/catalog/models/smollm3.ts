import { LLAMA } from "../variants";
import { family, type ModelRow } from "./row";

const smollm3 = family({
  family: "SmolLM",
  year: 2025,
  dtype: "bfloat16",
  source: "huggingface.co/HuggingFaceTB/SmolLM3-3B-Base: config.json",
  publishedSource: "Hugging Face safetensors total",
  variant: LLAMA,
  shape: { vocabSize: 128_256, maxPositionEmbeddings: 65536 },
});

export const SMOLLM3_MODELS: readonly ModelRow[] = [
  smollm3("smollm3-3b", "SmolLM3 3B", {
    aliases: ["SmolLM3"],
    parameters: 3_075_098_624,
    shape: {
      numHiddenLayers: 36,
      hiddenSize: 2048,
      numAttentionHeads: 16,
      numKeyValueHeads: 4,
      intermediateSize: 11008,
      tieWordEmbeddings: true,
    },
  }),
];
