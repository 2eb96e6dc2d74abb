// The learned tensors of a model, and exact parameter counts: sums over that one list.
//
// total = the model as it runs: embeddings, layers, head and counted extras. A tied head is stored and counted once.
// active = what one token passes through: total with the chosen experts in place of all. It includes the input
// embedding (a lookup); model cards that leave it out (gpt-oss) compare with active - embedding.

import { layerCounts, type Architecture, type ExtraPart, type LayerCounts } from "./architecture";
import { layerTensors } from "./layerTensors";
import { elements, normTensors, tensor, type ParameterPart, type ParameterTensor } from "./tensors";

export { layerTensors } from "./layerTensors";
export { elements, type ParameterPart, type ParameterTensor } from "./tensors";

const LINEAR_PARTS: ReadonlySet<ParameterPart> = new Set(["attention", "mlp", "experts", "sharedExperts", "router"]);

/** The learned tensors of the whole model; those of extra parts that are not counted are left out. */
export function parameterTensors(a: Architecture): readonly ParameterTensor[] {
  return [...embeddingTensors(a), ...layerTensors(a, layerCounts(a)), ...headTensors(a), ...extraTensors(a)].filter(
    (each) => each.copies > 0 && elements(each) > 0,
  );
}

/** The matrices of the layers: what is multiplied with, can be quantized and takes LoRA adapters. */
export function linearTensors(a: Architecture): readonly ParameterTensor[] {
  return parameterTensors(a).filter((each) => each.shape.length === 2 && LINEAR_PARTS.has(each.part));
}

export interface ParameterCount {
  readonly total: number;
  readonly active: number;
  /** Token embedding V·D. */
  readonly embedding: number;
  /** Output head of its own and its bias; 0 where it is tied. */
  readonly head: number;
  /** total - token embedding - learned positions - head. */
  readonly nonEmbedding: number;
  readonly perLayer: PerLayer;
  readonly byPart: Readonly<Record<ParameterPart, number>>;
  /** Parts of the checkpoint that the total leaves out: vision towers, multi-token-prediction layers. */
  readonly apart: readonly ExtraPart[];
}

/** Parameters of one layer; 0 where the model has no layer of the kind. */
export interface PerLayer {
  readonly average: number;
  readonly dense: number;
  readonly sparse: number;
}

const NO_PARAMETERS: Readonly<Record<ParameterPart, number>> = {
  embedding: 0,
  positions: 0,
  attention: 0,
  mlp: 0,
  experts: 0,
  sharedExperts: 0,
  router: 0,
  norms: 0,
  head: 0,
  extra: 0,
};

/** Parameters of a model, in total and by part. */
export function parameterCount(a: Architecture): ParameterCount {
  const tensors = parameterTensors(a);
  const byPart = { ...NO_PARAMETERS };
  for (const each of tensors) byPart[each.part] += storedIn(each);
  const total = sumParameters(tensors);
  const { embedding, positions, head } = byPart;
  return {
    total,
    active: tensors.reduce((sum, each) => sum + elements(each) * each.activeCopies, 0),
    embedding,
    head,
    nonEmbedding: total - embedding - positions - head,
    perLayer: perLayer(a),
    byPart,
    apart: a.extraParts.filter((part) => !part.counted),
  };
}

/** Parameters in a list of tensors. */
export function sumParameters(tensors: readonly ParameterTensor[]): number {
  return tensors.reduce((sum, each) => sum + storedIn(each), 0);
}

const storedIn = (each: ParameterTensor): number => elements(each) * each.copies;

function perLayer(a: Architecture): PerLayer {
  const counts = layerCounts(a);
  const inLayers = (layers: LayerCounts): number => sumParameters(layerTensors(a, layers));
  return {
    average: inLayers(counts) / counts.all,
    dense: counts.dense > 0 ? inLayers({ all: 1, dense: 1, sparse: 0 }) : 0,
    sparse: counts.sparse > 0 ? inLayers({ all: 1, dense: 0, sparse: 1 }) : 0,
  };
}

/** Token and position embeddings and the norm behind them. */
export function embeddingTensors(a: Architecture): readonly ParameterTensor[] {
  const D = a.hiddenSize;
  return [
    tensor("embed_tokens", "embedding", [a.vocabSize, D]),
    tensor("embed_positions", "positions", [a.learnedPositions, D]),
    tensor("token_type_embeddings", "positions", [a.typeVocabSize, D]),
    ...normTensors(a, "embed_layernorm", a.embeddingNorm ? 1 : 0),
  ];
}

/** Final norm, head of its own, its bias. */
export function headTensors(a: Architecture): readonly ParameterTensor[] {
  const ownMatrix = a.lmHead && !a.tieWordEmbeddings;
  return [
    ...normTensors(a, "norm", a.finalNorm ? 1 : 0),
    tensor("lm_head", "head", [a.vocabSize, a.hiddenSize], ownMatrix ? 1 : 0),
    tensor("lm_head.bias", "head", [a.vocabSize], a.lmHead && a.lmHeadBias ? 1 : 0),
  ];
}

/** Counted parts of the checkpoint outside the stack. */
export function extraTensors(a: Architecture): readonly ParameterTensor[] {
  return a.extraParts.filter((part) => part.counted).map((part) => tensor(part.name, "extra", [part.parameters]));
}
