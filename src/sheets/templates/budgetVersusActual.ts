// Why are we over? A bill's rows against the budget, split exactly into volume, efficiency, rate and unused commitment.
import { timeline } from "../budget/timeline";
import type { SheetTemplate } from "../sections";
import { bySku, split } from "./budgetVersusActual/actual";
import { bill, centers, map } from "./budgetVersusActual/bill";
import { budget, engine, months, more, plannedRun, planInputs } from "./budgetVersusActual/plan";
import { MONTHS, ROOM } from "./budgetVersusActual/size";
import { billChecks, billFigures, figures, parts, verdictLines } from "./budgetVersusActual/verdict";

export const budgetVersusActual: SheetTemplate = {
  id: "budget-versus-actual",
  name: "Budget versus actual",
  question: "Why are we over?",
  summary:
    "Paste the rows of a cloud bill: the difference from the budget by volume, efficiency, rate and unused commitment.",
  keywords: ["variance", "bill", "FOCUS", "FinOps", "actuals", "overspend", "invoice", "commitment", "SKU"],
  picture: "waterfall",
  shape: "timeline",
  verdict: "{verdictText}",
  verdictWords: { line: "status", good: "within", warning: "under", failed: "over" },
  sections: [
    planInputs,
    bill,
    figures,
    parts,
    { kind: "charts", title: "Charts" },
    plannedRun,
    ...more,
    engine,
    map,
    centers,
    billFigures,
    {
      kind: "block",
      block: timeline,
      periods: MONTHS,
      links: {
        planStart: "{planStart}",
        periodsPerYear: "{periodsPerYear}",
        hoursPerDay: "{assumptions.hoursPerDay}",
      },
    },
    months,
    budget,
    ...bySku,
    split,
    ...verdictLines,
    { kind: "checks", lines: billChecks },
    {
      kind: "notes",
      title: "Notes",
      texts: [
        `Paste at the right of the months, under the heads there: up to ${ROOM.toLocaleString("en-US")} rows, daily or monthly, one row a charge.`,
        "Volume: more or less work than planned. Efficiency: more or fewer GPU-hours per unit of work. Rate: another price per GPU-hour, also by another mix of contracts.",
        "The split is exact and in this order: volume at planned hours and price, efficiency at the planned price, rate at the hours used.",
        "Planned GPU-hours per unit are those that a job holds. Hours that a server is billed for while no job runs on it count as efficiency.",
        "EffectiveCost spreads what was prepaid. Rows of status Unused are commitments that nobody used: apart, for no work caused them.",
        "Amounts are in the currency of the bill; USD in the labels stands for it.",
      ],
    },
  ],
  charts: [
    {
      title: "Where the difference comes from",
      kind: "columns",
      categories: "{parts:labels}",
      series: [{ name: "{parts:heads}", values: "{parts}" }],
      valueAxis: "USD over (+) or under (-) budget",
    },
    {
      title: "Budget and actual by month",
      kind: "columns",
      categories: "{month:all}",
      series: [
        { name: "{variance.budget:label}", values: "{variance.budget:all}" },
        { name: "{variance.actual:label}", values: "{variance.actual:all}" },
      ],
      valueAxis: "USD per month",
    },
  ],
  outputs: ["budgeted", "spent", "difference", "share", "status", "impliedMfu", "bill"],
  widths: {
    3: 16,
    4: 17,
    5: 16,
    6: 16,
    7: 14,
    ...Object.fromEntries([...Array(MONTHS).keys()].map((i) => [8 + i, 13])),
    21: 19,
    22: 18,
    23: 18,
    24: 16,
    25: 26,
    26: 22,
  },
};
