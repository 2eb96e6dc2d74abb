// A $200M fleet plan with one short and one idle quarter; then the second quarter's bill of one of its workloads.
import { serialOf } from "../../functions/dates";
import { budgetVersusActual } from "../templates/budgetVersusActual";
import { fleetPlan } from "../templates/fleetPlan";
import { withInputs } from "../withInputs";
import { withSources } from "../withSources";
import { type Example, named } from "./example";

const GPUS_PER_SERVER = 8;
const RUN = "Fleet plan: the run Tune 8B";
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
  "Why was customer tuning over its budget in the second quarter?",
  withSources(
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
    {
      model: RUN,
      gpu: RUN,
      trainingTokens: RUN,
      sequenceLength: RUN,
      mfu: `${RUN}; published runs: 38-43%`,
    },
  ),
);

export const fleetPlan200m: Example = {
  id: "fleet-plan-200m",
  title: "A $200M fleet plan, and its second quarter",
  question: "Three years of GPUs: what do we sign and by when, where are we short or idle, and why was Q2 over?",
  summary: "Twelve quarters of demand and commitments with one short and one idle quarter, then a bill split exactly.",
  sheets: [fleetPlan, secondQuarter],
};
