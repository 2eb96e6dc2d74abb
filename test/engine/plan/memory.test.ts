// The search shares work between layouts; what it says of one is what trainingEstimate says, and nothing that fits is lost.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { microBatches, recomputeModes, zeroStages } from "../../../src/engine/plan/choices";
import { planLayouts } from "../../../src/engine/plan/plan";
import { pipelineShapes } from "../../../src/engine/plan/pipelineShape";
import { layoutBudget, runOf, type Layout, type PlanRequest } from "../../../src/engine/plan/request";
import { search, sharedBy } from "../../../src/engine/plan/search";
import { statesBound } from "../../../src/engine/plan/statesBound";
import { EngineError } from "../../../src/engine/issues";
import { stagesOf } from "../../../src/engine/training/pipeline";
import { rankStates } from "../../../src/engine/training/rankStates";
import { trainingEstimate } from "../../../src/engine/training/estimate";
import { baseRun, DEEPSEEK_V3_256, LLAMA_405B_512, requestOf } from "./requests";

const SMALL_FSDP = requestOf(baseRun("llama-3.1-8b", "fsdp2"), { gpus: 16, globalBatch: 64 });
const SMALL_MEGATRON = requestOf(baseRun("qwen3-30b-a3b", "megatron", { sequence: 4096 }), {
  gpus: 32,
  globalBatch: 64,
});
const SMALL_DEEPSPEED = requestOf(baseRun("llama-3.1-8b", "deepspeed"), { gpus: 8, globalBatch: 32 });
const REQUESTS = { LLAMA_405B_512, DEEPSEEK_V3_256, SMALL_FSDP, SMALL_MEGATRON, SMALL_DEEPSPEED };

test.each(Object.entries(REQUESTS))("%s: memory is trainingEstimate's to the last bit", (_, request) => {
  const { fitting, nearest } = search(request, sharedBy(request));
  const some = fitting.filter((_each, i) => i % Math.ceil(fitting.length / 60) === 0);
  expect(some.length + (nearest ? 1 : 0)).toBeGreaterThan(0);
  for (const { run, device } of nearest ? [nearest] : some) {
    const { likely, low, high } = trainingEstimate(run).device;
    expect(device).toEqual({ likely, low, high });
  }
});

test.each(Object.entries(REQUESTS))("%s: the bound on states is below the fullest stage's, and near", (_, request) => {
  for (const { run, layout } of search(request, sharedBy(request)).fitting) {
    const shape = { pp: layout.pp, virtualStages: layout.virtualStages, layout: layout.pipelineLayout };
    const bound = statesBound(request.base, { ...layout, shape });
    const held = stagesOf(run).map((stage) => {
      const { weights, gradients, master, optimizer } = rankStates(run, stage);
      return weights + gradients + master + optimizer;
    });
    expect(bound).toBeLessThanOrEqual(Math.max(...held) * (1 + 1e-12));
    expect(bound).toBeGreaterThan(Math.max(...held) * 0.5);
  }
});

/** Every combination, each refused or judged by the engine alone. */
function bruteForce(request: PlanRequest): ReadonlySet<string> {
  const found = new Set<string>();
  const powers = [1, 2, 4, 8, 16, 32, 64, 128];
  for (const { pp, virtualStages, layout: pipelineLayout } of pipelineShapes(request.base, request.gpus, {}))
    for (const tp of powers.filter((n) => n <= request.gpusPerNode))
      for (const cp of [1, 2])
        for (const ep of powers)
          for (const zero of zeroStages(request))
            for (const recompute of recomputeModes(request))
              for (const microBatch of microBatches(request)) {
                const dp = request.gpus / (tp * pp * cp);
                const microbatches = (request.globalBatch ?? 0) / (dp * microBatch);
                const whole = [dp, microbatches, (tp * cp * dp) / ep, (request.base.sequence / cp / 4096) * 2];
                if (!whole.every(Number.isInteger) || request.base.sequence / cp < 4096) continue;
                if (virtualStages > 1 && microbatches % pp !== 0) continue;
                if (pp > 1 && zero > 1 && request.base.stack.boundedGathering) continue;
                const layout = {
                  tp,
                  pp,
                  virtualStages,
                  cp,
                  ep,
                  dp,
                  zero,
                  recompute,
                  microBatch,
                  microbatches,
                  pipelineLayout,
                };
                if (fits(request, layout)) found.add(JSON.stringify(layout));
              }
  return found;
}

function fits(request: PlanRequest, layout: Layout): boolean {
  try {
    return trainingEstimate(runOf(request, layout)).device.high <= layoutBudget(request);
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}

test.each(Object.entries({ SMALL_FSDP, SMALL_MEGATRON, SMALL_DEEPSPEED }))(
  "%s: pruning loses no layout and adds none",
  (_, request) => {
    const found = search(request, sharedBy(request)).fitting.map(({ layout }) => JSON.stringify(sorted(layout)));
    const expected = [...bruteForce(request)].map((text) => JSON.stringify(sorted(JSON.parse(text) as Layout)));
    expect(new Set(found)).toEqual(new Set(expected));
  },
);

const sorted = (layout: Layout): Layout =>
  Object.fromEntries(Object.entries(layout).sort(([a], [b]) => (a < b ? -1 : 1))) as unknown as Layout;

test("a larger safety margin never adds layouts, and only layouts that fit are answered", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.6, noNaN: true }),
      fc.double({ min: 0, max: 0.3, noNaN: true }),
      (margin, more) => {
        const layouts = (safetyMargin: number) => planLayouts({ ...SMALL_FSDP, safetyMargin, top: 10_000 }).layouts;
        const [loose, tight] = [layouts(margin), layouts(margin + more)];
        const within = new Set(loose.map(({ layout }) => JSON.stringify(layout)));
        expect(tight.every(({ layout }) => within.has(JSON.stringify(layout)))).toBe(true);
        for (const { device } of tight) expect(device.high).toBeLessThanOrEqual(H * (1 - margin - more));
      },
    ),
    { numRuns: 20, seed: 6 },
  );
});

const H = SMALL_FSDP.node.usableBytes;
