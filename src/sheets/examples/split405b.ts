// 405B on 128 or 256 H100, or B200? The search on each, and a published run's memory beside its range.
import type { SheetTemplate } from "../sections";
import { ownRun } from "../templates/ownRun";
import { parallelLayout } from "../templates/parallelLayout";
import { withInputs } from "../withInputs";
import { type Example, named } from "./example";

const searched = (name: string, gpu: string, gpus: number): SheetTemplate =>
  named(
    name,
    withInputs(parallelLayout, {
      model: "llama-3.1-405b",
      gpu,
      gpus,
      stack: "megatron",
      sequenceLength: 8192,
      globalBatch: 512,
      trainingTokens: 1e12,
    }),
  );

const SEARCHED = [
  ["128 H100", "h100-sxm", 128],
  ["256 H100", "h100-sxm", 256],
  ["128 B200", "b200-sxm", 128],
  ["112 H100", "h100-sxm", 112],
] as const;

/** torchtitan's table 5: H100 with 96 GB, whose driver reports 95 GiB. */
const measured = named(
  "Measured 405B",
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
);

const outcome = ([name]: (typeof SEARCHED)[number]): readonly string[] => [
  name,
  `{${name}.chosen.tp:text} · {${name}.chosen.pp:text} · {${name}.chosen.cp:text} · {${name}.chosen.dp:text}`,
  `{${name}.total:decimal}`,
  `{${name}.totalLow:decimal} to {${name}.totalHigh:decimal}`,
  `{${name}.usable:decimal}`,
  `{${name}.fits:text}`,
];

const loses = (name: string, rank: number): readonly string[] => [
  `{${name}.nameOf:${rank}:text}`,
  `{${name}.memoryOf:${rank}:decimal}`,
  `{${name}.stepOf:${rank}:decimal}`,
  `{${name}.layouts.16:${rank}:text}`,
];

export const split405b: Example = {
  id: "split-a-405b",
  title: "405B on 128 or 256 H100, or B200?",
  question: "Continued pretraining of a 405B on a trillion tokens: where does it fit, how to split it, and what wins?",
  summary:
    "The layout search on three clusters and on one that is nearly too small, why each layout loses, and a measured run.",
  sheets: [...SEARCHED.map(([name, gpu, gpus]) => searched(name, gpu, gpus)), measured],
  passages: [
    {
      title: "The answer",
      texts: [
        "128 H100: {128 H100.verdict:text}",
        "256 H100: {256 H100.verdict:text}",
        "128 B200: {128 B200.verdict:text}",
        "112 H100: {112 H100.verdict:text}",
      ],
      table: {
        caption: "The best layout of each: memory of the fullest GPU, in GB",
        heads: ["Cluster", "tp · pp · cp · dp", "Likely", "Range", "May be used", "Fits"],
        rows: SEARCHED.map(outcome),
      },
    },
    {
      title: "What to look at",
      texts: [
        "128 H100 hold it with {128 H100.spareLow:decimal} GB to spare at the high end of the range, and only because everything is recomputed: {128 H100.found:whole} layouts fit at all. On 256 there is room to keep activations: the MFU goes from {128 H100.modelFlops:percent} to {256 H100.modelFlops:percent}, and the same tokens cost {256 H100.cost:millions} instead of {128 H100.cost:millions}.",
        "128 B200 take {128 B200.days:whole} days for {128 B200.cost:millions}: memory that one need not recompute for is worth money.",
      ],
      table: {
        caption: "256 H100: why the others lose",
        heads: ["tp · pp · cp · dp", "GB, likely", "Seconds per step", "Why"],
        rows: [1, 2, 5, 8].map((rank) => loses("256 H100", rank)),
      },
    },
    {
      title: "How to change it",
      texts: [
        "Type GPU and count; degrees that are already decided stand under More assumptions, empty ones are searched. Layout to look at follows a rank of the table: breakdown, days and cost with it.",
        "Seconds compare layouts of one cluster with each other; they assume 400 Gb/s per GPU between nodes.",
      ],
    },
  ],
  checkedAgainst: [
    {
      says: "{Measured 405B.verdict:text} The estimate for this run is {Measured 405B.likely:decimal} GiB.",
      from: "torchtitan b5bcd76c, benchmarks/llama3_h100_202412_torchtitan.md table 5: 512 H100 of 96 GB, FSDP 8, TP 8, PP 8, 82.5 GiB. What is missing is known: float8 and asynchronous tensor parallelism are not in the scenario",
    },
    {
      says: "Memory in the table and in the breakdown are two ways to the same number, hours by speed and by steps, too: {128 H100.checks:whole}, {256 H100.checks:whole} and {128 B200.checks:whole} checks fail.",
      from: "the sheets' own checks",
    },
  ],
};
