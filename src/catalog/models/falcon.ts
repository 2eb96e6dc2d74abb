import { FALCON } from "../variants";
import { family, type ModelRow, type CountedAlso } from "./row";

/** The stored files hold the tied head again. */
const tiedHeadAgain = (D: number): readonly CountedAlso[] => [{ name: "lm_head stored again", parameters: 65024 * D }];

const falcon = family({
  family: "Falcon",
  year: 2023,
  dtype: "bfloat16",
  source: "huggingface.co/tiiuae/falcon-*: config.json; litgpt config.py",
  publishedSource: "Hugging Face safetensors total",
  variant: FALCON,
  shape: { vocabSize: 65024, maxPositionEmbeddings: 2048, headDim: 64 },
});

export const FALCON_MODELS: readonly ModelRow[] = [
  falcon("falcon-7b", "Falcon 7B", {
    parameters: 7_217_189_760,
    alsoCounts: tiedHeadAgain(4544),
    shape: {
      numHiddenLayers: 32,
      hiddenSize: 4544,
      numAttentionHeads: 71,
      numKeyValueHeads: 1,
      intermediateSize: 18176,
      normsPerLayer: 1,
    },
  }),
  falcon("falcon-40b", "Falcon 40B", {
    parameters: 41_835_970_560,
    alsoCounts: tiedHeadAgain(8192),
    shape: {
      numHiddenLayers: 60,
      hiddenSize: 8192,
      numAttentionHeads: 128,
      numKeyValueHeads: 8,
      intermediateSize: 32768,
    },
  }),
  falcon("falcon-180b", "Falcon 180B", {
    parameters: 179_522_565_120,
    alsoCounts: tiedHeadAgain(14848),
    shape: {
      numHiddenLayers: 80,
      hiddenSize: 14848,
      numAttentionHeads: 232,
      numKeyValueHeads: 8,
      intermediateSize: 59392,
    },
  }),
];
