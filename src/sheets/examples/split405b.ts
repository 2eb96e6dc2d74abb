// 405B on 128 or 256 H100, or B200? The search on each, and a published run's memory beside its range.
import type { SheetTemplate } from "../sections";
import { ownRun } from "../templates/ownRun";
import { parallelLayout } from "../templates/parallelLayout";
import { withInputs } from "../withInputs";
import { withSources } from "../withSources";
import { type Example, named } from "./example";

const searched = (name: string, gpu: string, gpus: number): SheetTemplate =>
  named(
    name,
    `How to split 405B over ${name}?`,
    withSources(
      withInputs(parallelLayout, {
        model: "llama-3.1-405b",
        gpu,
        gpus,
        stack: "megatron",
        sequenceLength: 8192,
        globalBatch: 512,
        trainingTokens: 1e12,
      }),
      {
        model: "yours",
        gpu: "yours",
        gpus: "yours",
        stack: "yours",
        sequenceLength: "arXiv:2407.21783: 8,192",
        trainingTokens: "yours: continued pretraining",
      },
    ),
  );

const SEARCHED = [
  ["128 H100", "h100-sxm", 128],
  ["256 H100", "h100-sxm", 256],
  ["128 B200", "b200-sxm", 128],
  ["112 H100", "h100-sxm", 112],
] as const;

const REPORT = "torchtitan b5bcd76c, llama3_h100_202412_torchtitan.md table 5";

/** torchtitan's table 5: H100 with 96 GB, whose driver reports 95 GiB. */
const measured = named(
  "Measured 405B",
  "Does a published run of 405B agree?",
  withSources(
    withInputs(ownRun, {
      pasted: 82.5,
      measuredUnit: "GiB",
      measuredAs: "reserved",
      model: "llama-3.1-405b",
      gpu: "h100-sxm",
      gpuMemory: 102,
      gpus: 512,
      stack: "fsdp2",
      tp: 8,
      pp: 8,
      microBatch: 4,
      microbatches: 8,
      sequenceLength: 8192,
      recompute: "full",
      loss: "loss-parallel",
      compile: "yes",
      reshardAfterForward: "no",
    }),
    {
      pasted: `${REPORT}: 82.5 GiB`,
      model: REPORT,
      gpu: REPORT,
      gpuMemory: "H100 with 96 GB: its driver reports 95 GiB",
      gpus: `${REPORT}: 512`,
      stack: REPORT,
      tp: REPORT,
      pp: `${REPORT}: 1F1B`,
      microBatch: "local batch 32 in 8 microbatches, the code's default",
      microbatches: "the code's default: as many as stages",
      sequenceLength: REPORT,
      recompute: `${REPORT}: full`,
      compile: REPORT,
    },
  ),
);

export const split405b: Example = {
  id: "split-a-405b",
  title: "405B on 128 or 256 H100, or B200?",
  question: "Continued pretraining of a 405B on a trillion tokens: where does it fit, how to split it, and what wins?",
  summary:
    "The layout search on three clusters and on one that is nearly too small, why each layout loses, and a measured run.",
  sheets: [...SEARCHED.map(([name, gpu, gpus]) => searched(name, gpu, gpus)), measured],
};
