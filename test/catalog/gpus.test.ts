import { describe, expect, test } from "@jest/globals";
import { gpus, type GpuRow } from "../../src/catalog/gpus";
import { resolve } from "../../src/catalog/table";
import { usableBasis, usableBytes, visibleBytes } from "../../src/engine/gpu";
import { toUnit } from "../../src/engine/units";

const gpu = (name: string): GpuRow => {
  const found = resolve(gpus, name);
  if (found.kind !== "found") throw new Error(`${name}: ${found.kind}`);
  return found.row;
};

describe("memory", () => {
  test("A100 80GB: 81,920 MiB = 85.90 GB = 80.00 GiB, as nvidia-smi prints it", () => {
    const a100 = gpu("A100 80GB");
    expect(a100.id).toBe("a100-sxm-80gb");
    expect(toUnit(visibleBytes(a100), "MiB")).toBe(81_920);
    expect(toUnit(visibleBytes(a100), "GB").toFixed(2)).toBe("85.90");
    expect(toUnit(visibleBytes(a100), "GiB")).toBe(80);
    expect(toUnit(usableBytes(a100), "GiB")).toBeCloseTo(79.15, 10);
  });

  test("H100 SXM: 81,559 MiB are 85,520,809,984 bytes (modal-labs/modal-client PR 2797)", () => {
    expect(visibleBytes(gpu("H100 SXM"))).toBe(85_520_809_984);
    expect(toUnit(usableBytes(gpu("H100 SXM")), "GiB")).toBeCloseTo(79.18, 10);
    expect(usableBasis(gpu("H100 SXM"))).toBe("measured");
  });

  test("where nobody printed torch's total: visible minus 0.5 or 0.8 GiB, and it says so", () => {
    expect(usableBasis(gpu("GB200"))).toBe("estimated");
    expect(toUnit(usableBytes(gpu("GB200")), "GiB")).toBeCloseTo(189_471 / 1024 - 0.8, 10);
    expect(toUnit(usableBytes(gpu("TPU v6e")), "GiB")).toBeCloseTo(32 - 0.5, 10);
    expect(usableBasis(gpu("A40"))).toBe("unverified");
  });

  test.each(gpus.rows.map((row) => [row.id, row] as const))(
    "%s hands out less than it shows, near its label",
    (_, row) => {
      const visible = visibleBytes(row);
      expect(usableBytes(row)).toBeLessThanOrEqual(visible);
      expect(usableBytes(row)).toBeGreaterThan(0.96 * visible);
      expect(toUnit(visible, "GB") / row.nominalGB).toBeGreaterThan(0.95);
      expect(toUnit(visible, "GiB") / row.nominalGB).toBeLessThan(1.03);
    },
  );
});

describe("rates", () => {
  test.each(gpus.rows.map((row) => [row.id, row] as const))(
    "%s: narrower types are not slower, no measured rate above peak",
    (_, row) => {
      const { fp32 = 0, tf32 = fp32, fp16, bf16 = 0, fp8 = bf16, fp4 = fp8 } = row.peakTflops;
      expect(tf32).toBeGreaterThanOrEqual(fp32);
      expect(fp16 ?? bf16).toBeGreaterThanOrEqual(tf32);
      expect(fp8).toBeGreaterThanOrEqual(bf16);
      expect(fp4).toBeGreaterThanOrEqual(fp8);
      expect(row.achievableTflops.bf16 ?? 0).toBeLessThanOrEqual(bf16);
      expect(row.achievableTflops.fp8 ?? 0).toBeLessThanOrEqual(fp8);
    },
  );

  test("H100 SXM datasheet: 989.4 dense bf16, 3,350 GB/s, 900 GB/s NVLink, 700 W", () => {
    expect(gpu("h100-sxm")).toMatchObject({
      peakTflops: { bf16: 989.4, fp8: 1978.9 },
      memoryBandwidthGBs: 3350,
      interconnect: { bidirectionalGBs: 900 },
      tdpWatts: 700,
    });
  });
});

describe("names", () => {
  test("40 accelerators", () => expect(gpus.rows).toHaveLength(40));

  test.each([
    ["h100 80gb", "h100-sxm"],
    ["NVIDIA H100 80GB HBM3", "h100-sxm"],
    ["H100 PCIe", "h100-pcie"],
    ["H100 NVL", "h100-nvl"],
    ["a100-80g", "a100-sxm-80gb"],
    ["NVIDIA A100-SXM4-80GB", "a100-sxm-80gb"],
    ["A100 80GB PCIe", "a100-pcie-80gb"],
    ["A100 40GB", "a100-sxm-40gb"],
    ["H200", "h200-sxm"],
    ["B200", "b200-sxm"],
    ["4090", "rtx-4090"],
    ["RTX 4090", "rtx-4090"],
    ["mi300x", "mi300x"],
    ["Tesla T4", "t4"],
    ["V100 32GB", "v100-sxm2-32gb"],
    ["Trillium", "tpu-v6e"],
  ])("%s is %s", (text, id) => expect(gpu(text).id).toBe(id));

  test.each([
    ["A100", ["a100-sxm-40gb", "a100-sxm-80gb", "a100-pcie-80gb"]],
    ["H100", ["h100-pcie", "h100-sxm", "h100-nvl"]],
  ])("%s lists its candidates", (text, ids) => {
    const found = resolve(gpus, text);
    expect(found.kind === "ambiguous" && found.candidates.map((row) => row.id)).toEqual(ids);
  });
});

test("what was inferred or only remembered says so", () => {
  for (const row of gpus.rows)
    if (row.visibleBasis === "inferred") expect(row.note).toMatch(/inferred|unverified|taken as/);
});
