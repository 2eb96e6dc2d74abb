// A training scenario -> the engine's run. What is not given follows the stack.
import { EngineError, mustDivide } from "../../engine/issues";
import { usableBytes } from "../../engine/gpu";
import type { Architecture } from "../../engine/architecture";
import { balancedLayout } from "../../engine/plan/pipelineShape";
import type { Adapters, Parallelism, TrainingRun } from "../../engine/training/run";
import type { ZeroStage } from "../../engine/states";
import { dtypes } from "../../catalog/dtypes";
import { losses, type LossRow } from "../../catalog/losses";
import { precisions, type PrecisionRow } from "../../catalog/precisions";
import type { StackRow } from "../../catalog/stacks";
import { type CatalogRow, resolve, type Table } from "../../catalog/table";
import { adaptedTensors } from "../adapted";
import { scenarioModel, withinLearnedPositions } from "./architecture";
import type { LabelValues } from "./labels";
import type { Scenario } from "./values";

/** Catalogs name each other's rows by id; a test keeps those ids alive. */
export function rowById<R extends CatalogRow>(rows: Table<R>, id: string): R {
  const found = resolve(rows, id);
  if (found.kind === "found") return found.row;
  throw new Error(`no ${rows.noun} ${id}`);
}

const DEFAULT_SEQUENCE = 4096;

/** The sequence length or context where none is given: what models are commonly trained at, or the model's own limit. */
export const assumedTokens = (limit: number): number =>
  limit > 0 ? Math.min(DEFAULT_SEQUENCE, limit) : DEFAULT_SEQUENCE;

/** Values that `scenarioLabels` always has: they have a fixed default. */
type Filled = { readonly [K in keyof LabelValues]: NonNullable<LabelValues[K]> };
export const filled = (scenario: Scenario): Filled => scenario.values as unknown as Filled;

const precisionOf = ({ precision, loraRank }: LabelValues, stack: StackRow): PrecisionRow =>
  precision ?? rowById(precisions, loraRank ? stack.loraPrecision : stack.precision);

/** The precision recipe of a training scenario: as given, or the stack's own. */
export const recipeOf = (scenario: Scenario): PrecisionRow => precisionOf(scenario.values, filled(scenario).stack);

const lossOf = ({ loss }: LabelValues, stack: StackRow, tp: number): LossRow =>
  loss ?? rowById(losses, tp > 1 ? stack.lossWithTensorParallel : stack.loss);

/** As given, or what the stack does; one GPU has nothing to share. */
const zeroOf = ({ zeroStage, gpus }: LabelValues, stack: StackRow): ZeroStage =>
  zeroStage?.stage ?? (gpus === 1 && !stack.training.fullyShardedUnits ? 0 : stack.zeroStage);

function parallelOf(scenario: Scenario, stack: StackRow, architecture: Architecture): Parallelism {
  const { gpus, tp, pp, cp, ep, etp, virtualStages } = filled(scenario);
  const { sp, dp } = scenario.values;
  if (virtualStages > 1 && pp === 1)
    throw new EngineError({ code: "goes_with", param: "virtual stages", needed: "pp above 1" });
  return {
    tp,
    sp: sp ?? (tp > 1 && stack.sequenceParallel),
    asyncTp: false,
    pp,
    virtualStages,
    schedule: virtualStages > 1 ? "Interleaved1F1B" : "1F1B",
    layout: scenario.values.pipelineLayout ?? balanced(architecture, pp * virtualStages, stack),
    cp,
    contextExchange: "p2p",
    ep,
    etp,
    ...dataParallel(gpus, tp * pp * cp, dp),
    gpus,
  };
}

/** Layers that do not come out even are laid out as PLAN does, where the stack wants to be told. */
function balanced(architecture: Architecture, chunks: number, stack: StackRow): string | null {
  const even = architecture.numHiddenLayers % chunks === 0;
  return even || stack.training.unevenPipeline ? null : balancedLayout(architecture, 0, chunks);
}

/** What is left of the GPUs is data parallel; a smaller degree that is given is replicated (hybrid sharding). */
function dataParallel(
  gpus: number,
  modelParallel: number,
  given: number | undefined,
): Pick<Parallelism, "dp" | "dpReplicate"> {
  mustDivide("tp × pp × cp", modelParallel, "gpus", gpus);
  const left = gpus / modelParallel;
  if (given === undefined) return { dp: left, dpReplicate: 1 };
  mustDivide("tp × pp × cp × dp", modelParallel * given, "gpus", gpus);
  return { dp: given, dpReplicate: left / given };
}

/** As given, or what a global batch leaves for each rank. */
function microbatchesOf(scenario: Scenario, ranks: number): number {
  const { microbatches, microBatch } = filled(scenario);
  const { globalBatch } = scenario.values;
  if (globalBatch === undefined) return microbatches;
  if (scenario.given.has("microbatches")) {
    const sequences = microBatch * ranks * microbatches;
    if (sequences === globalBatch) return microbatches;
    throw new EngineError({
      code: "not_equal",
      param: "micro batch × dp × microbatches",
      received: sequences,
      other: "global batch",
      value: globalBatch,
    });
  }
  mustDivide("micro batch × dp", microBatch * ranks, "global batch", globalBatch);
  return globalBatch / (microBatch * ranks);
}

/** The frozen base where nothing is said: 16 bit, whatever the adapters are trained in. */
const BASE_WEIGHTS = "bf16";

function adaptersOf(scenario: Scenario): Adapters | null {
  const { loraRank, loraTargets, stack } = filled(scenario);
  if (loraRank === 0) return null;
  const targets = [...new Set(adaptedTensors(scenarioModel(scenario.values), loraTargets).map(({ name }) => name))];
  const base = scenario.values.baseWeights ?? rowById(dtypes, BASE_WEIGHTS);
  return { rank: loraRank, targets, base, dropout: stack.loraDropout, dora: false };
}

/** The engine's record of a training scenario. */
export function trainingRun(scenario: Scenario): TrainingRun {
  const { values } = scenario;
  const full = filled(scenario);
  const { architecture } = scenarioModel(values);
  const stack = full.stack;
  const parallel = parallelOf(scenario, stack, architecture);
  const { computeCapability } = full.gpu;
  const sequence = values.sequenceLength ?? assumedTokens(architecture.maxPositionEmbeddings);
  withinLearnedPositions("sequence length", sequence, architecture);
  return {
    architecture,
    paddedVocabSize: null,
    mtpLayers: 0,
    stack: stack.training,
    stackDate: null,
    parallel,
    zero: zeroOf(values, stack),
    reshardAfterForward: full.reshardAfterForward,
    precision: recipeOf(scenario),
    float8: null,
    float8AllGather: false,
    optimizer: full.optimizer,
    pagedOptimizer: full.optimizer.paged,
    optimizerImpl: null,
    optimizerInBackward: false,
    microBatch: full.microBatch,
    sequence,
    microbatches: microbatchesOf(scenario, parallel.dp * parallel.dpReplicate),
    attention: full.attention.id,
    scoreBytes: null,
    dropout: full.dropout > 0,
    recompute: full.recompute.recompute(full.recomputeLayers),
    loss: lossOf(values, stack, full.tp),
    compile: full.compile,
    lora: adaptersOf(scenario),
    offload: full.offload,
    firstStep: false,
    transformerEngine: stack.training.transformerEngine,
    gradientAccumulationFusion: null,
    experts: {
      groupedGemm: stack.training.transformerEngine,
      dispatcher: "alltoall",
      capacityFactor: null,
      overlap: false,
      imbalance: 1,
    },
    gpu: {
      computeCapability: computeCapability === null ? null : Number(computeCapability),
      usableBytes: usableBytes(full.gpu),
      cublasWorkspaceConfig: null,
    },
    rank: "max",
  };
}
