import { LLAMA } from "../variants";
import { family, type ModelRow } from "./row";

const llama = family({
  family: "LLaMA",
  year: 2023,
  dtype: "float16",
  source: "huggingface.co/huggyllama: config.json",
  publishedSource:
    "sum of the tensors of huggyllama; the paper rounds to 6.7, 13.0, 32.5 and 65.2B (arXiv:2302.13971 Table 2)",
  variant: LLAMA,
  shape: { vocabSize: 32000, maxPositionEmbeddings: 2048 },
});

const llama2 = family({
  family: "Llama 2",
  year: 2023,
  dtype: "float16",
  source: "huggingface.co/meta-llama/Llama-2-*-hf: config.json; litgpt config.py",
  publishedSource: "sum of the trainable tensors of meta-llama/Llama-2-*-hf",
  variant: LLAMA,
  shape: { vocabSize: 32000, maxPositionEmbeddings: 4096 },
});

const tinyLlama = family({
  family: "LLaMA",
  year: 2024,
  dtype: "bfloat16",
  source: "huggingface.co/TinyLlama/TinyLlama-1.1B-Chat-v1.0: config.json; litgpt config.py",
  publishedSource: "Hugging Face safetensors total",
  variant: LLAMA,
  shape: { vocabSize: 32000, maxPositionEmbeddings: 2048 },
});

export const LLAMA_MODELS: readonly ModelRow[] = [
  llama("llama-7b", "LLaMA 7B", {
    parameters: 6_738_415_616,
    shape: { numHiddenLayers: 32, hiddenSize: 4096, numAttentionHeads: 32, intermediateSize: 11008 },
  }),
  llama("llama-13b", "LLaMA 13B", {
    parameters: 13_015_864_320,
    shape: { numHiddenLayers: 40, hiddenSize: 5120, numAttentionHeads: 40, intermediateSize: 13824 },
  }),
  llama("llama-33b", "LLaMA 33B", {
    aliases: ["LLaMA 30B"],
    parameters: 32_528_943_616,
    shape: { numHiddenLayers: 60, hiddenSize: 6656, numAttentionHeads: 52, intermediateSize: 17920 },
  }),
  llama("llama-65b", "LLaMA 65B", {
    parameters: 65_285_660_672,
    shape: { numHiddenLayers: 80, hiddenSize: 8192, numAttentionHeads: 64, intermediateSize: 22016 },
  }),
  llama2("llama-2-7b", "Llama 2 7B", {
    parameters: 6_738_415_616,
    note: "The stored file counts 2,048 more: rotary inv_freq buffers, 64 per layer.",
    shape: { numHiddenLayers: 32, hiddenSize: 4096, numAttentionHeads: 32, intermediateSize: 11008 },
  }),
  llama2("llama-2-13b", "Llama 2 13B", {
    parameters: 13_015_864_320,
    note: "The stored file counts 2,560 more: rotary inv_freq buffers, 64 per layer.",
    shape: { numHiddenLayers: 40, hiddenSize: 5120, numAttentionHeads: 40, intermediateSize: 13824 },
  }),
  llama2("llama-2-70b", "Llama 2 70B", {
    parameters: 68_976_648_192,
    note: "The stored file counts 5,120 more: rotary inv_freq buffers, 64 per layer.",
    shape: {
      numHiddenLayers: 80,
      hiddenSize: 8192,
      numAttentionHeads: 64,
      numKeyValueHeads: 8,
      intermediateSize: 28672,
    },
  }),
  tinyLlama("tinyllama-1.1b", "TinyLlama 1.1B", {
    aliases: ["TinyLlama", "TinyLlama-1.1B-Chat-v1.0"],
    parameters: 1_100_048_384,
    shape: {
      numHiddenLayers: 22,
      hiddenSize: 2048,
      numAttentionHeads: 32,
      numKeyValueHeads: 4,
      intermediateSize: 5632,
    },
  }),
];
