// What is needed, for how long, and what it depends on.
import { serialOf } from "../../../functions/dates";
import { formula, input, type Section } from "../../sections";
import { scenarioLine, scenarioLink } from "../scenarioLines";

export const CURRENCY = "={assumptions.currency}";
export const money = { unit: CURRENCY, format: "money" } as const;
export const hourly = { unit: '={assumptions.currency}&" per GPU-hour"', format: "price" } as const;

export const planSections: readonly Section[] = [
  {
    kind: "lines",
    title: "Plan",
    lines: [
      input("look", "Option to look closer at", "3 years", {
        list: "options:heads",
        source: "your choice",
        note: "compared with the first option, year by year and by allocation",
      }),
      input("gpuName", "GPU", "h100-sxm", { list: "lists.gpusCatalog", source: "your plan" }),
      input("gpus", "GPUs", 4096, { unit: "GPUs", format: "whole", source: "your plan" }),
      input("planStart", "Start", serialOf("2027-01-01"), { format: "date", source: "your plan" }),
      input("years", "Years compared", 5, { unit: "years, 1 to 6", format: "whole", source: "your plan" }),
      input("priceChange", "Change of rental prices", -0.1, {
        unit: "per year",
        format: "percent",
        source: "your view of the market",
        note: "reaches a contract when its term ends",
      }),
      input("life", "Life of the hardware", 5, {
        unit: "years",
        format: "whole",
        source: "annual reports: Amazon 5, Meta 5.5, Nebius 4",
      }),
      input("residual", "Residual value at its end", 0.1, {
        unit: "share of its cost",
        format: "percent",
        source: "your estimate",
      }),
      input("fromWork", "Allocation follows from the work below", "no", {
        list: "lists.yesNo",
        source: "your choice",
        note: "no: the allocation of GM Assumptions",
      }),
      input("offBy", "Allocation may be off by", 0.05, {
        unit: "share of paid hours",
        format: "percent",
        source: "your clusters' history",
        note: "within it the answer is borderline",
      }),
    ],
  },
];

export const moreSections: readonly Section[] = [
  {
    kind: "lines",
    title: "More assumptions",
    lines: [
      input("perFte", "Cost of one person", 250_000, {
        unit: '={assumptions.currency}&" per year"',
        format: "money",
        source: "your payroll",
      }),
      input("idleDraw", "Power drawn while idle", 0.3, {
        unit: "share of full power",
        format: "percent",
        source: "your meters",
      }),
      input("ownKw", "Power of a GPU and its server instead", 0, {
        unit: "kW",
        format: "factor",
        source: "your meters",
        note: "0: of the catalog, at full load",
      }),
      input("siteLife", "Life of the site", 15, { unit: "years", format: "whole", source: "your accounting policy" }),
      input("loanShare", "Hardware financed by a loan", 0.7, {
        unit: "share of its cost",
        format: "percent",
        source: "your bank",
        note: "for the last section only: the comparison is at your cost of capital",
      }),
      input("loanRate", "Rate of the loan", 0.09, { unit: "per year", format: "percent", source: "your bank" }),
      input("loanYears", "Payments", 4, { unit: "years", format: "whole", source: "your bank" }),
    ],
  },
  {
    kind: "scenario",
    title: "More assumptions: the work of a year",
    lines: [
      scenarioLine("model", "llama-3.1-405b", { source: "your roadmap", list: "lists.modelsCatalog" }),
      formula("gpu", "GPU", "{gpuName}", { look: "text" }),
      formula("workGpus", "GPUs", "{gpus}", { unit: "GPUs", format: "whole" }),
      scenarioLine("trainingTokens", 12e12, { format: "whole", unit: "tokens a year", source: "your roadmap" }),
      scenarioLine("mfu", 0.4, {
        format: "percent",
        unit: "of the peak",
        band: "mfuBand",
        source: "arXiv:2407.21783: 38-43% on H100",
      }),
      scenarioLine("precision", "bf16"),
      scenarioLink("goodput", "assumptions.goodput", { format: "percent", unit: "share of job time" }),
    ],
  },
  {
    kind: "engine",
    title: "Engine results",
    groups: [
      {
        id: "power",
        call: "GPUMEM.ENERGY(1,{gpuName},1,{assumptions.serverWatts})",
        shape: { kind: "one" },
        lines: [
          {
            id: "catalogKw",
            label: "Power of a GPU and its server",
            unit: "kW",
            format: "factor",
            note: "at full load",
          },
        ],
      },
      {
        id: "work",
        call: "GPUMEM.RESULT({scenario},{work:labels})",
        shape: { kind: "aligned" },
        lines: [
          {
            id: "workHours",
            label: "GPU hours",
            unit: "a year",
            format: "whole",
            note: "that the work needs, incl. goodput",
          },
        ],
      },
    ],
  },
  {
    kind: "lines",
    title: "What follows",
    lines: [
      formula("kw", "Power of a GPU and its server", "IF({ownKw}>0,{ownKw},{catalogKw})", {
        unit: "kW",
        format: "factor",
      }),
      formula("capacityHours", "Hours of all GPUs", "{gpus}*8760", { unit: "GPU-hours a year", format: "whole" }),
      formula("workShare", "Allocation that the work needs", "{workHours}/{capacityHours}", {
        unit: "share of paid hours",
        format: "percent",
      }),
      formula("allocation", "Allocation expected", 'IF({fromWork}="yes",{workShare},{assumptions.allocation})', {
        unit: "share of paid hours",
        format: "percent",
      }),
      formula("goodAll", "Useful hours of all GPUs", "{capacityHours}*{assumptions.goodput}", {
        unit: "GPU-hours a year",
        format: "whole",
        note: "if jobs held them all",
      }),
      formula("useful", "Useful hours needed", "{goodAll}*{allocation}", { unit: "GPU-hours a year", format: "whole" }),
      formula("priceRow", "Row of the price list", "IFERROR(MATCH({gpuName},{assumptions.prices.gpu:all},0),0)", {
        format: "whole",
        note: "0: no price on GM Assumptions",
      }),
      formula("listed", "Price found there", "INDEX({assumptions.prices.price:all},MAX(1,{priceRow}),1)", hourly),
      formula("listPrice", "Price of the list", "IF({priceRow}>0,{listed},0)", hourly),
      formula("annuity", "Yearly share of a sum paid at the start", "PMT({assumptions.wacc},{years},-1)", {
        unit: "per year, at your cost of capital",
        format: "factor",
      }),
      formula("endFactor", "Worth today of a sum at the end", "(1+{assumptions.wacc})^(0-{years})", {
        format: "factor",
      }),
    ],
  },
];
