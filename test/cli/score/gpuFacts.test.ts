import { expect, test } from "@jest/globals";
import { computeCapabilityOf } from "../../../src/cli/score/gpuFacts";

test.each([
  ["A100 80GB", 8],
  ["A100 40GB", 8],
  ["A10G", 8.6],
  ["H100 80GB", 9],
  ["H100 96GB HBM2e", 9],
  ["H200", 9],
  ["B200", 10],
  ["V100 16GB", 7],
  ["RTX 4090", 8.9],
  ["RTX 3090", 8.6],
  ["24 GB class", null],
  ["unknown", null],
  ["unknown CUDA GPU", null],
  ["MI300X", null],
] as const)("compute capability of %s", (name, capability) => {
  expect(computeCapabilityOf(name)).toBe(capability);
});
