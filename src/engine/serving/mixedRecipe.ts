// GGUF file types: which block type llama.cpp keeps each tensor in (llama-quant.cpp llama_tensor_get_type).
import type { Architecture } from "../architecture";
import { storedBytes, type StorageFormat } from "../storage";
import { elements, type ParameterTensor } from "../tensors";

/** A block type; rows that are no whole number of its blocks take the fallback. */
export interface BlockType {
  readonly format: StorageFormat;
  /** Weights of one block, along the input features. */
  readonly block: number;
  readonly fallback: BlockType | null;
}

/** moreBits: the first and last eighth and every third layer between them (use_more_bits). */
export type LayerChoice = "all" | "moreBits" | "firstEighth" | "firstSixteenth" | "firstTwo" | "firstFour";

/** groups4: at least four query heads per key/value head; layers80: the 70B class; experts8: exactly eight experts. */
export type ModelClass = "any" | "groups4" | "layers80" | "experts8" | "notExperts8";

export interface RecipeRule {
  readonly tensors: readonly string[];
  readonly models: ModelClass;
  readonly layers: LayerChoice;
  readonly type: BlockType;
}

/** The first rule that names a tensor, its model and its layer decides; vectors and routers stay fp32. */
export interface MixedRecipe {
  readonly base: BlockType;
  /** Output head, and the token embedding where they are tied. */
  readonly head: BlockType;
  readonly rules: readonly RecipeRule[];
}

/** llama.cpp keeps vectors, routers and position tables in fp32. */
const FULL_PRECISION_BYTES = 4;
const UNQUANTIZED_PARTS: ReadonlySet<ParameterTensor["part"]> = new Set(["router", "positions", "extra", "norms"]);

function usesMoreBits(layer: number, layers: number): boolean {
  const eighth = Math.floor(layers / 8);
  return layer < eighth || layer >= Math.floor((7 * layers) / 8) || (layer - eighth) % 3 === 2;
}

function chosen(choice: LayerChoice, layer: number, layers: number): boolean {
  switch (choice) {
    case "all":
      return true;
    case "moreBits":
      return usesMoreBits(layer, layers);
    case "firstEighth":
      return layer < Math.floor(layers / 8);
    case "firstSixteenth":
      return layer < Math.floor(layers / 16);
    case "firstTwo":
      return layer < 2;
    case "firstFour":
      return layer < 4;
    default:
      return choice satisfies never;
  }
}

function applies(models: ModelClass, a: Architecture): boolean {
  const grouped = a.attention.kind === "grouped" ? a.attention : null;
  const queriesPerKey = grouped ? grouped.numAttentionHeads / grouped.numKeyValueHeads : 1;
  switch (models) {
    case "any":
      return true;
    case "groups4":
      return queriesPerKey >= 4;
    case "layers80":
      return a.numHiddenLayers === 80 && queriesPerKey > 1;
    case "experts8":
      return a.experts?.numExperts === 8;
    case "notExperts8":
      return a.experts?.numExperts !== 8;
    default:
      return models satisfies never;
  }
}

/** The layers [from, to) of a rank's stage. */
export interface LayerSpan {
  readonly from: number;
  readonly to: number;
}

/** Bytes of a tensor of the layers: each of its copies in the type of its layer. */
export function mixedBytes(tensor: ParameterTensor, recipe: MixedRecipe, a: Architecture, span: LayerSpan): number {
  const { part, name, copies } = tensor;
  if (tensor.shape.length < 2 || UNQUANTIZED_PARTS.has(part)) return copies * elements(tensor) * FULL_PRECISION_BYTES;
  if (part === "head") return copies * typeBytes(tensor, recipe.head);
  if (part === "embedding") return copies * typeBytes(tensor, a.tieWordEmbeddings ? recipe.head : recipe.base);
  const rules = recipe.rules.filter((rule) => rule.tensors.includes(name) && applies(rule.models, a));
  if (rules.length === 0) return copies * typeBytes(tensor, recipe.base);
  const perLayer = copies / Math.max(1, span.to - span.from);
  let bytes = 0;
  for (let layer = span.from; layer < span.to; layer++) {
    const rule = rules.find((each) => chosen(each.layers, layer, a.numHiddenLayers));
    bytes += perLayer * typeBytes(tensor, rule?.type ?? recipe.base);
  }
  return bytes;
}

/** One copy: rows of whole blocks, else the fallback type, else fp16. */
function typeBytes(tensor: ParameterTensor, type: BlockType): number {
  const inputs = tensor.shape[1] ?? 1;
  if (inputs % type.block === 0) return storedBytes(elements(tensor), type.format);
  return type.fallback ? typeBytes(tensor, type.fallback) : elements(tensor) * 2;
}
