import { describe, expect, test } from "@jest/globals";
import { engineAt, engines } from "../../src/catalog/engines";
import { ggufRecipes } from "../../src/catalog/ggufRecipes";
import { dtypes } from "../../src/catalog/dtypes";
import { gpus } from "../../src/catalog/gpus";
import { servingGpu } from "../../src/catalog/servingGpus";
import { resolve } from "../../src/catalog/table";

const row = (text: string) => {
  const found = resolve(engines, text);
  if (found.kind !== "found") throw new Error(`${text}: ${found.kind}`);
  return found.row;
};

test.each([
  ["vLLM", "vllm"],
  ["SGLang", "sglang"],
  ["TensorRT-LLM", "trtllm"],
  ["trt-llm", "trtllm"],
  ["llama.cpp", "llama.cpp"],
  ["llama cpp", "llama.cpp"],
  ["default", "generic"],
  ["hf", "transformers"],
])("%s is %s", (text, id) => {
  expect(row(text).id).toBe(id);
});

describe("versions", () => {
  test.each([
    ["0.6 (V0)", "vLLM V0", "exact"],
    ["0.8.5 (V0)", "vLLM V0", "exact"],
    ["0.6.6", "vLLM V0", "exact"],
    ["v0.8.5", "vLLM 0.8", "exact"],
    ["0.11.0", "vLLM 0.11", "exact"],
    ["0.13", "vLLM 0.11", "nearest"],
    ["0.15.1", "vLLM 0.16", "nearest"],
    ["0.25", "vLLM 0.21", "exact"],
    ["0.99", "vLLM 0.21", "nearest"],
    ["0.2", "vLLM V0", "nearest"],
    [null, "vLLM 0.11", "assumed"],
    ["nightly", "vLLM 0.11", "assumed"],
  ])("vLLM %s: rules of %s, %s", (version, name, versionMatch) => {
    expect(engineAt(row("vllm"), version)).toMatchObject({ name, versionMatch });
  });

  test("other engines", () => {
    expect(engineAt(row("sglang"), "0.4.5").versionMatch).toBe("exact");
    expect(engineAt(row("sglang"), "0.4.5").defaults.utilization).toBe(0.88);
    expect(engineAt(row("sglang"), null)).toMatchObject({ name: "SGLang 0.5", versionMatch: "assumed" });
    expect(engineAt(row("trtllm"), "2.0").versionMatch).toBe("nearest");
    expect(engineAt(row("llama.cpp"), "b4792").versionMatch).toBe("exact");
    expect(engineAt(row("generic"), null).versionMatch).toBe("exact");
  });
});

test("documented defaults: vllm engine/arg_utils.py, sglang server_args.py, TensorRT-LLM KvCacheConfig", () => {
  const defaults = (text: string, version: string | null = null) => engineAt(row(text), version).defaults;
  expect(defaults("vllm", "0.11")).toMatchObject({
    utilization: 0.9,
    large: { maxBatchedTokens: 8192, maxSequences: 1024 },
    small: { maxBatchedTokens: 2048, maxSequences: 256 },
    largeExcludesAmpere: true,
  });
  expect(defaults("vllm", "0.21").utilization).toBe(0.92);
  expect(defaults("vllm", "0.6").large.maxSequences).toBe(256);
  expect(defaults("trtllm").utilization).toBe(0.9);
  expect(defaults("llama.cpp").small.maxBatchedTokens).toBe(512);
});

test("every recipe is of a dtype of the catalog", () => {
  const ids = new Set(dtypes.rows.map((each) => each.id));
  for (const id of ggufRecipes.keys()) expect(ids).toContain(id);
});

test("a GPU's rates for the roofline: bytes, FLOPs and one direction of the link a second", () => {
  const found = resolve(gpus, "h100-sxm");
  if (found.kind !== "found") throw new Error("no H100");
  expect(servingGpu(found.row, "bf16")).toMatchObject({
    computeCapability: 9,
    bandwidth: found.row.memoryBandwidthGBs * 1e9,
    matmulFlops: (found.row.achievableTflops.bf16 ?? 0) * 1e12,
    linkBandwidth: 450e9,
  });
  for (const gpu of gpus.rows) {
    const { matmulFlops, bandwidth } = servingGpu(gpu, "bf16");
    expect(bandwidth).toBeGreaterThan(0);
    expect(matmulFlops ?? 1).toBeLessThanOrEqual((gpu.peakTflops.bf16 ?? Infinity) * 1e12);
  }
});
