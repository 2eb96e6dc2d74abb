// A GPU that the catalog lacks, or has otherwise: a row of the catalog with the facts that the scenario replaces.
import { withVisible } from "../../engine/gpu";
import { fromUnit } from "../../engine/units";
import type { GpuRow } from "../../catalog/gpus";
import { withBf16Peak } from "../../catalog/gpus/rates";
import type { LabelKey, LabelValues } from "./labels";

/** Labels that make a GPU one of the user's own. */
export const OWN_GPU_LABELS: readonly LabelKey[] = ["gpuMemory", "gpuTflops", "gpuBandwidth", "gpuWatts"];

/** The scenario's GPU; the catalog's own record where nothing is replaced, so that caches hold. */
export function scenarioGpu(values: LabelValues, name: string | undefined): GpuRow | undefined {
  const base = values.gpuLike ?? values.gpu;
  if (!base || (values.gpuLike === undefined && OWN_GPU_LABELS.every((key) => values[key] === undefined))) return base;
  const label = name ?? base.label;
  return {
    ...base,
    ...(values.gpuLike && { id: label, label }),
    ...(values.gpuMemory !== undefined && withVisible(base, fromUnit(values.gpuMemory, "GB"))),
    ...(values.gpuTflops !== undefined && withBf16Peak(base, values.gpuTflops)),
    ...(values.gpuBandwidth !== undefined && { memoryBandwidthGBs: values.gpuBandwidth }),
    ...(values.gpuWatts !== undefined && { tdpWatts: values.gpuWatts }),
  };
}
