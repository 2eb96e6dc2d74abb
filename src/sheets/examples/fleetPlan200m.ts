// A $200M fleet plan with one short and one idle quarter; then the second quarter's bill of one of its workloads.
import { serialOf } from "../../functions/dates";
import { budgetVersusActual } from "../templates/budgetVersusActual";
import { fleetPlan } from "../templates/fleetPlan";
import { withInputs } from "../withInputs";
import { type Example, named } from "./example";

const GPUS_PER_SERVER = 8;
/** As the plan's first tranche and the list on GM Assumptions have them, USD per GPU-hour. */
const [RESERVED, ON_DEMAND] = [2.45, 3.67];

/** Per month: its first day, server-hours of the commitment and on demand, dollars of it that nobody used. */
const BILLED = [
  ["2027-04-01", 21_600, 968, 12_000],
  ["2027-05-01", 21_900, 1640, 9000],
  ["2027-06-01", 21_300, 4266, 4000],
] as const;

const cents = (amount: number) => Math.round(amount * 100) / 100;
const cost = (serverHours: number, price: number) => cents(serverHours * GPUS_PER_SERVER * price);

const bill = BILLED.flatMap(([day, reserved, onDemand, unused]) => [
  [serialOf(day), "gpu-8xh100-3yr", reserved, cost(reserved, RESERVED), "Used", "Product"],
  [serialOf(day), "gpu-8xh100-3yr", "", unused, "Unused", "Product"],
  [serialOf(day), "gpu-8xh100-od", onDemand, cost(onDemand, ON_DEMAND), "", "Product"],
]);

/** The budget is the plan's: 600 runs a quarter, each as long as the engine counts it. */
const secondQuarter = named(
  "Q2 actuals",
  withInputs(budgetVersusActual, {
    bill,
    planStart: serialOf("2027-04-01"),
    closedMonths: 3,
    workUnit: "runs",
    model: "llama-3.1-8b",
    gpu: "h100-sxm",
    trainingTokens: 20e9,
    sequenceLength: 4096,
    mfu: 0.4,
    map: [
      ["gpu-8xh100-3yr", "h100-sxm", GPUS_PER_SERVER, "yes"],
      ["gpu-8xh100-od", "h100-sxm", GPUS_PER_SERVER, "yes"],
    ],
    centers: [["Product"]],
    budgetVolume: [200],
    budgetPrice: [RESERVED],
    budgetUnused: [10_000],
    workDone: [208, 214, 226, "", "", "", "", "", "", "", "", ""],
  }),
);

export const fleetPlan200m: Example = {
  id: "fleet-plan-200m",
  title: "A $200M fleet plan, and its second quarter",
  question: "Three years of GPUs: what do we sign and by when, where are we short or idle, and why was Q2 over?",
  summary: "Twelve quarters of demand and commitments with one short and one idle quarter, then a bill split exactly.",
  sheets: [fleetPlan, secondQuarter],
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
