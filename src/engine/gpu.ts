import { bytes, fromUnit, toUnit, type Bytes } from "./units";

/** What is known of an accelerator's memory. */
export interface GpuMemory {
  /** What the driver's tool prints as the total (nvidia-smi, rocm-smi, hl-smi). */
  readonly visibleMiB: number;
  /** What cudaMalloc can hand out: torch's total_memory; null where nobody printed it. */
  readonly torchTotalGiB: number | null;
  /** The torch total was read in public output, not remembered. */
  readonly torchTotalVerified: boolean;
}

export type UsableBasis = "measured" | "unverified" | "estimated";

/** What the driver keeps for itself where only the visible total is known: 0.5-0.8 GiB on the GPUs with both totals. */
const SMALL_GPU_RESERVE = fromUnit(0.5, "GiB");
const LARGE_GPU_RESERVE = fromUnit(0.8, "GiB");
const SMALL_GPU = fromUnit(48, "GiB");

export const visibleBytes = (gpu: GpuMemory): Bytes => fromUnit(gpu.visibleMiB, "MiB");

/** The capacity that a fit is judged against. */
export function usableBytes(gpu: GpuMemory): Bytes {
  if (gpu.torchTotalGiB !== null) return fromUnit(gpu.torchTotalGiB, "GiB");
  const visible = visibleBytes(gpu);
  return bytes(visible - (visible <= SMALL_GPU ? SMALL_GPU_RESERVE : LARGE_GPU_RESERVE));
}

export function usableBasis(gpu: GpuMemory): UsableBasis {
  if (gpu.torchTotalGiB === null) return "estimated";
  return gpu.torchTotalVerified ? "measured" : "unverified";
}

/** The same GPU with other memory: what can be handed out is the same share of what the driver reports. */
export function withVisible(gpu: GpuMemory, visible: Bytes): GpuMemory {
  const usable = bytes((visible * usableBytes(gpu)) / visibleBytes(gpu));
  return { visibleMiB: toUnit(visible, "MiB"), torchTotalGiB: toUnit(usable, "GiB"), torchTotalVerified: false };
}
