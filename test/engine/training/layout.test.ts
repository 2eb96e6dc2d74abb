// Which layers stand where, how many microbatches are in flight, and which layouts are refused.
import { describe, expect, test } from "@jest/globals";
import { EngineError, type EngineIssue } from "../../../src/engine/issues";
import { trainingEstimate } from "../../../src/engine/training/estimate";
import { parseLayout } from "../../../src/engine/training/layout";
import { stagesOf } from "../../../src/engine/training/pipeline";
import type { TrainingRun } from "../../../src/engine/training/run";
import { model, RUN, stack, withLayout } from "./runs";

const alive = (run: TrainingRun) => stagesOf(run).map((stage) => stage.inFlight);

describe("microbatches in flight", () => {
  test("1F1B: min(m, p - r)", () => {
    expect(alive(withLayout({ ...RUN, microbatches: 8 }, { pp: 4 }))).toEqual([[4], [3], [2], [1]]);
    expect(alive(withLayout({ ...RUN, microbatches: 2 }, { pp: 4 }))).toEqual([[2], [2], [2], [1]]);
  });

  test("GPipe: all of them", () => {
    expect(alive(withLayout({ ...RUN, microbatches: 8 }, { pp: 2, schedule: "GPipe" }))).toEqual([[8], [8]]);
  });

  test("interleaved: 2(p - r - 1) + (v - 1)·p + 1 chunks, which is 1 + (p - 1)/(p·v) of the model on rank 0", () => {
    const run = withLayout({ ...RUN, microbatches: 8 }, { pp: 4, virtualStages: 2, schedule: "Interleaved1F1B" });
    const chunks = alive(run).map((counts) => counts.reduce((sum, each) => sum + each, 0));
    expect(chunks).toEqual([11, 9, 7, 5]);
    // 11 chunks of 1/8 of the layers = (1 + 3/8) · 4 microbatches' worth of a stage's 1/4 … of the whole model: 11/8.
    expect((chunks[0] ?? 0) / 8).toBe(1 + 3 / (4 * 2));
  });
});

describe("Megatron's layout", () => {
  test("symbols and groups repeat", () => {
    expect(parseLayout("Et*2|(tt|)*2tL")).toEqual(["Ett", "tt", "tt", "tL"]);
    expect(parseLayout("E|t*3|m|L")).toEqual(["E", "ttt", "m", "L"]);
  });

  test("chunk c runs on rank c mod p", () => {
    const run = withLayout(
      { ...RUN, microbatches: 4 },
      { pp: 2, virtualStages: 2, layout: "Ett|tt|ttt|tL", schedule: "Interleaved1F1B" },
    );
    const layers = stagesOf(run).map((stage) => stage.chunks.map((chunk) => chunk.dense));
    expect(layers).toEqual([
      [2, 3],
      [2, 1],
    ]);
  });
});

function issue(run: TrainingRun): EngineIssue | null {
  try {
    trainingEstimate(run);
    return null;
  } catch (error) {
    if (error instanceof EngineError) return error.issue;
    throw error;
  }
}

describe("refused", () => {
  test("tp = 6 does not divide 64 heads", () => {
    const run = { ...RUN, architecture: model("llama-2-70b") };
    expect(issue(withLayout(run, { tp: 6 }))).toEqual({
      code: "not_divisible",
      param: "tp",
      received: 6,
      whole: "heads",
      of: 64,
    });
  });

  test("cp = 3 does not divide a sequence of 2,048", () => {
    expect(issue(withLayout(RUN, { cp: 3 }))).toMatchObject({ param: "cp", whole: "sequence", of: 2048 });
  });

  test("pp = 5 leaves 8 layers uneven: Megatron refuses, torchtitan spreads them", () => {
    expect(issue(withLayout({ ...RUN, stack: stack("megatron") }, { pp: 5 }))).toMatchObject({
      param: "pp",
      received: 5,
    });
    expect(issue(withLayout({ ...RUN, stack: stack("fsdp2") }, { pp: 5 }))).toBeNull();
  });

  test("pp = 9 is more than 8 layers", () => {
    expect(issue(withLayout(RUN, { pp: 9 }))).toMatchObject({ code: "larger_than", received: 9, limit: 8 });
  });

  test("ep needs experts", () => {
    expect(issue(withLayout(RUN, { ep: 2, dp: 2 }))).toMatchObject({ code: "goes_with", param: "ep" });
  });

  test("8 GPUs are not tp 2 × pp 2 × dp 4, and 32 are not either", () => {
    expect(issue(withLayout(RUN, { tp: 2, pp: 2, dp: 4, gpus: 16 }))).toBeNull();
    expect(issue(withLayout(RUN, { tp: 2, pp: 2, dp: 4, gpus: 8 }))).toMatchObject({ received: 8, value: 16 });
    expect(issue(withLayout(RUN, { tp: 2, pp: 2, dp: 4, gpus: 32 }))).toMatchObject({
      param: "gpus",
      received: 32,
      value: 16,
    });
  });
});
