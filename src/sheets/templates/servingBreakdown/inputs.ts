// What a serving plan says: the demand, one node (or however many GPUs) with its software, and the rest by default.
import { formula, input, type Section } from "../../sections";
import { ownLines, ownRows } from "../ownRows";
import { scenarioLine, scenarioLink } from "../scenarioLines";

const whole = (unit: string) => ({ format: "whole", unit }) as const;

export const inputSections: readonly Section[] = [
  {
    kind: "lines",
    title: "Display and demand",
    lines: [
      input("unit", "Unit of memory", "GB", { list: "lists.units" }),
      input("users", "Users at the peak", 2000, {
        ...whole("requests at once"),
        source: "yours",
        note: "requests in flight at the busiest time, not accounts",
      }),
      input("tokensPerUser", "Output tokens per second and user", 20, {
        ...whole("tokens per second"),
        source: "yours",
        note: "people read 5 to 10 per second; 20 feels immediate",
      }),
    ],
  },
  {
    kind: "scenario",
    title: "Scenario: the GPUs to fill, such as one node",
    lines: [
      scenarioLine("model", "llama-3.1-70b"),
      scenarioLine("gpu", "h100-sxm"),
      scenarioLine("gpus", 8, whole("GPUs")),
      scenarioLine("engine", "vllm"),
      scenarioLine("weights", "fp8"),
      scenarioLine("kvCache", "fp8"),
      scenarioLine("tp", 4, { ...whole("GPUs"), note: "GPUs that one replica is split over; empty: 1" }),
      scenarioLine("sequences", 256, {
        ...whole("users"),
        source: "yours",
        note: "users at once on these GPUs, all replicas together",
      }),
      scenarioLine("contextLength", 8192, { ...whole("tokens"), note: "prompt and answer of one user; empty: 4,096" }),
    ],
  },
  {
    kind: "scenario",
    title: "More assumptions (empty: the default)",
    lines: [
      formula("task", "Task", '"serve"', { look: "text" }),
      formula("peakOutputTokensPerSecond", "Peak output tokens per second", "{users}*{tokensPerUser}", {
        ...whole("tokens per second"),
        note: "the demand at its peak",
      }),
      scenarioLine("peakToAverage", 2.5, {
        format: "decimal",
        unit: "factor",
        source: "yours: your traffic by hour",
        note: "the cost needs it: type 1 for even traffic",
      }),
      scenarioLine("targetLoad", 0.7, {
        format: "percent",
        source: "yours",
        note: "needed: share of its capacity that a replica is planned for at the peak",
      }),
      scenarioLine("spareReplicas", 1, { ...whole("replicas"), source: "yours: N+1" }),
      scenarioLine("gpusPerNode", 8, { ...whole("GPUs"), note: "needed: of the servers that you rent" }),
      scenarioLine("pp", ""),
      scenarioLine("ep", ""),
      scenarioLine("engineVersion", ""),
      scenarioLine("maxBatchedTokens", ""),
      scenarioLine("gpuMemoryUtilization", ""),
      scenarioLine("measuredTokensPerSecond", ""),
      scenarioLink("safetyMargin", "assumptions.safetyMargin", { format: "percent" }),
      ...ownLines,
    ],
  },
  ownRows,
  {
    kind: "list",
    id: "contexts",
    title: "Context lengths to compare (more inputs)",
    columns: [
      { id: "length", head: "Context length" },
      {
        id: "fit",
        head: "Users that fit",
        format: "whole",
        formula: "INDEX({concurrency.1:all},MATCH({length},{contexts.length:all},0))",
      },
      { id: "wanted", head: "Users planned", format: "whole", formula: "{sequences}" },
      { id: "perReplica", head: "Per replica", format: "whole", formula: "{fit}/{replicas}" },
    ],
    rows: [["2k"], ["4k"], ["8k"], ["16k"], ["32k"], ["64k"], ["128k"]],
    note: '"8k" is 8,192 tokens; a number such as 12000 works, too. What fits counts the high end of the range.',
  },
];

export const CONTEXTS = 7;
