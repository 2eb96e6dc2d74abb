import { NEMOTRON } from "../variants";
import { family, type ModelRow } from "./row";

const nemotron = family({
  family: "Nemotron",
  year: 2024,
  dtype: "bfloat16",
  source: "arXiv:2406.11704 Table 1; huggingface.co/nvidia/Nemotron-4-340B-Base",
  publishedSource: "arXiv:2406.11704 §2",
  variant: NEMOTRON,
  shape: { vocabSize: 256_000, maxPositionEmbeddings: 4096 },
});

export const NEMOTRON_MODELS: readonly ModelRow[] = [
  nemotron("nemotron-4-340b", "Nemotron-4 340B", {
    parameters: 341_000_000_000,
    kind: "rounded",
    residualExplained: "the paper prints 9.4B + 331.6B; computed 9,437,184,000 + 331,592,011,776",
    shape: {
      numHiddenLayers: 96,
      hiddenSize: 18432,
      numAttentionHeads: 96,
      numKeyValueHeads: 8,
      intermediateSize: 73728,
    },
  }),
];
