// What does this training run cost, and when is it done?
import { check, type SheetTemplate } from "../../sections";
import { engineSections } from "./engine";
import { outcome, verdictSections } from "./outcome";
import { planSections, rangeSections } from "./plan";

/** An error is a failed check, too. */
const off = (difference: string) => `IFERROR((ABS(${difference})>{assumptions.tolerance})*1,1)`;

export const clusterBudget: SheetTemplate = {
  id: "cluster-budget",
  name: "Cluster budget",
  question: "What does this training run cost, and when is it done?",
  summary: "GPU-hours, days, end date, energy and cost of a training run with their range, against a budget limit.",
  keywords: ["cost", "budget", "GPU-hours", "schedule", "energy", "tornado", "price", "training run"],
  picture: "bars",
  shape: "columns",
  verdict: "{verdictText}",
  verdictWords: { line: "conclusion", good: "Within budget", warning: "Borderline", failed: "Over budget" },
  sections: [
    ...planSections,
    outcome,
    ...rangeSections,
    ...engineSections,
    ...verdictSections,
    {
      kind: "checks",
      lines: [
        check(
          "noPrice",
          "This GPU has no price",
          "({pricePerGpuHour}<=0)*1",
          "type one above, or add it to GM Assumptions",
        ),
        check("noStart", "The run has no start date", "({startDate}<=0)*1"),
        check("moneyReconciles", "Compute cost is not the engine's", off("{compute:2}-{engineCost}")),
        check("tornadoReconciles", "The tornado starts from another cost", off("{tornado.2:first}-{engineCost}")),
        check("sweepReconciles", "Days by length do not meet the plan's", off("{sweepGap}")),
        check(
          "rangeOrdered",
          "The MFU lies outside its range",
          "IFERROR(({hours:1}>{hours:2})+({hours:2}>{hours:3}),1)",
          "then low is no low end; correct the range",
        ),
      ],
    },
    {
      kind: "notes",
      title: "Notes",
      texts: [
        "A GPU-hour is one GPU for one hour. Paid hours = useful hours ÷ MFU ÷ goodput ÷ allocation: each of the three is time that is paid and trains nothing.",
        "MFU: share of the GPU's peak speed that becomes training. Goodput: share of a job's time that makes progress (failures, restarts). Allocation: share of paid hours that jobs hold.",
        "The range of hours, days and cost is that of the MFU alone; the tornado shows the other assumptions, one at a time.",
        "More GPUs at the same MFU: done sooner, not cheaper. In practice the MFU falls as clusters grow.",
      ],
    },
  ],
  charts: [
    {
      title: "Cost of the run against the budget",
      kind: "stackedColumns",
      categories: "{outcome:heads}",
      series: [
        ...["compute", "energyCost", "other", "reserve"].map((id) => ({
          name: `{${id}:label}`,
          values: `{${id}:all}`,
        })),
        { name: "{limit:label}", values: "{limit:all}", asLine: true },
      ],
      valueAxis: "currency of GM Assumptions",
    },
    {
      title: "What moves the compute cost",
      kind: "stackedBars",
      categories: "{swings:labels}",
      series: [
        { name: "{swings.1:label}", values: "{swings.1:all}" },
        { name: "{swings.3:label}", values: "{swings.3:all}" },
      ],
      valueAxis: "more or less than likely",
    },
    {
      title: "Days by length of the run",
      kind: "lines",
      categories: "{dayTable:heads}",
      series: [0, 1, 2, 3, 4].map((i) => ({ name: `{days${i}:label}`, values: `{days${i}:all}` })),
      valueAxis: "days",
    },
    {
      title: "Cost by length of the run",
      kind: "columns",
      categories: "{dayTable:heads}",
      series: [
        { name: "{costByLength:label}", values: "{costByLength:all}" },
        { name: "{limitByLength:label}", values: "{limitByLength:all}", asLine: true },
      ],
      valueAxis: "currency of GM Assumptions",
    },
  ],
  widths: { 3: 21, 4: 20, 5: 20, 6: 20, 7: 30 },
  outputs: ["runCost", "runDays", "runDone", "conclusion", "spare", "gpuHours"],
};
