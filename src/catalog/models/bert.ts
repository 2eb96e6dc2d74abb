import type { ExtraPart } from "../../engine/architecture";
import { BERT } from "../variants";
import { family, type ModelRow } from "./row";

/** BertModel's dense layer over the first token. */
const pooler = (D: number): readonly ExtraPart[] => [{ name: "pooler", parameters: D * D + D, counted: true }];

const bert = family({
  family: "BERT",
  year: 2018,
  dtype: "float32",
  source: "google-research/bert bert_config.json; huggingface.co/bert-base-uncased",
  publishedSource: "Hugging Face BertModel with pooler; the paper rounds to 110M and 340M (arXiv:1810.04805 §3)",
  variant: BERT,
  shape: { vocabSize: 30522, maxPositionEmbeddings: 512, learnedPositions: 512 },
});

export const BERT_MODELS: readonly ModelRow[] = [
  bert("bert-base", "BERT-Base", {
    aliases: ["bert-base-uncased", "BERT 110M"],
    parameters: 109_482_240,
    note: "The count is of BertModel with its pooler, without the masked-language-model head.",
    shape: {
      numHiddenLayers: 12,
      hiddenSize: 768,
      numAttentionHeads: 12,
      intermediateSize: 3072,
      extraParts: pooler(768),
    },
  }),
  bert("bert-large", "BERT-Large", {
    aliases: ["bert-large-uncased", "BERT 340M"],
    parameters: 335_141_888,
    note: "The count is of BertModel with its pooler, without the masked-language-model head.",
    shape: {
      numHiddenLayers: 24,
      hiddenSize: 1024,
      numAttentionHeads: 16,
      intermediateSize: 4096,
      extraParts: pooler(1024),
    },
  }),
];
