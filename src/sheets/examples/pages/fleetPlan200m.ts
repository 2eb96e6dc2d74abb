// The page of “A $200M fleet plan, and its second quarter”.
import type { ExamplePage } from "../example";

export const fleetPlan200mPage: ExamplePage = {
  passages: [
    {
      title: "The answer",
      texts: [
        "{Fleet plan.verdict:text}",
        "Over twelve quarters the plan spends {Fleet plan.pnlTotal:millions} in P&L and {Fleet plan.cashTotal:millions} in cash; {Fleet plan.onDemandTotal:millions} of it is bought on demand, {Fleet plan.idleTotal:millions} is committed and needed by nobody.",
      ],
      table: {
        caption: "What to sign, by GPU type",
        heads: ["GPU", "Short quarters", "Hours short", "GPUs to order", "Idle quarters", "Dearest idle quarter"],
        rows: [0, 1, 2].map((i) => [
          `{Fleet plan.decisions.gpu.${i}:text}`,
          `{Fleet plan.decisions.shortQuarters.${i}:whole}`,
          `{Fleet plan.decisions.hours.${i}:whole}`,
          `{Fleet plan.decisions.gpus.${i}:whole}`,
          `{Fleet plan.decisions.idleQuarters.${i}:whole}`,
          `{Fleet plan.decisions.idleIn.${i}:text}`,
        ]),
      },
    },
    {
      title: "The second quarter, actual",
      texts: [
        "{Q2 actuals.verdict:text}",
        "Customer tuning was planned at {Q2 actuals.gpuHours:whole} GPU-hours per run, the number that the fleet plan uses ({Fleet plan.runHours.1:whole}), and at the commitment's price of {Q2 actuals.priceBudget:price}. It took {Q2 actuals.perUnitActual:whole} hours per run at {Q2 actuals.priceActual:price}: an MFU of {Q2 actuals.impliedMfu:tenths} instead of {Q2 actuals.mfu:percent}, and more hours on demand.",
      ],
      table: {
        caption: "Where the difference comes from",
        heads: ["Part", "USD"],
        rows: [
          ["More runs than planned", "{Q2 actuals.part.volume:money}"],
          ["More hours per run", "{Q2 actuals.part.efficiency:money}"],
          ["A dearer hour", "{Q2 actuals.part.rate:money}"],
          ["Unused commitment", "{Q2 actuals.part.unused:money}"],
          ["Actual less budget", "{Q2 actuals.difference:money}"],
        ],
      },
    },
    {
      title: "What to look at",
      texts: [
        "The short quarter: {Fleet plan.shortGpu:text} lacks {Fleet plan.shortHours:whole} GPU-hours in {Fleet plan.shortIn:text}, because pretraining starts a quarter before its tranche. Ordering {Fleet plan.shortGpus:whole} GPUs by {Fleet plan.orderDate:date} covers it, or {Fleet plan.shortUsd:millions} on demand.",
        "The idle quarter: {Fleet plan.idleHours:whole} hours of {Fleet plan.idleGpu:text} in {Fleet plan.idleIn:text}, between one workload's end and the next one's start, worth {Fleet plan.idleUsd:millions}.",
        "P&L and cash are apart: {Fleet plan.prepaidEnd:millions} are still prepaid when the plan ends.",
      ],
    },
    {
      title: "How to change it",
      texts: [
        "One workload a row, one tranche a row. Move a start date, or set a tranche that is not signed to 0 GPUs, and read the verdict again; the switch under Plan leaves all unsigned tranches out.",
        "On the second sheet paste the rows of your bill, as FOCUS names its columns, at the right; say in the map which SKU is which GPU.",
      ],
    },
  ],
  checkedAgainst: [
    {
      says: "The parts add up to the difference to the cent, the showback to the P&L, prepaid to the contracts: {Fleet plan.checks:whole} and {Q2 actuals.checks:whole} checks fail.",
      from: "the sheets' own checks; the tests count the plan again day by day and the bill row by row",
    },
    {
      says: "GPU-hours of the training runs come from tokens, model and MFU, as for the published runs of “What does our 70B cost?”. Prices on demand are the list's.",
      from: "GM Assumptions: each price with its source and date; contracts are examples",
    },
  ],
};
