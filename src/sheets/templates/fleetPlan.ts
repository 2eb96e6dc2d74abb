// What do we sign in Q3? Twelve quarters of demand against commitments, priced, with P&L and cash apart.
import { timeline } from "../budget/timeline";
import type { SheetTemplate } from "../sections";
import { balance } from "./fleetPlan/balance";
import { demand, demandPeriods, engine, runs, waiting } from "./fleetPlan/demand";
import { centers, planInputs, types } from "./fleetPlan/plan";
import { CENTERS, each, PERIODS } from "./fleetPlan/size";
import { planChecks, showbacks, spend } from "./fleetPlan/spend";
import { supply, supplyPeriods, terms } from "./fleetPlan/supply";
import { decisions, figures, verdictLines } from "./fleetPlan/verdict";

export const fleetPlan: SheetTemplate = {
  id: "fleet-plan",
  name: "Fleet plan",
  question: "What do we sign in Q3?",
  summary:
    "Twelve quarters: demand by workload, commitments by tranche, what is short or idle, P&L and cash, showback by cost center.",
  keywords: ["fleet", "capacity", "commitment", "reserved", "contract", "quarter", "showback", "cash", "P&L", "idle"],
  picture: "timeline",
  shape: "timeline",
  verdict: "{verdictText}",
  verdictWords: { line: "status", good: "covered", warning: "idle", failed: "short" },
  sections: [
    planInputs,
    decisions,
    figures,
    { kind: "charts", title: "Charts" },
    types,
    centers,
    runs,
    engine,
    demand,
    supply,
    {
      kind: "block",
      block: timeline,
      periods: PERIODS,
      links: {
        planStart: "{planStart}",
        periodsPerYear: "{periodsPerYear}",
        hoursPerDay: "{assumptions.hoursPerDay}",
      },
    },
    {
      kind: "periods",
      title: "Names of quarters",
      periods: PERIODS,
      lines: [
        {
          id: "quarter",
          label: "Quarter",
          look: "text",
          formula: 'YEAR({timeline.periodStart})&" Q"&INT((MONTH({timeline.periodStart})-1)/{timeline.months})+1',
        },
      ],
    },
    ...demandPeriods,
    ...supplyPeriods,
    ...balance,
    ...waiting,
    ...spend,
    ...showbacks,
    terms,
    verdictLines,
    { kind: "checks", lines: planChecks },
    {
      kind: "notes",
      title: "Notes",
      texts: [
        "Only commitments are supply. What is short is bought by the hour at the on-demand price of GM Assumptions, or waits: the switch is above.",
        "Allocation: the share of paid hours that jobs can hold; the rest goes to repairs, scheduling and fragments. It counts as idle in the showback, not in the idle quarters.",
        "P&L accrues by the day. Cash: the prepaid share on the day a tranche starts, the rest as it accrues. The difference is the balance of prepaid.",
        "Amounts are in the currency of GM Assumptions; USD in the labels stands for it.",
        "Showback: the cost of each GPU type goes to those who used it, in proportion to their hours, with their share of what was idle.",
      ],
    },
  ],
  charts: [
    {
      title: "Demand against usable commitments",
      kind: "columns",
      categories: "{quarter:all}",
      series: [
        { name: "{chartDemand:label}", values: "{chartDemand:all}" },
        { name: "{chartUsable:label}", values: "{chartUsable:all}", asLine: true },
      ],
      valueAxis: "GPU-hours per quarter",
    },
    {
      title: "P&L against cash",
      kind: "columns",
      categories: "{quarter:all}",
      series: [
        { name: "{pnl:label}", values: "{pnl:all}" },
        { name: "{paidOut:label}", values: "{paidOut:all}" },
      ],
      valueAxis: "USD per quarter",
    },
    {
      title: "P&L by cost center",
      kind: "stackedColumns",
      categories: "{quarter:all}",
      series: [
        ...each(CENTERS, (i) => ({ name: `{shown.${i}:label}`, values: `{shown.${i}:all}` })),
        { name: "{shown.nobody:label}", values: "{shown.nobody:all}" },
      ],
      valueAxis: "USD per quarter",
    },
  ],
  outputs: ["pnlTotal", "cashTotal", "pnl", "paidOut", "status", "shortHours", "idleUsd"],
  widths: { 3: 16, 4: 16, 5: 16, 6: 13, 7: 14, ...Object.fromEntries(each(PERIODS, (i) => [8 + i, 14])) },
};
