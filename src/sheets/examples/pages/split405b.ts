// The page of “405B on 128 or 256 H100, or B200?”
import type { ExamplePage } from "../example";

const outcome = (name: string): readonly string[] => [
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

export const split405bPage: ExamplePage = {
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
        rows: ["128 H100", "256 H100", "128 B200", "112 H100"].map(outcome),
      },
    },
    {
      title: "What to look at",
      texts: [
        "128 H100 hold it with {128 H100.spareLow:decimal} GB to spare at the high end of the range, and only because everything is recomputed: {128 H100.found:whole} layouts fit at all. On 256 there is room to keep activations: the MFU goes from {128 H100.modelFlops:percent} to {256 H100.modelFlops:percent}, and the same tokens cost {256 H100.cost:millions} instead of {128 H100.cost:millions}.",
        "112 H100 are borderline: the likely {112 H100.total:decimal} GB lie below the {112 H100.usable:decimal} that may be used, the high end of the range {112 H100.totalHigh:decimal} above. The search says that {112 H100.fewest:whole} GPUs are the fewest that hold it for sure.",
        "128 B200 take {128 B200.days:whole} days for {128 B200.cost:millions}: memory that one need not recompute for is worth money.",
      ],
      table: {
        caption: "256 H100: why the others lose",
        heads: ["Rank: tp · pp × chunks · cp · dp", "GB, likely", "Seconds per step", "Why"],
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
