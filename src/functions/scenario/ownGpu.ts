// A GPU that the catalog lacks, or has otherwise: a row of the catalog with the facts that the scenario replaces.
import { usableBytes, visibleBytes } from "../../engine/gpu";
import { bytes, fromUnit, toUnit } from "../../engine/units";
import type { ComputeDtype, GpuRow } from "../../catalog/gpus";
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
    ...(values.gpuMemory !== undefined && memoryOf(base, values.gpuMemory)),
    ...(values.gpuTflops !== undefined && ratesOf(base, values.gpuTflops)),
    ...(values.gpuBandwidth !== undefined && { memoryBandwidthGBs: values.gpuBandwidth }),
    ...(values.gpuWatts !== undefined && { tdpWatts: values.gpuWatts }),
  };
}

/** What can be handed out is the same share of what the driver reports as on the GPU that it is like. */
function memoryOf(
  base: GpuRow,
  gigabytes: number,
): Pick<GpuRow, "visibleMiB" | "torchTotalGiB" | "torchTotalVerified"> {
  const visible = fromUnit(gigabytes, "GB");
  const usable = bytes((visible * usableBytes(base)) / visibleBytes(base));
  return { visibleMiB: toUnit(visible, "MiB"), torchTotalGiB: toUnit(usable, "GiB"), torchTotalVerified: false };
}

/** Every rate grows as bf16 does. */
function ratesOf(base: GpuRow, bf16Tflops: number): Pick<GpuRow, "peakTflops" | "achievableTflops"> {
  const ratio = bf16Tflops / (base.peakTflops.bf16 ?? bf16Tflops);
  const scaled = <K extends string>(rates: Partial<Readonly<Record<K, number>>>) =>
    Object.fromEntries(Object.entries<number | undefined>(rates).map(([dtype, rate]) => [dtype, Number(rate) * ratio]));
  return {
    peakTflops: { ...scaled<ComputeDtype>(base.peakTflops), bf16: bf16Tflops },
    achievableTflops: scaled(base.achievableTflops),
  };
}
