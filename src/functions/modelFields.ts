import type { Architecture } from "../engine/architecture";
import { parameterCount } from "../engine/parameters";
import type { Confidence } from "../catalog/models";
import type { CatalogRow } from "../catalog/table";
import { type Field, field, fieldTable } from "./fields";

/** A model of the catalog, or one that a config.json describes: that has no history. */
export interface NamedArchitecture extends CatalogRow {
  readonly architecture: Architecture;
  readonly family?: string;
  readonly year?: number;
  readonly dtype?: string;
  readonly published?: { readonly parameters: number; readonly source: string };
  readonly confidence?: Confidence;
  readonly source?: string;
}

const architecture = (
  label: string,
  read: (a: Architecture) => string | number | boolean | null | undefined,
  ...aliases: string[]
): Field<NamedArchitecture> => field(label, (row) => read(row.architecture), ...aliases);

const attentionKind = ({ attention }: Architecture): string => {
  if (attention.kind === "latent") return "MLA";
  if (attention.numKeyValueHeads === attention.numAttentionHeads) return "MHA";
  return attention.numKeyValueHeads === 1 ? "MQA" : "GQA";
};

const keyValueHeads = ({ attention }: Architecture): number =>
  attention.kind === "latent" ? attention.numAttentionHeads : attention.numKeyValueHeads;
const headDim = ({ attention }: Architecture): number =>
  attention.kind === "latent" ? attention.qkNopeHeadDim + attention.qkRopeHeadDim : attention.headDim;

/** In this order for every model; new fields are appended. */
export const modelFields = fieldTable<NamedArchitecture>([
  field("model", (row) => row.id, "name", "id"),
  field("label", (row) => row.label),
  field("family", (row) => row.family),
  field("year", (row) => row.year),
  architecture("parameters", (a) => parameterCount(a).total, "params", "total parameters", "size"),
  architecture("active parameters", (a) => parameterCount(a).active, "active"),
  architecture("embedding parameters", (a) => parameterCount(a).embedding, "embedding"),
  architecture("head parameters", (a) => parameterCount(a).head, "output head"),
  architecture("parameters per layer", (a) => parameterCount(a).perLayer.average, "per layer"),
  architecture("layers", (a) => a.numHiddenLayers, "num hidden layers"),
  architecture("hidden size", (a) => a.hiddenSize, "hidden", "width"),
  architecture("attention", attentionKind),
  architecture("heads", (a) => a.attention.numAttentionHeads, "num attention heads", "query heads"),
  architecture("kv heads", keyValueHeads, "key value heads", "num key value heads"),
  architecture("head dim", headDim),
  architecture("ffn size", (a) => a.intermediateSize, "intermediate size", "ffn"),
  architecture("gated", (a) => a.gated),
  architecture("vocab size", (a) => a.vocabSize, "vocab", "vocabulary"),
  architecture("tied", (a) => a.tieWordEmbeddings, "tie word embeddings", "tied embeddings"),
  architecture("experts", (a) => a.experts?.numExperts ?? 0, "num experts"),
  architecture("top k", (a) => a.experts?.numExpertsPerTok ?? 0, "experts per token"),
  architecture("expert ffn size", (a) => a.experts?.moeIntermediateSize ?? 0, "moe intermediate size"),
  architecture("context length", (a) => a.maxPositionEmbeddings, "max position embeddings", "max context", "context"),
  architecture("sliding window", (a) => a.slidingWindow?.size ?? 0, "window"),
  field("weights dtype", (row) => row.dtype, "dtype"),
  field("published parameters", (row) => row.published?.parameters, "published"),
  field("published source", (row) => row.published?.source),
  field("confidence", (row) => row.confidence),
  field("source", (row) => row.source),
]);

export const MODEL_LIST_COLUMNS = [
  "model",
  "label",
  "family",
  "year",
  "parameters",
  "active parameters",
  "layers",
  "hidden size",
  "context length",
];
