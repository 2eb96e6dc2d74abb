// The head and the loss: what they hold at their fullest, and when the head's backward runs.
import { logitsBytes } from "../logits";
import type { Stage } from "./pipeline";
import { embeddingParameters, hasVocabularyHead, vocabularyRows } from "./rankParameters";
import type { TrainingRun } from "./run";
import type { RankShape } from "./shape";
import type { Term } from "./terms";

const SOURCE = "PyTorch aten LossNLL, SoftMax; Megatron-LM core/tensor_parallel/cross_entropy.py";

export const hasLoss = (run: TrainingRun, stage: Stage): boolean =>
  hasVocabularyHead(run) && stage.chunks.some((chunk) => chunk.loss);

/** Ranks that the vocabulary of the logits is split over. */
const ways = (run: TrainingRun): number => (run.loss.vocabularyParallel ? run.parallel.tp : 1);

/** Logits and all that the loss makes of them, of the head's input what is gathered. */
export function lossTerm(run: TrainingRun, { T, h }: RankShape, stage: Stage): Term {
  const V = vocabularyRows(run);
  const perRank = 1 / ways(run);
  const held = run.stack.heldLogitBytes + olderBytes(run);
  const logits = (logitsBytes(T, V, run.loss) + held * T * V) * perRank;
  const waiting = (run.loss.savedPerLogit + olderBytes(run)) * T * V * perRank * waitingLosses(run, stage);
  const gathered = run.parallel.tp > 1 ? run.loss.gatheredInputBytes * T * h : 0;
  const head = run.lora ? 0 : run.loss.headGradientBytes * embeddingParameters(run);
  return {
    component: "Logits and loss",
    bytes: logits + waiting + gathered + head,
    basis: "analytic",
    source: SOURCE,
    perToken: true,
    formula: () =>
      `${T} tokens × ${V} / ${ways(run)} logits: ${logits} + other losses ${waiting} + gathered ${gathered} + head gradient ${head}`,
  };
}

/** Before its elementwise steps were fused the loss made a further fp32 copy. */
const olderBytes = ({ loss, stackDate }: TrainingRun): number =>
  loss.older !== null && stackDate !== null && stackDate < loss.older.until ? loss.older.perLogit : 0;

/** Losses of multi-token-prediction layers and of other microbatches in flight that wait for their backward. */
function waitingLosses(run: TrainingRun, { chunks, inFlight }: Stage): number {
  const last = chunks.findIndex((chunk) => chunk.loss);
  const alive = inFlight[last] ?? 1;
  return alive * (1 + (chunks[last]?.mtp ?? 0)) - 1;
}

/** Backward of the head: gradients of the logits and of the head, the gathered input and its gradient. */
export function headBackwardTerm(run: TrainingRun, shape: RankShape, stage: Stage): Term {
  const { T, h, w, tp, sp } = shape;
  const whole = run.loss.headGradientBytes === 0 && run.loss.perChunkLogit.length === 0;
  const logits = whole ? ((w + run.stack.heldLogitBytes) * T * vocabularyRows(run)) / ways(run) : 0;
  const gradient = !run.lora && whole ? run.precision.computeBytes * embeddingParameters(run) : 0;
  const inputs = w * T * h * (sp > 1 ? 2 + 1 / tp : 1);
  const waiting =
    (run.loss.savedPerLogit + olderBytes(run)) * T * vocabularyRows(run) * (waitingLosses(run, stage) / ways(run));
  return {
    component: "Backward of the head",
    bytes: logits + gradient + inputs + waiting,
    basis: "analytic",
    source: "Megatron-LM core/tensor_parallel/layers.py LinearWithGradAccumulationAndAsyncCommunication",
    formula: () => `gradients of logits ${logits} + of the head ${gradient} + input and its gradient ${inputs}`,
  };
}
