import type { Architecture } from "../engine/architecture";
import { parameterCount } from "../engine/parameters";
import { cachedElements } from "../engine/serving/kv";
import type { Confidence } from "../catalog/models";
import type { CatalogRow } from "../catalog/table";
import { type Field, field, fieldTable } from "./fields";
import { print } from "./numbers";

/** A model of the catalog, or one that a config.json describes: that has no history. */
export interface NamedArchitecture extends CatalogRow {
  readonly architecture: Architecture;
  readonly family?: string;
  readonly year?: number;
  readonly dtype?: string;
  readonly published?: { readonly parameters: number; readonly source: string };
  readonly confidence?: Confidence;
  readonly source?: string;
  readonly note?: string;
  readonly residualExplained?: string;
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

/** MLA stores a latent vector instead of heads. */
const keyValueHeads = ({ attention }: Architecture) =>
  attention.kind === "latent" ? null : attention.numKeyValueHeads;
const headDim = ({ attention }: Architecture) => (attention.kind === "latent" ? null : attention.headDim);
/** What the checkpoint holds beside the model as it runs: vision towers, multi-token-prediction layers. */
const partsText = (a: Architecture) =>
  parameterCount(a)
    .apart.map(({ name, parameters }) => `${name} ${print(parameters)}`)
    .join("; ");
const cachedPerToken = (a: Architecture) =>
  a.kind === "encoder" ? 0 : a.numHiddenLayers * cachedElements(a, 1, false);

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
  architecture(
    "parameters per layer",
    (a) => Math.round(parameterCount(a).perLayer.average),
    "per layer",
    "average layer",
  ),
  architecture("layers", (a) => a.numHiddenLayers, "num hidden layers"),
  architecture("hidden size", (a) => a.hiddenSize, "hidden", "width"),
  architecture("attention kind", attentionKind),
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
  {
    ...architecture("max positions", (a) => a.maxPositionEmbeddings, "max position embeddings", "context window"),
    k: "tokens",
  },
  architecture("sliding window", (a) => a.slidingWindow?.size ?? 0, "window"),
  field("weights dtype", (row) => row.dtype, "dtype"),
  field("published parameters", (row) => row.published?.parameters, "published"),
  field("published source", (row) => row.published?.source),
  field("confidence", (row) => row.confidence),
  field("source", (row) => row.source),
  architecture("kv elements per token", cachedPerToken, "kv cache per token"),
  architecture("parameters per dense layer", (a) => parameterCount(a).perLayer.dense),
  architecture("parameters per expert layer", (a) => parameterCount(a).perLayer.sparse),
  architecture("parts apart", (a) => partsText(a), "extra parts"),
  field(
    "published difference",
    (row) => row.published && row.published.parameters - parameterCount(row.architecture).total,
  ),
  field("note", (row) => [row.note, row.residualExplained].filter(Boolean).join("; ")),
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
  "max positions",
];
