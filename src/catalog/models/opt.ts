import { OPT } from "../variants";
import { family, type ModelRow } from "./row";

const opt = family({
  family: "OPT",
  year: 2022,
  dtype: "float16",
  source: "arXiv:2205.01068 Table 1; huggingface.co/facebook/opt-6.7b: config.json",
  publishedSource: "arXiv:2205.01068 Table 1",
  variant: OPT,
  note: "Learned positions have an offset of 2.",
  shape: { vocabSize: 50272, maxPositionEmbeddings: 2048, learnedPositions: 2050 },
});

export const OPT_MODELS: readonly ModelRow[] = [
  opt("opt-175b", "OPT 175B", {
    parameters: 175_000_000_000,
    kind: "rounded",
    residualExplained: "rounded to 175B in the paper (174.6B)",
    shape: { numHiddenLayers: 96, hiddenSize: 12288, numAttentionHeads: 96, intermediateSize: 49152 },
  }),
  opt("opt-6.7b", "OPT 6.7B", {
    parameters: 6_658_473_984,
    kind: "remembered",
    publishedSource: "Hugging Face OPTForCausalLM num_parameters, from memory",
    shape: { numHiddenLayers: 32, hiddenSize: 4096, numAttentionHeads: 32, intermediateSize: 16384 },
  }),
];
