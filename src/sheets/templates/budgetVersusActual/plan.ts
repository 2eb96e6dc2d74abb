// The budget: months, work, GPU-hours per unit of it from the engine, price; and the work that was done.
import type { EngineSection, PeriodsSection, Section } from "../../sections";
import { formula, input } from "../../sections";
import { ownLines, ownRows } from "../ownRows";
import { scenarioLine, scenarioLink } from "../scenarioLines";
import { MONTHS } from "./size";

const PLAN_START = 46_388; // 2027-01-01

export const planInputs: Section = {
  kind: "lines",
  title: "Budget",
  lines: [
    input("planStart", "First month", PLAN_START, {
      unit: "its first day",
      format: "date",
      source: "your fiscal year",
    }),
    input("closedMonths", "Months closed", 6, {
      unit: "months",
      format: "whole",
      source: "your accounting",
      note: "only these are compared; a month whose bill is not complete is not closed",
    }),
    input("threshold", "Flag from", 0.05, { unit: "of the budget", format: "percent", source: "your policy" }),
    input("scope", "GPU compared", "all", {
      unit: "all or a GPU",
      source: "yours",
      note: "all, or one GPU of the map below; the budget must be for the same",
    }),
    formula("pasted", "Rows of the bill", "{rowsPasted}", {
      unit: "rows",
      format: "whole",
      note: "pasted right of the last month, under the heads there",
    }),
    input("workUnit", "Unit of work", "billion tokens", { unit: "name", source: "yours" }),
  ],
};

export const plannedRun: Section = {
  kind: "scenario",
  title: "One unit of work as planned",
  lines: [
    scenarioLine("model", "llama-3.1-70b"),
    scenarioLine("gpu", "h100-sxm"),
    scenarioLine("trainingTokens", 1e9, { format: "whole", unit: "tokens per unit", source: "yours" }),
    scenarioLine("sequenceLength", 4096, { format: "whole", unit: "tokens", source: "yours" }),
    scenarioLine("mfu", 0.4, { format: "percent", band: "mfuBand", source: "published runs: 38-43%" }),
  ],
};

export const more: readonly Section[] = [
  {
    kind: "scenario",
    title: "More assumptions (empty: the default)",
    lines: [
      scenarioLine("precision", "bf16"),
      scenarioLink("goodput", "assumptions.goodput", { format: "percent" }),
      ...ownLines,
    ],
  },
  ownRows,
  {
    kind: "lines",
    title: "More assumptions about the bill",
    lines: [
      input("periodsPerYear", "Periods per year", 12, { unit: "months", format: "whole", source: "your calendar" }),
      input("unusedStatus", "Status of unused commitments", "Unused", {
        unit: "text of the bill",
        source: "FOCUS: CommitmentDiscountStatus",
      }),
      formula("usedStatus", "Status of all other rows", '"<>"&{unusedStatus}', { look: "text" }),
      input("matchTags", "Find cost centers inside Tags", "no", {
        unit: "yes or no",
        source: "yours",
        list: "lists.yesNo",
        note: "yes: a row counts for a center whose name its text contains",
      }),
    ],
  },
];

export const engine: EngineSection = {
  kind: "engine",
  title: "Engine results",
  groups: [
    {
      id: "planned",
      call: "GPUMEM.RESULT({scenario},{planned:labels})",
      shape: { kind: "aligned" },
      lines: [
        {
          id: "gpuHours",
          label: "GPU hours",
          unit: "GPU-hours",
          format: "decimal",
          note: "incl. goodput",
        },
      ],
    },
  ],
};

export const months: PeriodsSection = {
  kind: "periods",
  title: "Months",
  periods: MONTHS,
  lines: [
    {
      id: "month",
      label: "Month",
      look: "text",
      formula: 'YEAR({timeline.periodStart})&TEXT(MONTH({timeline.periodStart}),"-00")',
    },
    {
      id: "isClosed",
      label: "Closed",
      unit: "1 = closed",
      format: "whole",
      formula: "({timeline.period}<={closedMonths})*1",
      total: "SUM({isClosed:all})",
    },
    {
      id: "from",
      label: "Rows of the month: from",
      unit: "criterion",
      look: "text",
      formula: 'IF({textDates}=1,{month}&"*",">="&{timeline.periodStart})',
    },
    {
      id: "before",
      label: "and before",
      unit: "criterion",
      look: "text",
      formula: 'IF({textDates}=1,{month}&"*","<"&{timeline.periodEnd})',
    },
  ],
};

export const budget: PeriodsSection = {
  kind: "periods",
  title: "Budget and work done: yours",
  periods: MONTHS,
  lines: [
    {
      id: "budgetVolume",
      label: "Budget: work",
      unit: "={workUnit}",
      format: "whole",
      values: [2000, 2000, 2000, 2200, 2200, 2200, 2400, 2400, 2400, 2400, 2400, 2400],
      total: "SUM({budgetVolume:all})",
    },
    {
      id: "typedHours",
      label: "Budget: GPU-hours per unit",
      unit: "empty: the engine's",
      format: "decimal",
      values: [""],
    },
    {
      id: "budgetPrice",
      label: "Budget: price",
      unit: "USD per GPU-hour",
      format: "price",
      values: [2.55],
    },
    {
      id: "budgetUnused",
      label: "Budget: unused commitment",
      unit: "USD",
      format: "money",
      values: [100_000, 100_000, 100_000, 80_000, 80_000, 80_000],
      total: "SUM({budgetUnused:all})",
    },
    {
      id: "workDone",
      label: "Work done",
      unit: "={workUnit}",
      format: "whole",
      values: [2010, 1890, 2110, 2240, 2330, 2390, "", "", "", "", "", ""],
      total: "SUM({workDone:all})",
    },
    {
      id: "budgetHours",
      label: "GPU-hours per unit, compared",
      unit: "GPU-hours",
      format: "decimal",
      formula: 'IF({typedHours}="",{gpuHours},{typedHours})',
    },
  ],
};
