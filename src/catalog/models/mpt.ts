import { GPT2, MPT } from "../variants";
import { family, type ModelRow } from "./row";

const mpt = family({
  family: "MPT",
  year: 2023,
  dtype: "bfloat16",
  source: "huggingface.co/mosaicml/mpt-7b, mpt-30b: config.json; mosaicml/llm-foundry",
  publishedSource: "model card of mosaicml/mpt-30b: 29.95B",
  variant: MPT,
  shape: { vocabSize: 50432 },
});

const foundry = family({
  family: "MPT (llm-foundry benchmark)",
  year: 2023,
  dtype: "bfloat16",
  source: "mosaicml/llm-foundry scripts/train/yamls/pretrain/mpt-*.yaml",
  publishedSource: "mosaicml/llm-foundry scripts/train/benchmarking/README.md, NumParams at 2,048 tokens",
  variant: GPT2,
  note: "The shape behind the published MFU tables, not the released MPT. The number of heads does not change the count.",
  shape: { vocabSize: 50368, maxPositionEmbeddings: 2048, learnedPositions: 2048, hiddenAct: "gelu" },
});

export const MPT_MODELS: readonly ModelRow[] = [
  mpt("mpt-7b", "MPT-7B", {
    parameters: 6_649_286_656,
    kind: "remembered",
    publishedSource: "Hugging Face num_parameters, from memory; the card says 6.7B",
    shape: {
      numHiddenLayers: 32,
      hiddenSize: 4096,
      numAttentionHeads: 32,
      intermediateSize: 16384,
      maxPositionEmbeddings: 2048,
    },
  }),
  mpt("mpt-30b", "MPT-30B", {
    parameters: 29_950_000_000,
    kind: "rounded",
    residualExplained: "the card prints 29.95B; 29,957,200,896 rounds to 29.96B",
    shape: {
      numHiddenLayers: 48,
      hiddenSize: 7168,
      numAttentionHeads: 64,
      intermediateSize: 28672,
      maxPositionEmbeddings: 8192,
    },
  }),
  foundry("mosaic-mpt-125m", "MosaicML benchmark MPT 125m", {
    parameters: 125_311_488,
    shape: { numHiddenLayers: 12, hiddenSize: 768, numAttentionHeads: 12, intermediateSize: 3072 },
  }),
  foundry("mosaic-mpt-350m", "MosaicML benchmark MPT 350m", {
    parameters: 355_985_408,
    shape: { numHiddenLayers: 24, hiddenSize: 1024, numAttentionHeads: 16, intermediateSize: 4096 },
  }),
  foundry("mosaic-mpt-760m", "MosaicML benchmark MPT 760m", {
    parameters: 760_470_528,
    shape: { numHiddenLayers: 24, hiddenSize: 1536, numAttentionHeads: 12, intermediateSize: 6144 },
  }),
  foundry("mosaic-mpt-1b", "MosaicML benchmark MPT 1b", {
    parameters: 1_315_950_592,
    shape: { numHiddenLayers: 24, hiddenSize: 2048, numAttentionHeads: 16, intermediateSize: 8192 },
  }),
  foundry("mosaic-mpt-3b", "MosaicML benchmark MPT 3b", {
    parameters: 2_651_837_440,
    shape: { numHiddenLayers: 32, hiddenSize: 2560, numAttentionHeads: 20, intermediateSize: 10240 },
  }),
  foundry("mosaic-mpt-7b", "MosaicML benchmark MPT 7b", {
    parameters: 6_658_859_008,
    shape: { numHiddenLayers: 32, hiddenSize: 4096, numAttentionHeads: 32, intermediateSize: 16384 },
  }),
  foundry("mosaic-mpt-13b", "MosaicML benchmark MPT 13b", {
    parameters: 12_853_954_560,
    shape: { numHiddenLayers: 40, hiddenSize: 5120, numAttentionHeads: 40, intermediateSize: 20480 },
  }),
  foundry("mosaic-mpt-30b", "MosaicML benchmark MPT 30b", {
    parameters: 29_975_214_080,
    shape: { numHiddenLayers: 48, hiddenSize: 7168, numAttentionHeads: 56, intermediateSize: 28672 },
  }),
  foundry("mosaic-mpt-70b", "MosaicML benchmark MPT 70b", {
    parameters: 64_862_437_376,
    shape: { numHiddenLayers: 80, hiddenSize: 8192, numAttentionHeads: 64, intermediateSize: 32768 },
  }),
];
