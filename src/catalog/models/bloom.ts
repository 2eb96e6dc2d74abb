import { BLOOM } from "../variants";
import { family, type ModelRow } from "./row";

const bloom = family({
  family: "BLOOM",
  year: 2022,
  dtype: "bfloat16",
  source: "huggingface.co/bigscience/bloom: config.json; arXiv:2211.05100",
  publishedSource: "model card of bigscience/bloom",
  variant: BLOOM,
  shape: { vocabSize: 250_880, maxPositionEmbeddings: 2048 },
});

export const BLOOM_MODELS: readonly ModelRow[] = [
  bloom("bloom-176b", "BLOOM 176B", {
    aliases: ["BLOOM"],
    parameters: 176_247_271_424,
    shape: { numHiddenLayers: 70, hiddenSize: 14336, numAttentionHeads: 112, intermediateSize: 57344 },
  }),
];
