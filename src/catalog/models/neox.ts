import { GPTJ, GPT_NEOX } from "../variants";
import { family, type ModelRow } from "./row";

const pythia = family({
  family: "Pythia",
  year: 2023,
  dtype: "float16",
  source: "huggingface.co/EleutherAI/pythia-*: config.json; litgpt config.py",
  publishedSource: "model cards of EleutherAI/pythia; arXiv:2304.01373 Table 1",
  variant: GPT_NEOX,
  shape: { maxPositionEmbeddings: 2048 },
});

const neox = family({
  family: "GPT-NeoX",
  year: 2022,
  dtype: "float16",
  source: "huggingface.co/EleutherAI/gpt-neox-20b: config.json",
  publishedSource: "arXiv:2204.06745 Table 1; model card",
  variant: GPT_NEOX,
  shape: { vocabSize: 50432, maxPositionEmbeddings: 2048 },
});

const gptj = family({
  family: "GPT-J",
  year: 2021,
  dtype: "float16",
  source: "huggingface.co/EleutherAI/gpt-j-6b: config.json",
  publishedSource: "Hugging Face GPTJForCausalLM num_parameters",
  variant: GPTJ,
  shape: { vocabSize: 50400, maxPositionEmbeddings: 2048 },
});

export const NEOX_MODELS: readonly ModelRow[] = [
  pythia("pythia-12b", "Pythia 12B", {
    parameters: 11_846_072_320,
    shape: { numHiddenLayers: 36, hiddenSize: 5120, numAttentionHeads: 40, intermediateSize: 20480, vocabSize: 50688 },
  }),
  pythia("pythia-6.9b", "Pythia 6.9B", {
    parameters: 6_857_302_016,
    shape: { numHiddenLayers: 32, hiddenSize: 4096, numAttentionHeads: 32, intermediateSize: 16384, vocabSize: 50432 },
  }),
  neox("gpt-neox-20b", "GPT-NeoX 20B", {
    aliases: ["NeoX 20B"],
    parameters: 20_554_567_680,
    shape: {
      hiddenAct: "gelu_fast",
      numHiddenLayers: 44,
      hiddenSize: 6144,
      numAttentionHeads: 64,
      intermediateSize: 24576,
    },
  }),
  gptj("gpt-j-6b", "GPT-J 6B", {
    aliases: ["GPT-J"],
    parameters: 6_050_882_784,
    note: "The model card says 6,053,381,344: 2,498,560 more, copies of norms and biases in the 8-way checkpoint.",
    shape: { numHiddenLayers: 28, hiddenSize: 4096, numAttentionHeads: 16, intermediateSize: 16384 },
  }),
];
