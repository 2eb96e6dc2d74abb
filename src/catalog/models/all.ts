import { BERT_MODELS } from "./bert";
import { BLOOM_MODELS } from "./bloom";
import { DEEPSEEK_MODELS } from "./deepseek";
import { FALCON_MODELS } from "./falcon";
import { GEMMA_MODELS } from "./gemma";
import { GLM_MODELS } from "./glm";
import { GPT2_MODELS } from "./gpt2";
import { GPT3_MODELS } from "./gpt3";
import { GPT_OSS_MODELS } from "./gptOss";
import { LLAMA_MODELS } from "./llama";
import { LLAMA3_MODELS } from "./llama3";
import { LLAMA4_MODELS } from "./llama4";
import { MEGATRON_MODELS } from "./megatron";
import { MISTRAL_MODELS } from "./mistral";
import { MPT_MODELS } from "./mpt";
import { NEMOTRON_MODELS } from "./nemotron";
import { NEOX_MODELS } from "./neox";
import { OLMO2_MODELS } from "./olmo2";
import { OPT_MODELS } from "./opt";
import { PHI_MODELS } from "./phi";
import { QWEN25_MODELS } from "./qwen25";
import { QWEN3_MODELS } from "./qwen3";
import { SMOLLM3_MODELS } from "./smollm3";
import { STARCODER2_MODELS } from "./starcoder2";
import { VIT_MODELS } from "./vit";
import { YI_MODELS } from "./yi";
import { table, type Table } from "../table";
import type { ModelRow } from "./row";

/** Every model of the catalog, oldest families first. */
export const models: Table<ModelRow> = table("model", [
  ...BERT_MODELS,
  ...VIT_MODELS,
  ...GPT2_MODELS,
  ...GPT3_MODELS,
  ...MEGATRON_MODELS,
  ...LLAMA_MODELS,
  ...LLAMA3_MODELS,
  ...LLAMA4_MODELS,
  ...MISTRAL_MODELS,
  ...QWEN25_MODELS,
  ...QWEN3_MODELS,
  ...DEEPSEEK_MODELS,
  ...GLM_MODELS,
  ...GEMMA_MODELS,
  ...PHI_MODELS,
  ...FALCON_MODELS,
  ...OPT_MODELS,
  ...BLOOM_MODELS,
  ...MPT_MODELS,
  ...NEOX_MODELS,
  ...GPT_OSS_MODELS,
  ...OLMO2_MODELS,
  ...STARCODER2_MODELS,
  ...NEMOTRON_MODELS,
  ...SMOLLM3_MODELS,
  ...YI_MODELS,
]);
