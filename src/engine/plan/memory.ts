// Device memory of many layouts of one model: trainingEstimate's own steps, each result kept for the layouts that share it.
import type { Range } from "../memoryLine";
import { layerContext, type LayerContext } from "../training/activationTerms";
import { stageUse } from "../training/phases";
import { stagesOf, type Chunk, type Stage } from "../training/pipeline";
import { trainingRange } from "../training/range";
import type { TrainingRun } from "../training/run";
import { deviceBytes, reservedBytes } from "../training/totals";

export interface LayoutMemory {
  readonly device: Range;
  /** What the fullest stage holds between steps, whatever is recomputed. */
  readonly steady: number;
}

export interface MemoryModel {
  /** `mode` numbers the recompute modes of a search. */
  readonly layoutMemory: (run: TrainingRun, mode: number) => LayoutMemory;
  readonly context: (run: TrainingRun, mode: number) => LayerContext;
  /** One of each kind of pipeline stage: the one with most microbatches in flight. */
  readonly stages: (run: TrainingRun) => readonly Stage[];
}

/** All runs of one model differ in their layout only. */
export function memoryModel(): MemoryModel {
  const contexts = new Map<number, LayerContext>();
  const pipelines = new Map<number, readonly Stage[]>();
  const widths = new Map<number, Range>();
  const stages = (run: TrainingRun) => kept(pipelines, pipelineKey(run), () => distinctStages(stagesOf(run)));
  const contextOf = (run: TrainingRun, mode: number) => kept(contexts, contextKey(run, mode), () => layerContext(run));
  return {
    stages,
    context: contextOf,
    layoutMemory: (run, mode) => {
      const context = contextOf(run, mode);
      let [reserved, steady] = [0, 0];
      for (const stage of stages(run)) {
        const use = stageUse(run, context, stage);
        reserved = Math.max(reserved, reservedBytes(run, context, stage, use));
        steady = Math.max(steady, use.steady);
      }
      const likely = deviceBytes(run, reserved);
      const { low, high } = kept(widths, widthKey(run, mode), () => trainingRange(run, "device", 1));
      return { device: { likely, low: likely * low, high: likely * high }, steady };
    },
  };
}

function kept<T>(map: Map<number, T>, key: number, make: () => T): T {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** Radix of a key: above every degree. */
const RADIX = 2 ** 13;
const MODES = 8;

const contextKey = ({ parallel: { tp, cp }, microBatch }: TrainingRun, mode: number): number =>
  ((tp * RADIX + cp) * RADIX + microBatch) * MODES + mode;

/** Beyond twice as many microbatches as stages no more of them are in flight. */
function pipelineKey({ parallel: { pp, virtualStages }, microbatches }: TrainingRun): number {
  return (pp * RADIX + virtualStages) * RADIX + Math.min(microbatches ?? pp, 2 * pp);
}

/** The width of a range depends on which features a run has (rangeKey). */
function widthKey({ parallel: { tp, pp, cp, ep, virtualStages }, zero }: TrainingRun, mode: number): number {
  let key = mode * 4 + zero;
  for (const degree of [tp, pp, cp, ep, virtualStages]) key = key * 2 + (degree > 1 ? 1 : 0);
  return key;
}

/** Of stages that hold the same, the first has most microbatches in flight. */
function distinctStages(stages: readonly Stage[]): readonly Stage[] {
  const first: Stage[] = [];
  for (const stage of stages) if (!first.some(({ chunks }) => sameChunks(chunks, stage.chunks))) first.push(stage);
  return first;
}

const sameChunks = (a: readonly Chunk[], b: readonly Chunk[]): boolean =>
  a.length === b.length && a.every((chunk, i) => sameChunk(chunk, b[i] as Chunk));

const sameChunk = (a: Chunk, b: Chunk): boolean =>
  a.dense === b.dense && a.sparse === b.sparse && a.mtp === b.mtp && a.embedding === b.embedding && a.loss === b.loss;
