import { EXPERTS, GPT_OSS } from "../variants";
import { family, type ModelRow } from "./row";

const gptOss = family({
  family: "gpt-oss",
  year: 2025,
  dtype: "mxfp4 experts, bf16 rest",
  source: "huggingface.co/openai/gpt-oss-*: config.json",
  publishedSource: "gpt-oss model card Table 1",
  variant: GPT_OSS,
  shape: { vocabSize: 201_088, maxPositionEmbeddings: 131_072, numKeyValueHeads: 8, headDim: 64 },
});

export const GPT_OSS_MODELS: readonly ModelRow[] = [
  gptOss("gpt-oss-20b", "gpt-oss-20b", {
    parameters: 20_914_757_184,
    activePublished: 3_610_000_000,
    note: "The card counts the output head as active, the input embedding not.",
    shape: {
      numHiddenLayers: 24,
      hiddenSize: 2880,
      numAttentionHeads: 64,
      intermediateSize: 2880,
      slidingWindow: { size: 128, layers: 12 },
      experts: {
        ...EXPERTS,
        numExperts: 32,
        numExpertsPerTok: 4,
        moeIntermediateSize: 2880,
        routerBias: true,
        expertBias: true,
      },
    },
  }),
  gptOss("gpt-oss-120b", "gpt-oss-120b", {
    parameters: 116_829_156_672,
    activePublished: 5_130_000_000,
    note: "The card counts the output head as active, the input embedding not.",
    shape: {
      numHiddenLayers: 36,
      hiddenSize: 2880,
      numAttentionHeads: 64,
      intermediateSize: 2880,
      slidingWindow: { size: 128, layers: 18 },
      experts: {
        ...EXPERTS,
        numExperts: 128,
        numExpertsPerTok: 4,
        moeIntermediateSize: 2880,
        routerBias: true,
        expertBias: true,
      },
    },
  }),
];
