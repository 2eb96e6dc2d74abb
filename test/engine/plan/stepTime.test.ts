// Step times that were published, against the model's. Figures in the tables are the papers'.
import { expect, test } from "@jest/globals";
import { balancedLayout } from "../../../src/engine/plan/pipelineShape";
import { runOf, type Layout, type NodeFacts } from "../../../src/engine/plan/request";
import { sharedBy } from "../../../src/engine/plan/search";
import { stepTime } from "../../../src/engine/plan/stepTime";
import type { TrainingRun } from "../../../src/engine/training/run";
import { baseRun, H100, nodeOf, requestOf } from "./requests";

const A100 = nodeOf("a100-sxm-80gb", "bf16", 25e9);
const H100_FP8 = nodeOf("h100-sxm", "fp8");
const ONE: Layout = {
  tp: 1,
  pp: 1,
  virtualStages: 1,
  cp: 1,
  ep: 1,
  dp: 1,
  zero: 1,
  recompute: { kind: "none" },
  microBatch: 1,
  microbatches: 1,
  pipelineLayout: null,
};

function timeOf(node: NodeFacts, base: TrainingRun, changes: Partial<Layout>) {
  const uneven = { ...ONE, ...changes };
  const chunks = uneven.pp * uneven.virtualStages;
  const { architecture } = base;
  const even = architecture.numHiddenLayers % chunks === 0;
  const layout = { ...uneven, pipelineLayout: even ? null : balancedLayout(architecture, base.mtpLayers, chunks) };
  const request = requestOf(base, { node, gpus: layout.tp * layout.pp * layout.cp * layout.dp });
  const { memory, work } = sharedBy(request);
  const run = runOf(request, layout);
  return stepTime({ request, run, work, context: memory.context(run, 0), stages: memory.stages(run) });
}

const gpt = (model: string, sp: boolean) => {
  const run = baseRun(model, "megatron", { sequence: 2048, attention: "standard", dropout: true });
  return { ...run, parallel: { ...run.parallel, sp } };
};
const SELECTIVE = { kind: "selectiveAttention" } as const;
const FULL = { kind: "full", method: "uniform", layers: 1 } as const;

/** Selective recompute with sequence parallelism, full without; iteration seconds. */
const MEGATRON: readonly [string, Partial<Layout>, number, number][] = [
  ["megatron-22b", { tp: 8, microBatch: 4 }, 1.1, 1.42],
  ["megatron-175b", { tp: 8, pp: 8, virtualStages: 3, microbatches: 64 }, 13.75, 18.13],
  ["megatron-530b", { tp: 8, pp: 35, virtualStages: 3, microbatches: 280 }, 37.83, 49.05],
  ["megatron-1t", { tp: 8, pp: 64, microbatches: 512 }, 71.49, 94.42],
];

test.each(MEGATRON)("%s on A100: within 15% of arXiv:2205.05198 table 5", (model, layout, selective, full) => {
  const seconds = (sp: boolean, recompute: Layout["recompute"]) =>
    timeOf(A100, gpt(model, sp), { ...layout, recompute }).seconds;
  expect(seconds(true, SELECTIVE) / selective).toBeGreaterThan(0.85);
  expect(seconds(true, SELECTIVE) / selective).toBeLessThan(1.15);
  expect(seconds(false, FULL) / full).toBeGreaterThan(0.85);
  expect(seconds(false, FULL) / full).toBeLessThan(1.15);
});

/** MFU on 8,192 and 16,384 GPUs of a production run, which loses more than a benchmark. */
test.each([
  [64, 32, 0.43],
  [128, 16, 0.41],
])("Llama 3.1 405B, dp %i: at most 20% above arXiv:2407.21783 table 4", (dp, microbatches, mfu) => {
  const layout = { tp: 8, pp: 16, virtualStages: 8, dp, microbatches };
  const { mfu: modeled } = timeOf(H100, baseRun("llama-3.1-405b", "megatron"), layout);
  expect(modeled / mfu).toBeGreaterThan(0.95);
  expect(modeled / mfu).toBeLessThan(1.2);
});

/** NVIDIA's Megatron-Bridge performance summary 25.11, FP8; tp, pp and cp as its H100 recipes have them. */
const BRIDGE: readonly [string, Partial<Layout>, number][] = [
  ["llama-3-8b", { dp: 8, microbatches: 16 }, 14_451],
  ["llama-3-70b", { tp: 4, pp: 8, virtualStages: 5, dp: 2, microbatches: 64 }, 1602],
  ["llama-3.1-405b", { tp: 8, pp: 8, virtualStages: 8, cp: 2, dp: 8, microbatches: 64 }, 292],
];

test.each(BRIDGE)("%s on H100, FP8: within 15% of NVIDIA's tokens per second", (model, layout, published) => {
  const { tokensPerSecondPerGpu } = timeOf(H100_FP8, baseRun(model, "megatron"), layout);
  expect(tokensPerSecondPerGpu / published).toBeGreaterThan(0.85);
  expect(tokensPerSecondPerGpu / published).toBeLessThan(1.15);
});

/** Sparse models: the order of magnitude, in which expert traffic decides. */
test("DeepSeek-V3 on 1,024 H100: within 30% of Megatron-Bridge 25.09's 1,297 tokens per second", () => {
  const experts = {
    groupedGemm: true,
    dispatcher: "flex",
    capacityFactor: null,
    overlap: false,
    imbalance: 1,
  } as const;
  const base = baseRun("deepseek-v3", "megatron", { sequence: 4096, experts });
  const layout = { tp: 2, pp: 8, virtualStages: 4, ep: 64, dp: 64, microbatches: 128 };
  const { tokensPerSecondPerGpu, parts, seconds } = timeOf(H100_FP8, base, layout);
  expect(tokensPerSecondPerGpu / 1297).toBeGreaterThan(0.7);
  expect(tokensPerSecondPerGpu / 1297).toBeLessThan(1.3);
  expect(parts.expertParallel / seconds).toBeGreaterThan(0.2);
});

test("the bubble is (p - 1)/(m·v) of the rest of a balanced pipeline (arXiv:2104.04473 §2.2)", () => {
  const base = baseRun("gpt3-175b", "megatron", { sequence: 2048 });
  const flat = timeOf(A100, base, { tp: 8, pp: 8, microbatches: 32 });
  const interleaved = timeOf(A100, base, { tp: 8, pp: 8, virtualStages: 4, microbatches: 32 });
  const slowest = ({ parts }: typeof flat) =>
    (parts.compute + parts.recompute + parts.elementwise + parts.tensorParallel + parts.stageImbalance) / 32;
  expect(flat.parts.pipelineBubble / slowest(flat)).toBeCloseTo(7, 9);
  expect(interleaved.parts.pipelineBubble / slowest(interleaved)).toBeCloseTo(7 / 4, 9);
});

test("full recompute adds a forward: a third of the products (arXiv:2104.04473 §3.5)", () => {
  const base = baseRun("gpt3-175b", "megatron", { sequence: 2048 });
  const { parts } = timeOf(A100, base, { tp: 8, pp: 8, microbatches: 8, recompute: FULL });
  expect(parts.recompute / parts.compute).toBeGreaterThan(0.31);
  expect(parts.recompute / parts.compute).toBeLessThan(1 / 3);
});

test("tensor-parallel traffic of a layer: 8·(t - 1)/t of T·h elements (arXiv:2104.04473 §3.2)", () => {
  const base = baseRun("llama-3-70b", "megatron");
  const { parts } = timeOf(H100, base, { tp: 8 });
  const bytes = (8 * 7 * 8192 * 8192 * 2) / 8;
  const perLayer = bytes / (450e9 * 0.8);
  expect(parts.tensorParallel / 80 / perLayer).toBeGreaterThan(1);
  expect(parts.tensorParallel / 80 / perLayer).toBeLessThan(1.1);
});
