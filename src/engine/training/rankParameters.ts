// The parameters that one rank holds: what tensor, expert and pipeline parallelism leave of the model's tensors.
import type { Architecture, LayerCounts } from "../architecture";
import { layerTensors, parameterTensors } from "../parameters";
import { elements, normTensors, type ParameterTensor } from "../tensors";
import type { Stage } from "./pipeline";
import type { TrainingRun } from "./run";

export { stateBytesPerParameter } from "./stateBytes";

/** Parameters by the group of ranks that replicates them. */
export interface RankParameters {
  /** Replicated over data and context parallel ranks. */
  readonly dense: number;
  /** Replicated over expert data parallel ranks. */
  readonly experts: number;
}

/** Outputs split over tp: their biases are split with them. Those of o_proj and down_proj are not. */
const COLUMN_PARALLEL: ReadonlySet<string> = new Set(["q_proj", "k_proj", "v_proj", "gate_proj", "up_proj", "lm_head"]);
/** MLA's projections to a latent, the router and the shared expert's gate are the same on each tp rank. */
const REPLICATED: ReadonlySet<string> = new Set(["q_a_proj", "kv_a_proj_with_mqa", "gate", "shared_expert_gate"]);
const REPLICATED_PARTS: ReadonlySet<string> = new Set(["norms", "positions", "extra", "router"]);

/** Tensor parallelism divides the matrices, never the norms, biases after a row-parallel layer or the router. */
export function splitOverTp(tensor: ParameterTensor): boolean {
  if (REPLICATED.has(tensor.name) || REPLICATED_PARTS.has(tensor.part)) return false;
  return tensor.shape.length > 1 || tensor.name === "sinks" || COLUMN_PARALLEL.has(tensor.name.replace(".bias", ""));
}

/** A tensor's share by how it is divided. */
interface Split {
  readonly replicated: number;
  readonly overTp: number;
  readonly experts: number;
}

interface Unsharded {
  readonly dense: Split;
  readonly sparse: Split;
  readonly positions: number;
  readonly norm: number;
  readonly extra: number;
}

const cache = new WeakMap<Architecture, Unsharded>();

function unsharded(a: Architecture): Unsharded {
  const known = cache.get(a);
  if (known) return known;
  const rest = parameterTensors(a).filter(({ part }) => part === "positions" || part === "extra");
  const sum = (part: string) =>
    rest.reduce((total, each) => total + (each.part === part ? elements(each) * each.copies : 0), 0);
  const norm = normTensors(a, "norm", 1).reduce((total, each) => total + elements(each), 0);
  const value: Unsharded = {
    dense: split(layerTensors(a, DENSE)),
    sparse: split(layerTensors(a, SPARSE)),
    positions: sum("positions"),
    norm,
    extra: sum("extra"),
  };
  cache.set(a, value);
  return value;
}

const DENSE: LayerCounts = { all: 1, dense: 1, sparse: 0 };
const SPARSE: LayerCounts = { all: 1, dense: 0, sparse: 1 };

function split(tensors: readonly ParameterTensor[]): Split {
  const total = { replicated: 0, overTp: 0, experts: 0 };
  for (const tensor of tensors) {
    const kind = tensor.part === "experts" ? "experts" : splitOverTp(tensor) ? "overTp" : "replicated";
    total[kind] += elements(tensor) * tensor.copies;
  }
  return total;
}

/** One layer on one rank. */
export function layerParameters(run: TrainingRun, sparse: boolean): RankParameters {
  const { tp, ep, etp } = run.parallel;
  const layer = unsharded(run.architecture)[sparse ? "sparse" : "dense"];
  return { dense: layer.replicated + layer.overTp / tp, experts: layer.experts / (ep * etp) };
}

/** Rows of the embedding and of the logits that are allocated: as given, or padded as the stack does. */
export function vocabularyRows({ paddedVocabSize, architecture, stack, parallel }: TrainingRun): number {
  if (paddedVocabSize !== null || stack.vocabularyMultiple === 1) return paddedVocabSize ?? architecture.vocabSize;
  const multiple = stack.vocabularyMultiple * parallel.tp;
  return Math.ceil(architecture.vocabSize / multiple) * multiple;
}

export const hasVocabularyHead = (run: TrainingRun): boolean => run.architecture.lmHead;

/** The token embedding on one rank. */
export const embeddingParameters = (run: TrainingRun): number =>
  (vocabularyRows(run) * run.architecture.hiddenSize) / run.parallel.tp;

/** A head's own matrix: none where it is tied to an embedding on the same stage. */
export function headParameters(run: TrainingRun, sharesStage: boolean): number {
  const { architecture: a, parallel, stack } = run;
  if (!a.lmHead) return 0;
  const tied = a.tieWordEmbeddings && sharesStage && !stack.separateHead;
  return (tied ? 0 : embeddingParameters(run)) + (a.lmHeadBias ? vocabularyRows(run) / parallel.tp : 0);
}

/** A multi-token-prediction layer adds two norms, one more behind it and a 2h×h projection (arXiv:2412.19437 §2.2). */
function mtpParameters(run: TrainingRun): RankParameters {
  const layer = layerParameters(run, run.architecture.experts !== null);
  const { hiddenSize: h } = run.architecture;
  return {
    dense: layer.dense + (2 * h * h) / run.parallel.tp + 3 * unsharded(run.architecture).norm,
    experts: layer.experts,
  };
}

/** Everything on one stage. A stage with MTP layers and no embedding holds a copy of the embedding. */
export function stageParameters(run: TrainingRun, stage: Stage): RankParameters {
  const { chunks } = stage;
  const fixed = unsharded(run.architecture);
  const [denseLayer, sparseLayer] = [layerParameters(run, false), layerParameters(run, true)];
  let [dense, experts, mtp, embeds, loses] = [0, 0, 0, false, false];
  for (const chunk of chunks) {
    dense += chunk.dense * denseLayer.dense + chunk.sparse * sparseLayer.dense;
    experts += chunk.sparse * sparseLayer.experts;
    mtp += chunk.mtp;
    embeds ||= chunk.embedding;
    loses ||= chunk.loss;
  }
  if (mtp > 0) {
    const layer = mtpParameters(run);
    dense += mtp * layer.dense;
    experts += mtp * layer.experts;
  }
  if (embeds || mtp > 0) dense += embeddingParameters(run);
  if (embeds) dense += fixed.positions + (run.architecture.embeddingNorm ? fixed.norm : 0);
  if (loses)
    dense += headParameters(run, embeds || mtp > 0) + (run.architecture.finalNorm ? fixed.norm : 0) + fixed.extra;
  return { dense, experts };
}
