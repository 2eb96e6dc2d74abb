import { EXPERTS, LLAMA } from "../variants";
import { family, apart, type ModelRow } from "./row";

/** The multi-token-prediction layer as the file stores it, with copies of the embedding and the head. */
const MTP = [{ name: "mtp_layer", parameters: 13_463_426_304 }];

const MLA = { qLoraRank: 1536, kvLoraRank: 512, qkNopeHeadDim: 128, qkRopeHeadDim: 64, vHeadDim: 128 };

const deepseek = family({
  family: "DeepSeek",
  year: 2024,
  dtype: "bfloat16",
  source: "huggingface.co/deepseek-ai: config.json; deepseek-ai/DeepSeek-V3 inference/configs",
  publishedSource: "Hugging Face safetensors total; active parameters from arXiv:2405.04434",
  variant: LLAMA,
  shape: { maxPositionEmbeddings: 163_840 },
});

const DEEPSEEK_V3 = {
  parameters: 671_026_419_200,
  activePublished: 37_000_000_000,
  dtype: "fp8_e4m3",
  publishedSource:
    "arXiv:2412.19437; deepseek-ai/DeepSeek-V3 README_WEIGHTS.md; microsoft/MAI-DS-R1, the same model without its MTP layer, counts exactly this",
  shape: {
    numHiddenLayers: 61,
    hiddenSize: 7168,
    numAttentionHeads: 128,
    intermediateSize: 18432,
    vocabSize: 129_280,
    latent: MLA,
    experts: {
      ...EXPERTS,
      numExperts: 256,
      numExpertsPerTok: 8,
      moeIntermediateSize: 2048,
      sharedExpertIntermediateSize: 2048,
      firstDenseLayers: 3,
      routerBias: true,
    },
    extraParts: apart(MTP),
  },
};

const kimi = family({
  family: "Kimi",
  year: 2025,
  dtype: "fp8_e4m3",
  source: "huggingface.co/moonshotai/Kimi-K2-Instruct: config.json",
  publishedSource:
    "Hugging Face safetensors total of Kimi-K2-Instruct; active parameters from arXiv:2507.20534 Table 2",
  variant: LLAMA,
  shape: { maxPositionEmbeddings: 131_072 },
});

export const DEEPSEEK_MODELS: readonly ModelRow[] = [
  deepseek("deepseek-v2-lite", "DeepSeek-V2-Lite 16B", {
    aliases: ["DeepSeek-Coder-V2-Lite"],
    parameters: 15_706_484_224,
    activePublished: 2_400_000_000,
    shape: {
      numHiddenLayers: 27,
      hiddenSize: 2048,
      numAttentionHeads: 16,
      intermediateSize: 10944,
      vocabSize: 102_400,
      latent: { ...MLA, qLoraRank: null },
      experts: {
        ...EXPERTS,
        numExperts: 64,
        numExpertsPerTok: 6,
        moeIntermediateSize: 1408,
        sharedExpertIntermediateSize: 2816,
        firstDenseLayers: 1,
      },
    },
  }),
  deepseek("deepseek-v2", "DeepSeek-V2 236B", {
    aliases: ["DeepSeek-Coder-V2"],
    parameters: 235_741_434_880,
    activePublished: 21_000_000_000,
    shape: {
      numHiddenLayers: 60,
      hiddenSize: 5120,
      numAttentionHeads: 128,
      intermediateSize: 12288,
      vocabSize: 102_400,
      latent: MLA,
      experts: {
        ...EXPERTS,
        numExperts: 160,
        numExpertsPerTok: 6,
        moeIntermediateSize: 1536,
        sharedExpertIntermediateSize: 3072,
        firstDenseLayers: 1,
      },
    },
  }),
  deepseek("deepseek-v3", "DeepSeek-V3 671B", {
    aliases: ["DeepSeek-V3-0324", "DeepSeek V3.1"],
    ...DEEPSEEK_V3,
    note: "Hugging Face counts 684,531,386,000: the main model, the MTP layer stored with its own embedding and head, and 41,540,496 FP8 block scales.",
  }),
  deepseek("deepseek-r1", "DeepSeek-R1 671B", {
    aliases: ["DeepSeek-R1-0528"],
    year: 2025,
    ...DEEPSEEK_V3,
    note: "Same shape as DeepSeek-V3.",
  }),
  kimi("kimi-k2", "Kimi K2 1T-A32B", {
    aliases: ["Kimi K2 0905"],
    parameters: 1_026_408_235_864,
    activePublished: 32_600_000_000,
    note: "The paper prints 1.04T in total (1.3% more), its README 1T; no decomposition gives 1.04T.",
    residualExplained: "3,416 = 61 layers x 56 more in the stored file, not identified",
    shape: {
      numHiddenLayers: 61,
      hiddenSize: 7168,
      numAttentionHeads: 64,
      intermediateSize: 18432,
      vocabSize: 163_840,
      latent: MLA,
      experts: {
        ...EXPERTS,
        numExperts: 384,
        numExpertsPerTok: 8,
        moeIntermediateSize: 2048,
        sharedExpertIntermediateSize: 2048,
        firstDenseLayers: 1,
        routerBias: true,
      },
    },
  }),
];
