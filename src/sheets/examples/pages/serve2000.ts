// The page of “How many nodes for 2,000 users?”
import type { ExamplePage } from "../example";

const lengthRow = (i: number): readonly string[] => [
  `{Serving breakdown.contexts.length.${i}:text}`,
  `{Serving breakdown.contexts.fit.${i}:whole}`,
  `{Serving breakdown.contexts.perReplica.${i}:whole}`,
];

export const serve2000Page: ExamplePage = {
  passages: [
    {
      title: "The answer",
      texts: [
        "{Serving breakdown.verdict:text}",
        "{Serving breakdown.fleetGpus:whole} GPUs in {Serving breakdown.allReplicas:whole} replicas of {Serving breakdown.replicaGpus:whole}, {Serving breakdown.spareReplicas:whole} of them to spare: {Serving breakdown.perMonth:money} a month at the list price.",
      ],
    },
    {
      title: "What to look at",
      texts: [
        "Two limits, and the larger one counts: the KV cache of all users needs {Serving breakdown.byMemory:whole} replicas, their output of {Serving breakdown.peakOutputTokensPerSecond:whole} tokens per second needs {Serving breakdown.bySpeed:whole} at a load of {Serving breakdown.targetLoad:percent}. Here {Serving breakdown.decides:text} decides.",
        "A user's context takes {Serving breakdown.perUser:decimal} GB on each GPU of its replica; twice the context is half the users.",
        "Peak against average: with a peak of {Serving breakdown.peakToAverage:decimal} times the average the fleet is loaded to {Serving breakdown.averageLoad:percent} over the day. A million output tokens cost {Serving breakdown.fleetMillion:price}; the same GPUs at {Serving breakdown.load:last:percent} load would make them for {Serving breakdown.million:last:price}.",
      ],
      table: {
        caption: "Users that fit for sure on one node of eight GPUs",
        heads: ["Context", "Users", "Per replica"],
        rows: [1, 2, 3, 4].map(lengthRow),
      },
    },
    {
      title: "How to change it",
      texts: [
        "Type users at the peak, tokens per second and user, context and GPU. Speeds are the hardware's limits: type your own measurement of tokens per second under More assumptions, and the fleet follows it.",
        "To check your own server, paste the line of its log that names the KV cache into the second sheet.",
      ],
    },
  ],
  checkedAgainst: [
    {
      says: "{vLLM log.verdict:text} The same model with FP8 weights and a BF16 cache on two H100, at 90% of the GPU.",
      from: "vLLM 0.11 on H100, Llama 3.3 70B FP8: llm-d-planner e50305af, docs/empirical-vllm-memory-results.md: 32.0 GiB for the KV cache",
    },
    {
      says: "A known part of the difference: that checkpoint keeps embedding and head in BF16, so that vLLM logs 33.88 GiB of weights per GPU, where weights all in FP8 are {vLLM log.parts.1:1:decimal} GiB.",
      from: "the same table, weights of two GPUs; =GPUMEM.WHY(scenario, component) says how each part is counted",
    },
  ],
};
