// How many users fit on one node, what the fleet for all of them is, and what a million tokens cost.
import { check, type SheetTemplate } from "../../sections";
import { engineSections, PARTS } from "./engine";
import { fitSection, fleetSections } from "./fleet";
import { inputSections } from "./inputs";
import { verdictSection } from "./verdict";
import { RANGE_HEADS, rangeLines } from "../memoryLines";

export const servingBreakdown: SheetTemplate = {
  id: "serving-breakdown",
  name: "Serving breakdown",
  question: "How many users fit on one node?",
  summary: "Memory per GPU while serving, users by context length, nodes for all users, cost per million tokens.",
  keywords: [
    "serve",
    "inference",
    "KV cache",
    "concurrency",
    "vLLM",
    "SGLang",
    "tokens per second",
    "context",
    "users",
  ],
  picture: "lines",
  shape: "columns",
  verdict: "{verdictText}",
  sections: [
    ...inputSections,
    ...engineSections,
    fitSection,
    ...fleetSections,
    {
      kind: "table",
      id: "stack",
      title: "Memory per GPU against what may be used (feeds the chart)",
      corner: "Component",
      heads: RANGE_HEADS,
      lines: rangeLines(PARTS, [
        ["usable", "May be used", "{usable}"],
        ["capacity", "Capacity", "{capacity}"],
      ]),
    },
    verdictSection,
    {
      kind: "checks",
      lines: [
        check(
          "partsReconcile",
          "Parts do not add up to the total",
          "IFERROR((ABS({sumOfParts}-{total})>{assumptions.tolerance})*1,1)",
        ),
        check(
          "peakReconciles",
          "GPUs by speed differ from the engine's",
          "IFERROR((({bySpeed}+{spareReplicas})*{replicaGpus}<>{gpusForPeak})*1,1)",
        ),
        check(
          "costReconciles",
          "Cost by load differs from cost of the fleet",
          "IFERROR((ABS({atAverage}-{fleetMillion})>{assumptions.tolerance})*1,1)",
        ),
        check(
          "slowUser",
          "One user gets fewer tokens per second than planned",
          "IFERROR(({userSpeed}<{tokensPerUser})*1,1)",
          "more users share a replica than their speed allows: plan fewer, or a lower speed",
        ),
        check("wholeReplicas", "GPUs are not whole replicas", "(MOD({gpus},{replicaGpus})>0)*1"),
        check("noPrice", "This GPU has no price on GM Assumptions", "({price}<=0)*1"),
      ],
    },
    {
      kind: "notes",
      title: "Notes",
      texts: [
        "A replica is one copy of the model, on as many GPUs as tp × pp. Its users share its weights; each has a KV cache of their own.",
        "The KV cache holds what the model has read and written so far: twice the context, twice the memory, half the users.",
        "Planned users that do not all fit wait in a queue: their speed is then not known (#N/A), and the verdict says how many fit.",
        "Speeds are the hardware's limits (memory bandwidth, arithmetic). Real engines reach less: type your own measurement above.",
        "Cost: GPUs of the fleet at their price, all hours paid. It is said per million output tokens, and pays for reading the prompts, too.",
        "The fleet is the larger of what memory and what speed ask for. Average load counts the quiet hours that are paid, too.",
      ],
    },
  ],
  charts: [
    {
      title: "Memory per GPU",
      kind: "stackedColumns",
      categories: "{stack:heads}",
      series: [
        ...PARTS.map(({ id }) => ({ name: `{chart.${id}:label}`, values: `{chart.${id}:all}` })),
        { name: "{chart.ends:label}", values: "{chart.ends:all}" },
        { name: "{chart.usable:label}", values: "{chart.usable:all}", asLine: true },
        { name: "{chart.capacity:label}", values: "{chart.capacity:all}", asLine: true },
      ],
      valueAxis: "per GPU",
    },
    {
      title: "Users that fit, by context length",
      kind: "lines",
      categories: "{contexts.length:all}",
      series: [
        { name: "{contexts.fit:label}", values: "{contexts.fit:all}" },
        { name: "{contexts.wanted:label}", values: "{contexts.wanted:all}" },
      ],
      valueAxis: "users at once",
    },
    {
      title: "Cost per million output tokens",
      kind: "columns",
      categories: "{load:all}",
      series: [{ name: "{million:label}", values: "{million:all}" }],
      valueAxis: "USD",
    },
  ],
  outputs: ["fits", "maxSequences", "total", "headroom", "nodes", "fleetGpus", "perMonth", "fleetMillion"],
};
