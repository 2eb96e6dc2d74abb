// Which layers are on which pipeline stage, and how many microbatches of them are in flight.
import type { Architecture, Experts } from "../architecture";
import { parseLayout } from "./layout";
import type { TrainingRun } from "./run";

/** What one model chunk holds. */
export interface Chunk {
  readonly dense: number;
  readonly sparse: number;
  readonly mtp: number;
  readonly embedding: boolean;
  readonly loss: boolean;
}

export interface Stage {
  readonly rank: number;
  readonly chunks: readonly Chunk[];
  /** Microbatches of each chunk whose activations are alive at the fullest moment. */
  readonly inFlight: readonly number[];
}

/** The stages whose peak is asked for. */
export function stagesOf(run: TrainingRun): readonly Stage[] {
  const { pp } = run.parallel;
  const chunks = chunksOf(run);
  const stage = (rank: number): Stage => {
    const own = chunks.filter((_, index) => index % pp === rank);
    return { rank, chunks: own, inFlight: inFlight(run, rank, own.length) };
  };
  if (run.rank === "first") return [stage(0)];
  if (run.rank === "last") return [stage(pp - 1)];
  return Array.from({ length: pp }, (_, rank) => stage(rank));
}

function chunksOf(run: TrainingRun): readonly Chunk[] {
  const { pp, virtualStages, layout } = run.parallel;
  const layers = layout === null ? evenLayout(run, pp * virtualStages) : parseLayout(layout);
  let next = 0;
  return layers.map((text) => {
    const chunk = chunkOf(text, next, run.architecture);
    next += chunk.dense + chunk.sparse;
    return chunk;
  });
}

/** The same number of layers on each, one more on the first ones where they do not come out even. */
function evenLayout(run: TrainingRun, count: number): readonly string[] {
  const layers = run.architecture.numHiddenLayers;
  const share = Math.floor(layers / count);
  const rest = layers - share * count;
  return Array.from({ length: count }, (_, index) => {
    const own = "t".repeat(share + (index < rest ? 1 : 0));
    return (index === 0 ? "E" : "") + own + (index === count - 1 ? "m".repeat(run.mtpLayers) + "L" : "");
  });
}

function chunkOf(text: string, first: number, a: Architecture): Chunk {
  const layers = count(text, "t");
  let sparse = 0;
  for (let layer = first; a.experts && layer < first + layers; layer++) if (hasExperts(a.experts, layer)) sparse++;
  return {
    dense: layers - sparse,
    sparse,
    mtp: count(text, "m"),
    embedding: text.includes("E"),
    loss: text.includes("L"),
  };
}

const count = (text: string, symbol: string): number => text.split(symbol).length - 1;

/** The first layers are dense; of the others every n-th has experts. */
const hasExperts = ({ firstDenseLayers, moeLayerFreq }: Experts, layer: number): boolean =>
  layer >= firstDenseLayers && (layer - firstDenseLayers) % moeLayerFreq === moeLayerFreq - 1;

/** Microbatches that the pipeline is fed with in a step. */
export const microbatches = (run: TrainingRun): number =>
  run.microbatches ?? (run.parallel.pp > 1 ? run.parallel.pp : 1);

/**
 * GPipe m; 1F1B min(m, p - r); interleaved min(m·v, 2(p - r - 1) + (v - 1)·p + 1) chunks, in the order in
 * which 1F1B runs them: p microbatches of each chunk in turn (arXiv:2104.04473 §2.2). With overlapped expert
 * communication one more chunk is begun, while its own backward frees it layer by layer: it does not add to the peak.
 */
function inFlight(run: TrainingRun, rank: number, chunks: number): readonly number[] {
  const { pp, schedule } = run.parallel;
  const m = microbatches(run);
  if (pp === 1) return [1];
  if (schedule === "GPipe") return Array.from({ length: chunks }, () => m);
  if (chunks === 1) return [Math.min(m, pp - rank)];
  return interleaved(Math.min(m * chunks, 2 * (pp - rank - 1) + (chunks - 1) * pp + 1), m, pp, chunks);
}

function interleaved(total: number, m: number, pp: number, chunks: number): readonly number[] {
  const alive = new Array<number>(chunks).fill(0);
  let left = total;
  for (let group = 0; left > 0 && group < m; group += pp)
    for (let chunk = 0; chunk < chunks; chunk++) {
      const run = Math.min(pp, m - group, left);
      alive[chunk] = (alive[chunk] ?? 0) + run;
      left -= run;
    }
  return alive;
}
