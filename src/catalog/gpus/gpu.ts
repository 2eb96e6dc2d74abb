import type { GpuMemory } from "../../engine/gpu";
import type { CatalogRow } from "../table";

export type ComputeDtype = "fp32" | "tf32" | "fp16" | "bf16" | "fp8" | "int8" | "fp4";

/** How sure the row is: high, figures agree in several sources; medium, one source or a small dispute; low, inferred. */
export type Confidence = "high" | "medium" | "low";

/** Where the visible total comes from. */
export type MemoryBasis =
  /** Printed by the driver's own tool. */
  | "reported"
  /** The vendor's documentation, in GiB. */
  | "documented"
  /** By analogy with a sibling or from the label in decimal GB: unverified. */
  | "inferred";

export interface Interconnect {
  readonly name: string;
  /** Per accelerator, both directions added; null: only PCIe. */
  readonly bidirectionalGBs: number | null;
}

export interface GpuRow extends CatalogRow, GpuMemory {
  readonly vendor: "NVIDIA" | "AMD" | "Intel" | "Google" | "AWS";
  readonly architecture: string;
  readonly year: number;
  /** The number in the name, decimal GB or GiB as the vendor likes. */
  readonly nominalGB: number;
  readonly visibleBasis: MemoryBasis;
  readonly memoryBandwidthGBs: number;
  /** Dense, without sparsity; int8 in TOPS; a missing dtype is not supported or unknown. */
  readonly peakTflops: Partial<Readonly<Record<ComputeDtype, number>>>;
  /** Best measured matmul rate (mamf-finder). */
  readonly achievableTflops: Partial<Readonly<Record<"bf16" | "fp8", number>>>;
  readonly interconnect: Interconnect;
  readonly pcieGeneration: number | null;
  readonly tdpWatts: number | null;
  readonly formFactor: string;
  readonly computeCapability: string | null;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note: string;
}

/** Sources that several vendors' rows share. */
export const ML_ENGINEERING = "stas00/ml-engineering compute/accelerator, network (2026-08)";
export const AICONFIGURATOR = "ai-dynamo/aiconfigurator systems/*.yaml";
export const PCIE_ONLY: Interconnect = { name: "PCIe only", bidirectionalGBs: null };
