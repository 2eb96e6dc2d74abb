// A serving scenario -> the engine's run. What is not given follows the engine's documented defaults.
import { mustDivide } from "../../engine/issues";
import type { ServingLayout, ServingRun } from "../../engine/serving/run";
import { checkpointFormat, type DtypeRow } from "../../catalog/dtypes";
import { engineAt } from "../../catalog/engines";
import { servingGpu } from "../../catalog/servingGpus";
import { weightStorage } from "../../catalog/weightStorages";
import { scenarioModel, withinLearnedPositions } from "./architecture";
import { assumedTokens, filled } from "./trainingRun";
import type { Scenario } from "./values";

/** Matmuls run in FP8 where weights are stored in it; narrower formats are widened to 16 bit first. */
export const computeDtype = ({ id }: DtypeRow): "fp8" | "bf16" => (id.startsWith("fp8") ? "fp8" : "bf16");

/** As given, or as the model is published. */
export const servedWeights = ({ values }: Scenario): DtypeRow =>
  values.weights ?? checkpointFormat(scenarioModel(values).dtype);

/** GPUs that one replica does not need hold more replicas. */
function servingLayout(scenario: Scenario): ServingLayout {
  const { gpus, tp, pp, ep, gpusPerNode } = filled(scenario);
  mustDivide("tp × pp", tp * pp, "gpus", gpus);
  return { tp, pp, ep, dp: gpus / (tp * pp), gpusPerNode };
}

/** The engine's record of a serving scenario. Sequences are spread evenly over the replicas. */
export function servingRun(scenario: Scenario): ServingRun {
  const { values } = scenario;
  const full = filled(scenario);
  const { architecture } = scenarioModel(values);
  const weights = servedWeights(scenario);
  const layout = servingLayout(scenario);
  const context = values.contextLength ?? assumedTokens(architecture.maxPositionEmbeddings);
  withinLearnedPositions("context length", context, architecture);
  return {
    architecture,
    engine: engineAt(full.engine, values.engineVersion ?? null),
    weights: weightStorage(weights),
    kvCache: architecture.kind === "encoder" ? null : full.kvCache,
    layout,
    gpu: servingGpu(full.gpu, computeDtype(weights)),
    scheduler: {
      utilization: values.gpuMemoryUtilization ?? null,
      maxBatchedTokens: values.maxBatchedTokens ?? null,
      maxSequences: null,
      blockSize: null,
      chunkedPrefill: null,
      flashAttention: true,
      cudaGraphs: true,
    },
    load: {
      sequences: Math.ceil(full.sequences / layout.dp),
      context: { p50: context, p95: context, max: context },
      promptTokens: context,
      prefixHitRate: 0,
    },
    lora: null,
    draft: null,
    logged: { nonTorchBytes: null, activationBytes: null, weightBytes: null, kvBudgetBytes: null },
    gpuLayers: null,
    efficiency: null,
  };
}
