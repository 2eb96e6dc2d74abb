import { GEMMA2, GEMMA3 } from "../variants";
import { family, apart, type ModelRow, type CountedAlso } from "./row";

/** SigLIP and the projection of its 1,152 features with a norm. */
const vision = (D: number): readonly CountedAlso[] => [
  { name: "vision_tower", parameters: 416_866_032 },
  { name: "multi_modal_projector", parameters: 1152 * D + 1152 },
];

const gemma2 = family({
  family: "Gemma 2",
  year: 2024,
  dtype: "bfloat16",
  source: "huggingface.co/google/gemma-2-*: config.json; litgpt config.py",
  publishedSource: "Hugging Face safetensors total; arXiv:2408.00118 Table 2",
  variant: GEMMA2,
  shape: { vocabSize: 256_000, maxPositionEmbeddings: 8192, headDim: 256 },
});

const gemma3 = family({
  family: "Gemma 3",
  year: 2025,
  dtype: "bfloat16",
  source: "huggingface.co/google/gemma-3-*-it: config.json; arXiv:2503.19786 Table 1",
  publishedSource: "Hugging Face safetensors total, with the vision tower where there is one",
  variant: GEMMA3,
  shape: { vocabSize: 262_208, maxPositionEmbeddings: 131_072, headDim: 256 },
});

export const GEMMA_MODELS: readonly ModelRow[] = [
  gemma2("gemma-2-2b", "Gemma 2 2B", {
    parameters: 2_614_341_888,
    shape: {
      numHiddenLayers: 26,
      hiddenSize: 2304,
      numAttentionHeads: 8,
      numKeyValueHeads: 4,
      intermediateSize: 9216,
      slidingWindow: { size: 4096, layers: 13 },
    },
  }),
  gemma2("gemma-2-9b", "Gemma 2 9B", {
    parameters: 9_241_705_984,
    shape: {
      numHiddenLayers: 42,
      hiddenSize: 3584,
      numAttentionHeads: 16,
      numKeyValueHeads: 8,
      intermediateSize: 14336,
      slidingWindow: { size: 4096, layers: 21 },
    },
  }),
  gemma2("gemma-2-27b", "Gemma 2 27B", {
    parameters: 27_227_128_320,
    shape: {
      numHiddenLayers: 46,
      hiddenSize: 4608,
      numAttentionHeads: 32,
      numKeyValueHeads: 16,
      headDim: 128,
      intermediateSize: 36864,
      slidingWindow: { size: 4096, layers: 23 },
    },
  }),
  gemma3("gemma-3-270m", "Gemma 3 270M", {
    parameters: 268_098_176,
    shape: {
      numHiddenLayers: 18,
      hiddenSize: 640,
      numAttentionHeads: 4,
      numKeyValueHeads: 1,
      intermediateSize: 2048,
      vocabSize: 262_144,
      maxPositionEmbeddings: 32768,
      slidingWindow: { size: 512, layers: 15 },
    },
  }),
  gemma3("gemma-3-1b", "Gemma 3 1B", {
    parameters: 999_885_952,
    shape: {
      numHiddenLayers: 26,
      hiddenSize: 1152,
      numAttentionHeads: 4,
      numKeyValueHeads: 1,
      intermediateSize: 6912,
      vocabSize: 262_144,
      maxPositionEmbeddings: 32768,
      slidingWindow: { size: 512, layers: 22 },
    },
  }),
  gemma3("gemma-3-4b", "Gemma 3 4B", {
    parameters: 4_300_079_472,
    alsoCounts: vision(2560),
    note: "Text model.",
    shape: {
      numHiddenLayers: 34,
      hiddenSize: 2560,
      numAttentionHeads: 8,
      numKeyValueHeads: 4,
      intermediateSize: 10240,
      slidingWindow: { size: 1024, layers: 29 },
      extraParts: apart(vision(2560)),
    },
  }),
  gemma3("gemma-3-12b", "Gemma 3 12B", {
    parameters: 12_187_325_040,
    alsoCounts: vision(3840),
    note: "Text model.",
    shape: {
      numHiddenLayers: 48,
      hiddenSize: 3840,
      numAttentionHeads: 16,
      numKeyValueHeads: 8,
      intermediateSize: 15360,
      slidingWindow: { size: 1024, layers: 40 },
      extraParts: apart(vision(3840)),
    },
  }),
  gemma3("gemma-3-27b", "Gemma 3 27B", {
    parameters: 27_432_406_640,
    alsoCounts: vision(5376),
    note: "Text model.",
    shape: {
      numHiddenLayers: 62,
      hiddenSize: 5376,
      numAttentionHeads: 32,
      numKeyValueHeads: 16,
      headDim: 128,
      intermediateSize: 21504,
      slidingWindow: { size: 1024, layers: 52 },
      extraParts: apart(vision(5376)),
    },
  }),
];
