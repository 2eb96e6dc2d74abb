// The plan's own inputs: dates, thresholds, GPU types, cost centers.
import { formula, input, type ListSection, type Section } from "../../sections";
import { CENTERS, GPU_TYPES } from "./size";

const PLAN_START = 46_388; // 2027-01-01

export const planInputs: Section = {
  kind: "lines",
  title: "Plan",
  lines: [
    input("planStart", "Plan start", PLAN_START, {
      unit: "first day",
      format: "date",
      source: "yours",
    }),
    input("periodsPerYear", "Periods per year", 4, {
      unit: "quarters",
      format: "whole",
      source: "your calendar",
      note: "4: quarters; names of quarters follow the calendar year",
    }),
    input("materiality", "A quarter is short from", 0.02, {
      unit: "of its demand",
      format: "percent",
      source: "your policy",
      note: "smaller gaps are bought by the hour without a contract",
    }),
    input("idleFrom", "A quarter is idle from", 0.15, {
      unit: "of usable hours",
      format: "percent",
      source: "your policy",
    }),
    input("buyShort", "Buy what is short on demand", "yes", {
      unit: "yes or no",
      source: "your policy",
      list: "lists.yesNo",
      note: "no: the lowest priorities wait, and nothing is paid for them",
    }),
    input("countPlanned", "Count tranches not yet signed", "yes", {
      unit: "yes or no",
      source: "yours",
      list: "lists.yesNo",
      note: "no: shows what would be missing without them",
    }),
    input("chartGpu", "GPU in the first chart", "b200-sxm", { unit: "GPU type", source: "yours", list: "types.gpu" }),
    formula("bought", "Bought on demand", 'IF({buyShort}="yes",1,0)', { unit: "of what is short" }),
    formula("planned", "Counted of what is not signed", 'IF({countPlanned}="yes",1,0)', { unit: "of them" }),
  ],
};

export const types: ListSection = {
  kind: "list",
  id: "types",
  title: "GPU types",
  columns: [
    { id: "gpu", head: "GPU", list: "lists.gpus" },
    { id: "lead", head: "Lead, months", format: "whole" },
    { id: "multiple", head: "Order multiple", format: "whole" },
    { id: "priceRow", head: "Price row", formula: "IFERROR(MATCH({gpu},{assumptions.prices.gpu:all},0),0)" },
    {
      id: "price",
      head: "USD per hour",
      format: "price",
      formula: "IF({priceRow}>0,INDEX({assumptions.prices.price:all},{priceRow}),0)",
    },
    { id: "allocation", head: "Allocation", format: "percent", formula: "{assumptions.allocation}" },
  ],
  rows: [
    ["h100-sxm", 3, 8],
    ["h200-sxm", 4, 8],
    ["b200-sxm", 6, 8],
  ].slice(0, GPU_TYPES),
  note: "Lead: from signature to first use, as your providers quote it. Orders come in whole multiples. On-demand prices per GPU-hour and allocation stand on GM Assumptions.",
};

export const centers: ListSection = {
  kind: "list",
  id: "centers",
  title: "Cost centers",
  columns: [{ id: "name", head: "Cost center" }],
  rows: [["Research"], ["Product"], ["Platform"], ["Safety"]].slice(0, CENTERS),
  note: "Join smaller ones: a workload of an unlisted center fails a check.",
};
