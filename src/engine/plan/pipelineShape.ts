// How layers can be spread over pipeline stages and their chunks, worked out once per search.
import type { Architecture } from "../architecture";
import type { TrainingRun } from "../training/run";
import type { FixedLayout } from "./request";

export interface PipelineShape {
  readonly pp: number;
  readonly virtualStages: number;
  /** null = the same number of layers in each chunk. */
  readonly layout: string | null;
}

/** Work in uneven chunks beyond the mean: more than this and interleaving gains nothing. */
const UNEVEN_CHUNKS = 0.04;

/** Stages that divide `gpus`, chunks that the layers fill. */
export function pipelineShapes(base: TrainingRun, gpus: number, fixed: FixedLayout): readonly PipelineShape[] {
  const shapes: PipelineShape[] = [];
  const layers = base.architecture.numHiddenLayers;
  for (let pp = 1; pp <= Math.min(gpus, layers); pp++) {
    if (gpus % pp !== 0 || (fixed.pp !== undefined && fixed.pp !== pp)) continue;
    // DeepSpeed's pipeline engine does not interleave.
    const most = pp === 1 || base.stack.boundedGathering ? 1 : Math.floor((layers + endUnits(base)) / pp);
    for (let chunks = 1; chunks <= most; chunks++) {
      if (fixed.virtualStages !== undefined && fixed.virtualStages !== chunks) continue;
      const shape = pipelineShape(base, pp, chunks);
      if (shape) shapes.push(shape);
    }
  }
  return shapes;
}

function pipelineShape(base: TrainingRun, pp: number, virtualStages: number): PipelineShape | null {
  const { architecture: a, stack } = base;
  const chunks = pp * virtualStages;
  if (a.numHiddenLayers % chunks === 0) return { pp, virtualStages, layout: null };
  if (stack.unevenPipeline) return virtualStages === 1 ? { pp, virtualStages, layout: null } : null;
  const units = a.numHiddenLayers + endUnits(base);
  const uneven = (Math.ceil(units / chunks) * chunks) / units - 1;
  if (virtualStages > 1 && uneven > UNEVEN_CHUNKS) return null;
  const layout = balancedLayout(a, base.mtpLayers, chunks);
  return layout === null ? null : { pp, virtualStages, layout };
}

/** Embedding, loss and each multi-token-prediction layer take the place of a layer. */
const endUnits = (base: TrainingRun): number => 2 + base.mtpLayers;

/**
 * Chunks of as many units each, embedding and loss a unit: Llama 3's way of one layer less on the first and the last stage
 * (arXiv:2407.21783 §3.3.2). Chunks with one more stand late in the middle, where fewer microbatches are in flight; null
 * = a chunk would stay empty.
 */
export function balancedLayout({ numHiddenLayers }: Architecture, mtpLayers: number, chunks: number): string | null {
  const units = numHiddenLayers + 2 + mtpLayers;
  const [share, longer, middle] = [Math.floor(units / chunks), units % chunks, chunks - 2];
  const last = Math.max(0, share - 1 - mtpLayers);
  const first = middle === 0 ? numHiddenLayers - last : share - 1 + (longer > middle ? 1 : 0);
  const rest = numHiddenLayers - first - last;
  if (middle < 0 || rest < middle) return null;
  const each = middle === 0 ? 0 : Math.floor(rest / middle);
  const more = rest - each * middle;
  const between = repeated(each, middle - more) + repeated(each + 1, more);
  return `E${symbols(first)}|${between}${symbols(last)}${"m".repeat(mtpLayers)}L`;
}

const repeated = (layers: number, chunks: number): string =>
  chunks > 1 ? `(${symbols(layers)}|)*${chunks}` : `${symbols(layers)}|`.repeat(chunks);

const symbols = (layers: number): string => (layers > 1 ? `t*${layers}` : "t".repeat(layers));
