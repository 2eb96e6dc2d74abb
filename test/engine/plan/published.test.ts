// Layouts that makers published, among those that the search finds; their ranks are printed.
import { expect, test } from "@jest/globals";
import { planLayouts } from "../../../src/engine/plan/plan";
import type { Layout, PlanRequest } from "../../../src/engine/plan/request";
import type { PlannedLayout } from "../../../src/engine/plan/ranking";
import { DEEPSEEK_V3_256, DEEPSEEK_V3_RUN, H100, LLAMA_405B_512 } from "./requests";

function published(title: string, request: PlanRequest, matches: (layout: Layout) => boolean) {
  const plan = planLayouts({ ...request, top: 10_000 });
  const index = plan.layouts.findIndex(({ layout }) => matches(layout));
  const found = plan.layouts[index];
  if (found) print(title, index + 1, plan.fitting, plan.considered, found, plan.layouts[0] ?? found);
  return { plan, found, rank: index + 1 };
}

function print(
  title: string,
  rank: number,
  fitting: number,
  considered: number,
  found: PlannedLayout,
  best: PlannedLayout,
) {
  const of = ({ layout: l, step }: PlannedLayout) =>
    `tp ${l.tp} pp ${l.pp}×${l.virtualStages} cp ${l.cp} ep ${l.ep} dp ${l.dp} micro batch ${l.microBatch} ${l.recompute.kind}, MFU ${step.mfu.toFixed(2)}`;
  const loss = found.disadvantage ? `, behind by ${found.disadvantage.cause}` : "";
  process.stdout.write(
    `${title}: rank ${rank} of ${fitting} that fit, of ${considered}: ${of(found)}${loss}\n  best: ${of(best)}\n`,
  );
}

test("Llama 3.1 405B on 512 H100: tp 8, pp 16, dp 4 (arXiv:2407.21783 table 4, whose dp is 64 on 8,192)", () => {
  const { plan, found } = published(
    "llama-3.1-405b",
    LLAMA_405B_512,
    ({ tp, pp, cp, dp }) => tp === 8 && pp === 16 && cp === 1 && dp === 4,
  );
  expect(found).toBeDefined();
  expect(plan.considered).toBeGreaterThanOrEqual(2000);
  // The best is its neighbor: the same tp and pp, the sequence halved.
  expect(plan.layouts[0]?.layout).toMatchObject({ tp: 8, pp: 16 });
});

test("DeepSeek-V3 on 256: 16 stages and ZeRO-1 as arXiv:2412.19437 §3.2, ep 16 because 16 stages leave 16 ranks", () => {
  const { plan, found } = published(
    "deepseek-v3, 256 GPUs",
    DEEPSEEK_V3_256,
    ({ pp, ep, zero }) => pp === 16 && ep === 16 && zero === 1,
  );
  expect(found).toBeDefined();
  expect(plan.considered).toBeGreaterThanOrEqual(2000);
});

test("DeepSeek-V3 on 256 with ep 64: 4 stages are what is left", () => {
  const { found } = published("deepseek-v3, 256 GPUs, ep 64", DEEPSEEK_V3_256, ({ ep }) => ep === 64);
  expect(found?.layout.pp).toBeLessThanOrEqual(4);
});

test("DeepSeek-V3 on 2,048 H800: pp 16, ep 64, tp 1, dp 128, ZeRO-1, 1F1B in place of DualPipe, bf16 in place of fp8", () => {
  const base = { ...DEEPSEEK_V3_RUN, experts: { ...DEEPSEEK_V3_RUN.experts, overlap: true } };
  const node = { ...H100, intraNodeBytesPerSecond: 200e9 };
  const { found } = published(
    "deepseek-v3, 2,048 H800",
    { ...DEEPSEEK_V3_256, base, node, gpus: 2048, globalBatch: 15_360 },
    ({ tp, pp, ep, dp }) => tp === 1 && pp === 16 && ep === 64 && dp === 128,
  );
  expect(found).toBeDefined();
});
