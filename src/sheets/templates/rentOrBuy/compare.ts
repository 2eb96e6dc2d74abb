// The options side by side: cost of a year and of a useful hour, and the allocation from which each pays.
import type { TableSection } from "../../sections";
import { row } from "./costs";
import { hourly, money } from "./plan";

const yearly = { unit: '={assumptions.currency}&" a year"', format: "money" } as const;
const ofOption = (line: string) => `INDEX({${line}.1:total}:{${line}.5:total},{n},1)`;

export const compare: TableSection = {
  kind: "table",
  id: "compare",
  title: "Options compared",
  corner: "Per option",
  heads: ["={options:head}", "={options:head}", "={options:head}", "={options:head}", "={options:head}"],
  lines: [
    row("presentCost", "Cost, worth today", `{upfront}+${ofOption("present")}`, money),
    row("yearly", "Cost of a year, level", "{presentCost}*{annuity}", { ...yearly, look: "total" }),
    row("perUseful", "Cost of a useful GPU-hour", "{yearly}/{useful}", hourly),
    row("more", "More than the first option", "{yearly}-{yearly:first}", yearly),
    row("morePercent", "In percent of it", "IFERROR({yearly}/{yearly:first}-1,0)", { format: "percent" }),
    row("levelRent", "Rent, average over the years", `{rentPrice}*${ofOption("factor")}`, hourly),
    row("capitalYearly", "Hardware, setup, site", "({upfront}-{endValue}*{endFactor})*{annuity}", yearly),
    row("rentYearly", "Rent", "{rentHours}*{levelRent}", yearly),
    row("topUpYearly", "On demand on top", "{extra}*{levelRent:first}", yearly),
    row("runningYearly", "Running cost", "{running}", yearly),
    row("sumYearly", "Sum of the parts", "SUM({capitalYearly}:{runningYearly})", { ...yearly, look: "total" }),
    row("sumGap", "Sum less the cost of a year", "ROUND({sumYearly}-{yearly},1)", yearly),
    row(
      "fixedYearly",
      "Of it whatever is used",
      "{capitalYearly}+{running}-{energyUse}+{paysAll}*{rentYearly}",
      yearly,
    ),
    row("variable", "Per hour held", "(1-{paysAll})*{levelRent}+{energyHour}*(1-{idleDraw})", {
      ...hourly,
      format: "factor",
    }),
    row(
      "gain",
      "Saved if all hours were held",
      "{goodAll}*({variable:first}/{goodputOf:first}-{variable}/{goodputOf})",
      yearly,
    ),
    row(
      "crossing",
      "Costs the same at an allocation of",
      'IF({gain}>0,MAX(0,({fixedYearly}-{fixedYearly:first})/{gain}),"none")',
      { format: "percent", unit: "as long as its own GPUs do all of it" },
    ),
    row("even", "Break-even allocation", 'IF(AND({full}<1,N({crossing})>{full}),"none",{crossing})', {
      format: "percent",
      unit: "from it on it costs less than the first option",
    }),
    row("reachable", "Reachable", 'IF(ISNUMBER({even}),IF({even}<=1,"yes","no"),"no")', {
      unit: "at an allocation of 100% or less",
    }),
    row("aheadFrom", "Has cost less in cash from year", ofOption("behind"), {
      format: "whole",
      unit: "and until the end; 0: not at the end of the years compared",
    }),
    row("others", "Without the cheapest", 'IF({yearly}={best},"",{yearly})', yearly),
  ],
};
