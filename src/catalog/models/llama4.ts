import { EXPERTS, LLAMA } from "../variants";
import { family, apart, type ModelRow } from "./row";

/** 34 layers of 23,807,872, patches and positions 1,647,360, pixel-shuffle MLP 39,845,888; then the projector. */
const VISION = [
  { name: "vision_tower", parameters: 34 * 23_807_872 + 1_647_360 + 39_845_888 },
  { name: "multi_modal_projector", parameters: 4096 * 5120 },
];

const llama4 = family({
  family: "Llama 4",
  year: 2025,
  dtype: "bfloat16",
  source: "huggingface.co/meta-llama/Llama-4-*: config.json",
  publishedSource:
    "Hugging Face safetensors total, with the vision encoder and projector; the card says 109B, 400B and 17B active",
  variant: LLAMA,
  shape: { vocabSize: 202_048, numKeyValueHeads: 8 },
});

export const LLAMA4_MODELS: readonly ModelRow[] = [
  llama4("llama-4-scout", "Llama 4 Scout 17B-16E", {
    aliases: ["Llama 4 Scout 109B"],
    parameters: 108_641_793_536,
    alsoCounts: VISION,
    activePublished: 17_000_000_000,
    note: "Text model. The L2 norm on queries and keys has no weights.",
    shape: {
      numHiddenLayers: 48,
      hiddenSize: 5120,
      numAttentionHeads: 40,
      intermediateSize: 16384,
      maxPositionEmbeddings: 10_485_760,
      slidingWindow: { size: 8192, layers: 36 },
      experts: {
        ...EXPERTS,
        numExperts: 16,
        numExpertsPerTok: 1,
        moeIntermediateSize: 8192,
        sharedExpertIntermediateSize: 8192,
      },
      extraParts: apart(VISION),
    },
  }),
  llama4("llama-4-maverick", "Llama 4 Maverick 17B-128E", {
    aliases: ["Llama 4 Maverick 400B"],
    parameters: 401_583_781_376,
    alsoCounts: VISION,
    activePublished: 17_000_000_000,
    note: "Text model. Every second layer has experts.",
    shape: {
      numHiddenLayers: 48,
      hiddenSize: 5120,
      numAttentionHeads: 40,
      intermediateSize: 16384,
      maxPositionEmbeddings: 1_048_576,
      slidingWindow: { size: 8192, layers: 36 },
      experts: {
        ...EXPERTS,
        numExperts: 128,
        numExpertsPerTok: 1,
        moeIntermediateSize: 8192,
        sharedExpertIntermediateSize: 8192,
        moeLayerFreq: 2,
      },
      extraParts: apart(VISION),
    },
  }),
];
