// What is to be trained, on what, by when, and for how much at most.
import { serialOf } from "../../../functions/dates";
import { formula, input, type Section } from "../../sections";
import { ownLines, ownRows } from "../ownRows";
import { scenarioLine, scenarioLink } from "../scenarioLines";

export const CURRENCY = "={assumptions.currency}";
export const money = { unit: CURRENCY, format: "money" } as const;

export const planSections: readonly Section[] = [
  {
    kind: "lines",
    title: "Plan",
    lines: [
      input("startDate", "Start of the run", serialOf("2027-01-04"), { format: "date", source: "your schedule" }),
      input("budget", "Budget limit", 30_000_000, {
        ...money,
        source: "your approval",
        note: "0: no limit, the sheet then only says what it costs",
      }),
      input("ownPrice", "Price of your contract", 0, {
        unit: '={assumptions.currency}&" per GPU-hour"',
        format: "price",
        source: "your contract",
        note: "0: the price of GM Assumptions for this GPU",
      }),
    ],
  },
  {
    kind: "scenario",
    title: "Run",
    lines: [
      scenarioLine("model", "llama-3.1-70b", { source: "your plan" }),
      scenarioLine("trainingTokens", 15e12, { format: "whole", unit: "tokens", source: "Llama 3.1 model card: 15T+" }),
      scenarioLine("gpu", "h100-sxm", { source: "your plan" }),
      scenarioLine("gpus", 2048, { format: "whole", unit: "GPUs", source: "your cluster" }),
      scenarioLine("mfu", 0.4, {
        format: "percent",
        unit: "of the GPU's peak",
        band: "mfuBand",
        source: "arXiv:2407.21783 §3.3: 38-43% on H100",
        note: "share of the GPU's peak speed that becomes training; empty: the nearest published run with its range",
      }),
      scenarioLine("precision", "bf16", { source: "your plan" }),
      scenarioLine("sequenceLength", 8192, { format: "whole", unit: "tokens", source: "Llama 3.1 report" }),
    ],
  },
  {
    kind: "scenario",
    title: "More assumptions (empty: the default)",
    lines: [
      scenarioLink("goodput", "assumptions.goodput", { format: "percent", unit: "share of job time" }),
      scenarioLink("allocation", "assumptions.allocation", { format: "percent", unit: "share of paid GPU-hours" }),
      formula("pricePerGpuHour", "Price per GPU hour", "IF({ownPrice}>0,{ownPrice},{listPrice})", {
        unit: CURRENCY,
        format: "price",
        note: "your contract's, or that of GM Assumptions",
      }),
      scenarioLink("pue", "assumptions.pue", { format: "price" }),
      scenarioLink("serverWatts", "assumptions.serverWatts", { format: "whole", unit: "W" }),
      scenarioLink("safetyMargin", "assumptions.safetyMargin", { format: "percent" }),
      scenarioLine("stack", "fsdp2"),
      scenarioLine("zeroStage", 3, { format: "whole" }),
      scenarioLine("recompute", "full"),
      scenarioLine("microBatch", 1, { format: "whole", unit: "sequences" }),
      scenarioLine("tp", ""),
      scenarioLine("pp", ""),
      scenarioLine("loraRank", ""),
      ...ownLines,
    ],
  },
  ownRows,
  {
    kind: "lines",
    title: "More assumptions: what else is paid",
    lines: [
      input("contingency", "Contingency", 0.1, {
        unit: "share of cost",
        format: "percent",
        source: "your policy",
        note: "for runs that must be repeated",
      }),
      input("otherCost", "Storage, transfer, staff of this run", 250_000, { ...money, source: "your estimate" }),
      input("energyApart", "Energy is paid apart", "no", {
        list: "lists.yesNo",
        source: "your contract",
        note: "no where you rent: the price contains it",
      }),
      input("published", "GPU-hours of a published run", 7_000_000, {
        unit: "GPU-hours",
        format: "whole",
        source: "Llama 3.1 model card, 70B",
        note: "for comparison only; 0: none. Theirs contain more than one pass of the work, on more than 15T tokens",
      }),
    ],
  },
];

export const rangeSections: readonly Section[] = [
  {
    kind: "table",
    id: "spread",
    title: "Ranges: how far off each may be",
    corner: "Assumption",
    heads: ["Low", "High"],
    lines: [
      {
        id: "mfuRange",
        label: "MFU",
        kind: "input",
        values: [0.38, 0.43],
        format: "percent",
        unit: "of the peak: arXiv:2407.21783 §3.3 (the range of hours and cost follows from it)",
      },
      {
        id: "priceSpread",
        label: "Price, share of the likely one",
        kind: "input",
        values: [0.75, 1.25],
        format: "percent",
        unit: "quotes of one GPU differ so: GM Assumptions",
      },
      {
        id: "tokenSpread",
        label: "Tokens, share of the likely ones",
        kind: "input",
        values: [0.9, 1.1],
        format: "percent",
        unit: "yours",
      },
      {
        id: "goodputSpread",
        label: "Goodput, share of the likely one",
        kind: "input",
        values: [0.9, 1.05],
        format: "percent",
        unit: "yours; never above 100% in all",
      },
      {
        id: "allocationSpread",
        label: "Allocation, share of the likely one",
        kind: "input",
        values: [0.85, 1.1],
        format: "percent",
        unit: "yours; never above 100% in all",
      },
    ],
  },
  {
    kind: "table",
    id: "ranges",
    title: "The same in values (feeds the tornado)",
    corner: "Label",
    heads: ["Low", "High"],
    lines: [
      { label: "MFU", kind: "formula", formula: "{mfuRange}", format: "percent" },
      {
        label: "Price per GPU hour",
        kind: "formula",
        formula: "{pricePerGpuHour}*{priceSpread}",
        format: "price",
      },
      { label: "Training tokens", kind: "formula", formula: "{trainingTokens}*{tokenSpread}", format: "whole" },
      { label: "Goodput", kind: "formula", formula: "MIN(1,{goodput}*{goodputSpread})", format: "percent" },
      { label: "Allocation", kind: "formula", formula: "MIN(1,{allocation}*{allocationSpread})", format: "percent" },
    ],
  },
];
