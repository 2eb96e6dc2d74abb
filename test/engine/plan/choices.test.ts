// Which values each axis offers, by what stacks accept.
import { expect, test } from "@jest/globals";
import {
  contextDegrees,
  expertDegrees,
  microBatches,
  recomputeModes,
  tensorDegrees,
  zeroStages,
} from "../../../src/engine/plan/choices";
import { pipelineShapes } from "../../../src/engine/plan/pipelineShape";
import { search, sharedBy } from "../../../src/engine/plan/search";
import { baseRun, requestOf } from "./requests";

const on = (model: string, stack: string, gpus = 64) => requestOf(baseRun(model, stack), { gpus });

test("tensor parallelism stays in the node and divides heads; 2 key and value heads are replicated over 4 ranks", () => {
  expect(tensorDegrees(on("llama-3.1-405b", "megatron"))).toEqual([1, 2, 4, 8]);
  expect(tensorDegrees(on("qwen2.5-0.5b", "megatron"))).toEqual([1, 2]); // 14 heads
  expect(tensorDegrees(on("qwen2.5-3b", "megatron"))).toContain(4); // 16 heads, 2 of keys and values
  expect(tensorDegrees({ ...on("llama-3.1-8b", "megatron"), fixed: { tp: 2 } })).toEqual([2]);
});

test("ZeRO stages: none with DDP, 3 with FSDP2, Megatron's distributed optimizer, all with DeepSpeed", () => {
  const stages = (stack: string) => zeroStages(on("llama-3.1-8b", stack));
  expect([stages("pytorch"), stages("fsdp2"), stages("megatron"), stages("deepspeed")]).toEqual([
    [0],
    [3],
    [1],
    [0, 1, 2, 3],
  ]);
});

test("DeepSpeed's pipeline takes neither ZeRO-2 and 3 nor interleaving", () => {
  const request = on("llama-3.1-8b", "deepspeed", 16);
  for (const { layout } of search(request, sharedBy(request)).fitting)
    if (layout.pp > 1) expect([layout.zero <= 1, layout.virtualStages]).toEqual([true, 1]);
});

test("context parallelism keeps pieces of 4,096 tokens; experts only where there are some", () => {
  expect(contextDegrees(on("llama-3.1-8b", "megatron"))).toEqual([1, 2]);
  const long = requestOf(baseRun("llama-3.1-8b", "megatron", { sequence: 131_072 }), { gpus: 64 });
  expect(contextDegrees(long)).toEqual([1, 2, 4, 8, 16, 32]);
  expect(expertDegrees(on("llama-3.1-8b", "megatron"))).toEqual([1]);
  expect(expertDegrees(on("deepseek-v3", "megatron", 512))).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256]);
});

test("recompute modes go from the least memory to the most", () => {
  const kinds = (model: string, stack: string) => recomputeModes(on(model, stack)).map(({ kind }) => kind);
  expect(kinds("llama-3.1-8b", "generic")).toEqual(["full", "none"]);
  expect(kinds("llama-3.1-8b", "fsdp2")).toEqual(["full", "selectiveOps", "none"]);
  expect(kinds("llama-3.1-8b", "megatron")).toEqual(["full", "modules", "modules", "none"]);
  expect(kinds("deepseek-v3", "megatron")).toEqual(["full", "modules", "none"]);
  expect(microBatches({ ...on("llama-3.1-8b", "megatron"), fixed: { microBatch: 3 } })).toEqual([3]);
});

test("126 layers on 16 stages interleave as 128 units of 1, 2, 4 or 8 chunks a stage", () => {
  const { base } = on("llama-3.1-405b", "megatron");
  const chunks = pipelineShapes(base, 16, { pp: 16 }).map(({ virtualStages }) => virtualStages);
  expect(chunks).toEqual([1, 2, 4, 8]);
  const even = pipelineShapes(on("llama-3.1-70b", "megatron").base, 8, { pp: 8 });
  expect(even.filter(({ layout }) => layout === null).map(({ virtualStages }) => virtualStages)).toEqual([1, 2, 5, 10]);
});
