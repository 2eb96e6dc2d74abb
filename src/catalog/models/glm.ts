import { EXPERTS, QWEN2 } from "../variants";
import { family, apart, type ModelRow, type CountedAlso } from "./row";

/** The multi-token-prediction layer: one block with experts, eh_proj, three norms, copies of the embedding and the head. */
const mtp = (parameters: number): readonly CountedAlso[] => [{ name: "mtp_layer", parameters }];

const glm = family({
  family: "GLM",
  year: 2025,
  dtype: "bfloat16",
  source: "huggingface.co/zai-org/GLM-4.5, GLM-4.5-Air: config.json",
  publishedSource: "Hugging Face safetensors total; active parameters from arXiv:2508.06471 Table 1",
  variant: QWEN2,
  shape: { vocabSize: 151_552, maxPositionEmbeddings: 131_072, numKeyValueHeads: 8, headDim: 128 },
});

export const GLM_MODELS: readonly ModelRow[] = [
  glm("glm-4.5", "GLM-4.5 355B-A32B", {
    parameters: 358_337_791_296,
    alsoCounts: mtp(5_539_962_272),
    activePublished: 32_000_000_000,
    note: "The paper prints 355B / 32B.",
    shape: {
      numHiddenLayers: 92,
      hiddenSize: 5120,
      numAttentionHeads: 96,
      intermediateSize: 12288,
      qkNorm: "perHead",
      experts: {
        ...EXPERTS,
        numExperts: 160,
        numExpertsPerTok: 8,
        moeIntermediateSize: 1536,
        sharedExpertIntermediateSize: 1536,
        firstDenseLayers: 3,
        routerBias: true,
      },
      extraParts: apart(mtp(5_539_962_272)),
    },
  }),
  glm("glm-4.5-air", "GLM-4.5-Air 106B-A12B", {
    parameters: 110_468_824_832,
    alsoCounts: mtp(3_616_573_568),
    activePublished: 12_000_000_000,
    note: "The paper prints 106B / 12B; INTELLECT-3, the same model without its MTP layer, counts exactly 106,852,251,264.",
    shape: {
      numHiddenLayers: 46,
      hiddenSize: 4096,
      numAttentionHeads: 96,
      intermediateSize: 10944,
      experts: {
        ...EXPERTS,
        numExperts: 128,
        numExpertsPerTok: 8,
        moeIntermediateSize: 1408,
        sharedExpertIntermediateSize: 1408,
        firstDenseLayers: 1,
        routerBias: true,
      },
      extraParts: apart(mtp(3_616_573_568)),
    },
  }),
];
