// What holds for every plan.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { layerCounts } from "../../../src/engine/architecture";
import { planLayouts } from "../../../src/engine/plan/plan";
import { balancedLayout } from "../../../src/engine/plan/pipelineShape";
import type { PlanRequest } from "../../../src/engine/plan/request";
import { parseLayout } from "../../../src/engine/training/layout";
import { baseRun, requestOf } from "./requests";

const MODELS = ["llama-3.1-8b", "qwen3-30b-a3b", "gpt-oss-20b", "deepseek-v2-lite", "llama-3.1-70b", "gemma-3-27b"];
const anyRequest = fc
  .record({
    model: fc.constantFrom(...MODELS),
    stack: fc.constantFrom("megatron", "fsdp2", "deepspeed", "generic"),
    gpus: fc.constantFrom(1, 2, 8, 16, 24, 64, 128),
    globalBatch: fc.constantFrom(null, 64, 96, 1024),
    sequence: fc.constantFrom(2048, 8192, 32_768),
    safetyMargin: fc.constantFrom(0, 0.1),
  })
  .map(({ model, stack, sequence, ...changes }) =>
    requestOf(baseRun(model, stack, { sequence }), { ...changes, top: 10_000 }),
  );

const checked = (law: (request: PlanRequest) => void) =>
  fc.assert(fc.property(anyRequest, law), { numRuns: 12, seed: 405 });

test("every layout uses all GPUs and the whole batch", () => {
  checked((request) => {
    for (const { layout } of planLayouts(request).layouts) {
      expect(layout.tp * layout.pp * layout.cp * layout.dp).toBe(request.gpus);
      if (request.globalBatch !== null)
        expect(layout.dp * layout.microBatch * layout.microbatches).toBe(request.globalBatch);
      else expect(layout.microbatches).toBeGreaterThanOrEqual(layout.pp);
      expect((layout.tp * layout.cp * layout.dp) % layout.ep).toBe(0);
      expect(layout.tp).toBeLessThanOrEqual(request.gpusPerNode);
    }
  });
});

test("the best is first, its parts add up, and all others lose by a named part", () => {
  checked((request) => {
    const { layouts, fitting } = planLayouts(request);
    expect(layouts.length).toBe(fitting);
    layouts.forEach(({ step, disadvantage }, i) => {
      const before = layouts[i - 1]?.step ?? step;
      expect(step.tokensPerSecondPerGpu).toBeLessThanOrEqual(before.tokensPerSecondPerGpu);
      const parts = Object.values(step.parts);
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      expect(parts.reduce((sum, part) => sum + part, 0) / step.seconds).toBeCloseTo(1, 9);
      expect(step.mfu).toBeGreaterThan(0);
      expect(step.mfu).toBeLessThan(1);
      const slower = step.tokensPerSecondPerGpu < (layouts[0]?.step.tokensPerSecondPerGpu ?? 0) * (1 - 1e-9);
      if (slower) expect(disadvantage?.seconds).toBeGreaterThan(0);
    });
  });
});

test("more GPUs never make the fewest larger, and where a layout fits, the fewest are no more", () => {
  checked((request) => {
    const [fewer, more] = [planLayouts(request), planLayouts({ ...request, gpus: request.gpus * 2 })];
    expect(more.fewest?.gpus).toBe(fewer.fewest?.gpus);
    if (fewer.fitting > 0) expect(fewer.fewest?.gpus).toBeLessThanOrEqual(request.gpus);
    if (more.fewest)
      expect(more.fewest.device.high).toBeLessThanOrEqual(request.node.usableBytes * (1 - request.safetyMargin));
  });
});

test("where nothing fits, the nearest layout misses and every change makes it fit", () => {
  checked((request) => {
    const { fitting, nearest, considered } = planLayouts(request);
    expect(nearest === null).toBe(fitting > 0 || considered === 0);
    if (!nearest) return;
    const budget = request.node.usableBytes * (1 - request.safetyMargin);
    expect(nearest.missingBytes).toBeCloseTo(nearest.device.high - budget, 0);
    expect(nearest.missingBytes).toBeGreaterThan(0);
    for (const { planned } of nearest.changes) expect(planned.device.high).toBeLessThanOrEqual(budget);
  });
});

test("a balanced pipeline layout has every layer once and no empty chunk", () => {
  const { architecture } = baseRun("llama-3.1-8b", "megatron");
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 2, max: 128 }),
      fc.integer({ min: 0, max: 2 }),
      (layers, chunks, mtp) => {
        const layout = balancedLayout({ ...architecture, numHiddenLayers: layers }, mtp, chunks);
        if (layout === null) return;
        const parsed = parseLayout(layout);
        const count = (symbol: string) => parsed.join("").split(symbol).length - 1;
        expect([parsed.length, count("t"), count("m"), count("E"), count("L")]).toEqual([chunks, layers, mtp, 1, 1]);
        expect(parsed.every((chunk) => chunk.length > 0)).toBe(true);
      },
    ),
    { numRuns: 500, seed: 1 },
  );
  expect(layerCounts(architecture).all).toBe(32);
});

test("Llama 3 405B on 16 stages: one layer less on the first and the last (arXiv:2407.21783 §3.3.2)", () => {
  const { architecture } = baseRun("llama-3.1-405b", "megatron");
  expect(balancedLayout(architecture, 0, 16)).toBe("Et*7|(t*8|)*14t*7L");
});
