// What holds for every run.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { losses } from "../../../src/catalog/losses";
import { optimizers } from "../../../src/catalog/optimizers";
import { precisions } from "../../../src/catalog/precisions";
import { stacks } from "../../../src/catalog/stacks";
import { architecture, EXPERTS, GPT2, LLAMA, QWEN3 } from "../../../src/catalog/variants";
import { parameterCount } from "../../../src/engine/parameters";
import {
  deviceLines,
  phaseTable,
  stageTable,
  trainingEstimate,
  trainingLines,
} from "../../../src/engine/training/estimate";
import { stagesOf } from "../../../src/engine/training/pipeline";
import { stageParameters } from "../../../src/engine/training/rankParameters";
import { rankStates, type RankStates } from "../../../src/engine/training/rankStates";
import type { Recompute, TrainingRun } from "../../../src/engine/training/run";
import { model, precision, RUN, stack, withLayout } from "./runs";

const experts = { ...EXPERTS, numExperts: 8, numExpertsPerTok: 2, moeIntermediateSize: 512 };
const latent = { qLoraRank: 512, kvLoraRank: 256, qkNopeHeadDim: 64, qkRopeHeadDim: 32, vHeadDim: 64 };
const variants = [LLAMA, QWEN3, GPT2, { ...LLAMA, experts }, { ...LLAMA, latent }, { ...LLAMA, latent, experts }];

const recomputes: readonly Recompute[] = [
  { kind: "none" },
  { kind: "full", method: "uniform", layers: 1 },
  { kind: "full", method: "block", layers: 2 },
  { kind: "everyNth", n: 2 },
  { kind: "sqrt" },
  { kind: "selectiveAttention" },
  { kind: "selectiveOps", saved: ["wq", "wv", "w1", "w2", "sdpa"] },
  { kind: "modules", modules: ["mlp", "layernorm", "moe_act", "mla_up_proj"] },
];

const architectures = fc
  .record({ variant: fc.constantFrom(...variants), width: fc.constantFrom(8, 16) })
  .map(({ variant, width }) =>
    architecture(variant, {
      numHiddenLayers: 8,
      hiddenSize: width * 64,
      numAttentionHeads: width,
      numKeyValueHeads: width / 2,
      headDim: 64,
      intermediateSize: width * 256,
      vocabSize: 32_768,
      maxPositionEmbeddings: 8192,
    }),
  );

const runs: fc.Arbitrary<TrainingRun> = fc
  .record({
    architecture: architectures,
    stack: fc.constantFrom(...stacks.rows.map((each) => each.training)),
    precision: fc.constantFrom(...precisions.rows),
    optimizer: fc.constantFrom(...optimizers.rows),
    optimizerImpl: fc.constantFrom("foreach", "fused", "forLoop", null),
    loss: fc.constantFrom(...losses.rows),
    recompute: fc.constantFrom(...recomputes),
    attention: fc.constantFrom("flash", "standard"),
    zero: fc.constantFrom(0, 1, 2, 3),
    microBatch: fc.integer({ min: 1, max: 4 }),
    sequence: fc.constantFrom(512, 1024, 4096),
    microbatches: fc.constantFrom(null, 1, 4, 8),
    dropout: fc.boolean(),
    compile: fc.boolean(),
    reshardAfterForward: fc.boolean(),
    firstStep: fc.boolean(),
  })
  .chain((fields) =>
    fc
      .record({
        tp: fc.constantFrom(1, 2, 4),
        sp: fc.boolean(),
        pp: fc.constantFrom(1, 2, 4),
        virtualStages: fc.constantFrom(1, 2),
        cp: fc.constantFrom(1, 2),
        dp: fc.constantFrom(1, 4, 8),
      })
      .map((parallel) => withLayout({ ...RUN, ...fields }, parallel)),
  );

const holds = (property: (run: TrainingRun) => void): void => fc.assert(fc.property(runs, property), { numRuns: 400 });

/** Equal but for rounding. */
const ROUNDING = 1 + 1e-9;

test("nothing is negative", () =>
  holds((run) => {
    const { allocated, reserved, device, steady } = trainingEstimate(run);
    for (const line of trainingLines(run)) expect(line.bytes).toBeGreaterThan(0);
    for (const total of [allocated, reserved, device.likely, device.low, steady]) expect(total).toBeGreaterThan(0);
  }));

test("lines add up to the allocated peak", () =>
  holds((run) => {
    const sum = trainingLines(run).reduce((total, line) => total + line.bytes, 0);
    expect(sum / trainingEstimate(run).allocated).toBeCloseTo(1, 9);
  }));

test("lines of the device add up to its likely total", () =>
  holds((run) => {
    const sum = deviceLines(run).reduce((total, line) => total + line.bytes, 0);
    expect(sum / trainingEstimate(run).device.likely).toBeCloseTo(1, 9);
  }));

test("lines say how they come about, with numbers", () =>
  holds((run) => {
    for (const line of trainingLines(run)) {
      expect(line.formula).toMatch(/\d/);
      expect(line.formula).not.toMatch(/NaN|undefined|Infinity/);
      expect(line.source).not.toBe("");
    }
  }));

test("the peak is the largest of all phases, on the worst stage", () =>
  holds((run) => {
    const { allocated, runnerUp } = trainingEstimate(run);
    const phases = phaseTable(run).map((phase) => phase.allocated);
    expect(allocated).toBe(Math.max(...phases));
    expect(runnerUp.allocated).toBeLessThanOrEqual(allocated);
    expect(Math.max(...stageTable(run).map((stage) => stage.allocated))).toBe(allocated);
  }));

test("allocated ≤ reserved < device", () =>
  holds((run) => {
    const { allocated, reserved, device } = trainingEstimate(run);
    expect(allocated).toBeLessThanOrEqual(reserved * ROUNDING);
    expect(reserved).toBeLessThan(device.likely);
  }));

test("a longer sequence never needs less", () =>
  holds((run) => {
    const longer = trainingEstimate({ ...run, sequence: run.sequence * 2 });
    const { allocated, reserved } = trainingEstimate(run);
    expect(longer.allocated).toBeGreaterThanOrEqual(allocated);
    expect(longer.reserved).toBeGreaterThanOrEqual(reserved);
  }));

test("FSDP's pools grow without a step back, whatever block serves which request", () => {
  const sharded = withLayout(
    { ...RUN, architecture: model("qwen3-32b"), stack: stack("fsdp2"), zero: 3, precision: precision("fsdp2-mixed") },
    { dp: 8 },
  );
  let before = 0;
  for (let sequence = 512; sequence <= 16_384; sequence += 512) {
    const { reserved } = trainingEstimate({
      ...sharded,
      sequence,
      recompute: { kind: "full", method: "uniform", layers: 1 },
    });
    expect(reserved).toBeGreaterThanOrEqual(before);
    before = reserved;
  }
});

test("flash attention never needs more than stored scores", () =>
  holds((run) => {
    const [flash, standard] = (["flash", "standard"] as const).map((attention) =>
      trainingEstimate({ ...run, attention }),
    );
    expect(flash?.allocated).toBeLessThanOrEqual((standard?.allocated ?? 0) * ROUNDING);
  }));

test("full recompute never needs more than none", () =>
  holds((run) => {
    const full = trainingEstimate({ ...run, recompute: { kind: "full", method: "uniform", layers: 1 } });
    expect(full.allocated).toBeLessThanOrEqual(
      trainingEstimate({ ...run, recompute: { kind: "none" } }).allocated * ROUNDING,
    );
  }));

const total = ({ weights, gradients, master, optimizer }: RankStates): number =>
  weights + gradients + master + optimizer;

describe("states", () => {
  test("ZeRO-3 over D ranks adds up to the unsharded states", () =>
    holds((run) => {
      // Experts are replicated over tp as well where they are not split over it.
      const layout = run.architecture.experts ? withLayout(run, { tp: 1 }) : run;
      const alone = { ...layout, zero: 0 } as const;
      const sharded = { ...layout, zero: 3 } as const;
      const ranks = run.parallel.dp * run.parallel.cp;
      for (const stage of stagesOf(run))
        expect((total(rankStates(sharded, stage)) * ranks) / total(rankStates(alone, stage))).toBeCloseTo(1, 9);
    }));

  test("each ZeRO stage needs at most what the one before needs", () =>
    holds((run) => {
      for (const stage of stagesOf(run)) {
        const stages = ([0, 1, 2, 3] as const).map((zero) => total(rankStates({ ...run, zero }, stage)));
        expect([...stages].sort((a, b) => b - a)).toEqual(stages);
      }
    }));

  test("the stages of a pipeline hold the whole model, the ends of a tied one twice", () =>
    holds((run) => {
      const layout = withLayout(run, { tp: 1, ep: 1, etp: 1 });
      const held = stagesOf(layout).reduce((sum, stage) => {
        const { dense, experts: routed } = stageParameters(layout, stage);
        return sum + dense + routed;
      }, 0);
      const count = parameterCount(run.architecture);
      const twice =
        run.architecture.tieWordEmbeddings && (run.parallel.pp > 1 || run.stack.separateHead) ? count.embedding : 0;
      expect(held).toBeCloseTo(count.total + twice, 3);
    }));

  test("tensor parallelism divides the matrices only", () =>
    holds((run) => {
      const { architecture: a } = run;
      if (a.attention.kind === "latent" || a.experts) return;
      const split = withLayout({ ...run, rank: "first" }, { tp: 4, pp: 1, virtualStages: 1 });
      const whole = withLayout(split, { tp: 1 });
      const [one, four] = [whole, split].map((each) => stageParameters(each, stagesOf(each)[0]!).dense);
      const count = parameterCount(a);
      const rowBiases = a.mlpBias ? 2 * a.hiddenSize * a.numHiddenLayers : 0;
      const replicated = count.byPart.norms + count.byPart.positions + rowBiases;
      expect(four).toBeCloseTo(((one ?? 0) - replicated) / 4 + replicated, 3);
    }));

  test("moments do not exist before the first step", () =>
    holds((run) => {
      for (const stage of stagesOf(run)) expect(rankStates({ ...run, firstStep: true }, stage).optimizer).toBe(0);
    }));
});
