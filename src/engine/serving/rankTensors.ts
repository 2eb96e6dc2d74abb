// The tensors of one rank: tensor parallel splits matrices, expert parallel the experts, the pipeline the layers.
import type { Architecture } from "../architecture";
import { embeddingTensors, extraTensors, headTensors } from "../parameters";
import { layerTensors } from "../layerTensors";
import { elements, type ParameterTensor } from "../tensors";
import type { ServingEngine } from "./engineTraits";
import type { ServingLayout } from "./run";
import type { Stage } from "./stages";

/** Megatron's split (arXiv:1909.08053 §3): outputs of the first matrix of a pair, inputs of the second. */
const SPLIT: Readonly<Record<string, "outputs" | "inputs" | "keyValue" | "vocabulary">> = {
  q_proj: "outputs",
  q_b_proj: "outputs",
  kv_b_proj: "outputs",
  k_proj: "keyValue",
  v_proj: "keyValue",
  o_proj: "inputs",
  gate_proj: "outputs",
  up_proj: "outputs",
  down_proj: "inputs",
  sinks: "outputs",
  embed_tokens: "vocabulary",
  lm_head: "vocabulary",
};

export interface RankShape {
  readonly tp: number;
  readonly ep: number;
  /** Split of one expert: tp ranks that do not hold experts of their own. */
  readonly expertTp: number;
  readonly keyValueHeads: number;
  readonly vocabMultiple: number;
  /** Inputs per rank come in whole groups of this many weights (GPTQ, AWQ, microscaling); 1 = any width. */
  readonly group: number;
  readonly expertPadding: ServingEngine["expertPadding"];
}

const UNPADDED = { width: 1, hidden: 1 };

export function rankShape(
  a: Architecture,
  layout: ServingLayout,
  engine: ServingEngine,
  format: { readonly group: number; readonly expertsOnly: boolean },
): RankShape {
  return {
    tp: layout.tp,
    ep: layout.ep,
    expertTp: Math.max(1, layout.tp / layout.ep),
    keyValueHeads: a.attention.kind === "grouped" ? a.attention.numKeyValueHeads : layout.tp,
    vocabMultiple: engine.vocabMultiple,
    group: format.group,
    expertPadding: format.expertsOnly ? engine.expertPadding : UNPADDED,
  };
}

/** Width of one rank, padded to whole groups where the split would cut one. */
const share = (width: number, ranks: number, group = 1): number => Math.ceil(width / ranks / group) * group;

export function rankTensor(tensor: ParameterTensor, rank: RankShape): ParameterTensor {
  const expert = tensor.part === "experts";
  const ranks = expert ? rank.expertTp : rank.tp;
  const copies = expert ? tensor.copies / rank.ep : tensor.copies;
  const shape = rankShapeOf(tensor, rank, ranks);
  return { ...tensor, shape: expert ? paddedExpert(tensor.name, shape, rank.expertPadding) : shape, copies };
}

const padded = (width: number, multiple: number): number => Math.ceil(width / multiple) * multiple;

/** down: [hidden, width]; gate and up: [width, hidden]; biases: their outputs. */
function paddedExpert(name: string, shape: readonly number[], padding: RankShape["expertPadding"]): readonly number[] {
  const [outputs, inputs] = name.startsWith("down_proj")
    ? [padding.hidden, padding.width]
    : [padding.width, padding.hidden];
  return shape.map((side, axis) => padded(side, axis === 0 ? outputs : inputs));
}

function rankShapeOf(tensor: ParameterTensor, rank: RankShape, ranks: number): readonly number[] {
  const bias = tensor.name.endsWith(".bias");
  const rule = SPLIT[bias ? tensor.name.slice(0, -".bias".length) : tensor.name];
  const [outputs = 1, ...inputs] = tensor.shape;
  const feedForward = tensor.part !== "attention";
  switch (rule) {
    case undefined:
      return tensor.shape;
    case "outputs":
      return [share(outputs, ranks, feedForward && ranks > 1 ? rank.group : 1), ...inputs];
    case "keyValue":
      return [outputs / Math.min(ranks, rank.keyValueHeads), ...inputs];
    case "inputs":
      return bias ? tensor.shape : [outputs, share(inputs[0] ?? 1, ranks, ranks > 1 ? rank.group : 1)];
    case "vocabulary":
      return [share(Math.ceil(outputs / rank.vocabMultiple) * rank.vocabMultiple, ranks), ...inputs];
    default:
      return rule satisfies never;
  }
}

/** The model's tensors outside the layers that this stage holds; a tied head is a copy on the last stage. */
function endTensors(a: Architecture, stage: Stage, engine: ServingEngine): readonly ParameterTensor[] {
  const lastHere = engine.endsOnFirstStage ? stage.first : stage.last;
  const tiedHead = a.tieWordEmbeddings && a.lmHead && lastHere && !stage.first;
  return [
    ...(stage.first ? [...embeddingTensors(a), ...extraTensors(a)] : []),
    ...(tiedHead ? embeddingTensors(a).slice(0, 1) : []),
    ...(lastHere ? headTensors(a) : []),
  ];
}

/** Every tensor of a rank of the stage, in its own shape. */
export function stageTensors(
  architecture: Architecture,
  stage: Stage,
  engine: ServingEngine,
  rank: RankShape,
): readonly ParameterTensor[] {
  const a = engine.untiesHead ? { ...architecture, tieWordEmbeddings: false } : architecture;
  const tensors: ParameterTensor[] = [];
  for (const each of [...endTensors(a, stage, engine), ...layerTensors(a, stage.layers)])
    if (each.copies > 0 && elements(each) > 0) tensors.push(rankTensor(each, rank));
  return tensors;
}
