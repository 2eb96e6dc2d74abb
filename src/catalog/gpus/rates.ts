// A GPU's rates in bytes and FLOPs per second, as the engine reads them.
import { DECIMAL_SUFFIX, fromUnit } from "../../engine/units";
import type { ComputeDtype, GpuRow } from "./gpu";

/** Share of the dense peak that the best matmul reaches where nobody measured it: 73-87% from A100 to B200 (ml-engineering, MAMF). */
const ACHIEVABLE_SHARE = 0.75;

const flops = (tflops: number): number => tflops * DECIMAL_SUFFIX.t;

/** Dense peak FLOP/s; undefined where the GPU lacks the dtype. */
export const peakFlops = (gpu: GpuRow, dtype: ComputeDtype): number | undefined => {
  const tflops = gpu.peakTflops[dtype];
  return tflops === undefined ? undefined : flops(tflops);
};

/** The rate that large matmuls reach: measured, or a share of the peak. */
export function achievableFlops(gpu: GpuRow, dtype: "bf16" | "fp8" | "fp16"): number | undefined {
  const measured = dtype === "fp16" ? undefined : gpu.achievableTflops[dtype];
  if (measured !== undefined) return flops(measured);
  const peak = peakFlops(gpu, dtype);
  return peak === undefined ? undefined : peak * ACHIEVABLE_SHARE;
}

/** Bytes per second of the memory. */
export const memoryBandwidth = (gpu: GpuRow): number => fromUnit(gpu.memoryBandwidthGBs, "GB");

/** Bytes per second to other GPUs of the node, one direction; undefined: PCIe only. */
export const linkBandwidth = (gpu: GpuRow): number | undefined =>
  gpu.interconnect.bidirectionalGBs === null ? undefined : fromUnit(gpu.interconnect.bidirectionalGBs, "GB") / 2;

/** Rates that all grow as the dense BF16 peak does. */
export function withBf16Peak(gpu: GpuRow, bf16Tflops: number): Pick<GpuRow, "peakTflops" | "achievableTflops"> {
  const ratio = bf16Tflops / (gpu.peakTflops.bf16 ?? bf16Tflops);
  const scaled = (rates: Partial<Readonly<Record<string, number>>>) =>
    Object.fromEntries(Object.entries(rates).map(([dtype, rate]) => [dtype, Number(rate) * ratio]));
  return {
    peakTflops: { ...scaled(gpu.peakTflops), bf16: bf16Tflops },
    achievableTflops: scaled(gpu.achievableTflops),
  };
}
