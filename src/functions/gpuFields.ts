import { usableBasis, usableBytes, visibleBytes } from "../engine/gpu";
import { type Bytes, type MemoryUnit, toUnit } from "../engine/units";
import type { ComputeDtype, GpuRow } from "../catalog/gpus";
import { type Field, field, fieldTable } from "./fields";

type GpuField = Field<GpuRow, MemoryUnit>;
const peak = (dtype: ComputeDtype, label: string = `${dtype} TFLOPS`): GpuField =>
  field(label, (row) => row.peakTflops[dtype], dtype, `peak ${dtype}`);
const amount = (bytes: Bytes, unit: MemoryUnit, digits: number) => `${toUnit(bytes, unit).toFixed(digits)} ${unit}`;

/** "H100 SXM 80GB: 85.5 GB (79.6 GiB, as nvidia-smi shows)". */
function capacityLabel(row: GpuRow): string {
  const visible = visibleBytes(row);
  const how = row.vendor === "NVIDIA" ? "as nvidia-smi shows" : "as the driver shows";
  return `${row.label}: ${amount(visible, "GB", 1)} (${amount(visible, "GiB", 1)}, ${how})`;
}

/** Memory in the unit asked for; TFLOPS are dense. In this order for every GPU; new fields are appended. */
export const gpuFields = fieldTable<GpuRow, MemoryUnit>([
  field("gpu", (row) => row.id, "name", "id"),
  field("label", (row) => row.label),
  field("vendor", (row) => row.vendor),
  field("architecture", (row) => row.architecture),
  field("year", (row) => row.year),
  field("memory", (row, unit) => toUnit(visibleBytes(row), unit), "visible", "visible memory", "total memory"),
  field("usable", (row, unit) => toUnit(usableBytes(row), unit), "usable memory", "capacity"),
  field("usable basis", (row) => usableBasis(row)),
  field("capacity label", capacityLabel),
  field("nominal GB", (row) => row.nominalGB, "nominal", "nominal memory"),
  field("bandwidth GB/s", (row) => row.memoryBandwidthGBs, "bandwidth", "memory bandwidth"),
  peak("fp32"),
  peak("tf32"),
  peak("fp16"),
  peak("bf16"),
  peak("fp8"),
  peak("int8", "int8 TOPS"),
  peak("fp4"),
  field("achievable bf16 TFLOPS", (row) => row.achievableTflops.bf16, "achievable bf16", "mamf"),
  field("achievable fp8 TFLOPS", (row) => row.achievableTflops.fp8, "achievable fp8"),
  field("interconnect", (row) => row.interconnect.name),
  field("interconnect GB/s", (row) => row.interconnect.bidirectionalGBs, "interconnect bandwidth"),
  field("TDP W", (row) => row.tdpWatts, "tdp", "watts", "power"),
  field("form factor", (row) => row.formFactor),
  field("compute capability", (row) => row.computeCapability),
  field("confidence", (row) => row.confidence),
  field("source", (row) => row.source),
  field("memory basis", (row) => row.visibleBasis),
  field("note", (row) => row.note),
]);

export const GPU_LIST_COLUMNS = [
  "gpu",
  "label",
  "vendor",
  "year",
  "memory",
  "usable",
  "bandwidth GB/s",
  "bf16 TFLOPS",
  "fp8 TFLOPS",
  "TDP W",
];
