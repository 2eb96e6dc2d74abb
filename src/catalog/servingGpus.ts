import { usableBytes } from "../engine/gpu";
import type { ServingGpu } from "../engine/serving/run";
import type { GpuRow } from "./gpus";
import { achievableFlops, linkBandwidth, memoryBandwidth } from "./gpus/rates";

/** What of a GPU's row enters memory and the roofline; `compute` is what the matmuls run in. */
export function servingGpu(row: GpuRow, compute: "bf16" | "fp8"): ServingGpu {
  return {
    usableBytes: usableBytes(row),
    computeCapability: row.computeCapability === null ? null : Number(row.computeCapability),
    bandwidth: memoryBandwidth(row),
    matmulFlops: achievableFlops(row, compute) ?? achievableFlops(row, "bf16") ?? achievableFlops(row, "fp16") ?? null,
    linkBandwidth: linkBandwidth(row) ?? null,
  };
}
