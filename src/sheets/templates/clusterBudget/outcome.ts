// Hours, days and money with their range, against the budget; the verdict in words.
import { formula, type Section, type TableLine } from "../../sections";
import { CURRENCY, money } from "./plan";

const text = (id: string, label: string, spelled: string) => formula(id, label, spelled, { look: "text" });

const row = (id: string, label: string, spelled: string, extras: Partial<TableLine> = {}): TableLine => ({
  id,
  label,
  kind: "formula",
  formula: spelled,
  ...extras,
});

export const outcome: Section = {
  kind: "table",
  id: "outcome",
  title: "Hours, days and money",
  corner: "At the",
  heads: ["Best MFU", "Likely MFU", "Worst MFU"],
  lines: [
    row("hours", "Paid GPU-hours", "{isBest}*{hoursLow}+{isLikely}*{gpuHours}+{isWorst}*{hoursHigh}", {
      format: "whole",
      unit: "GPU-hours",
    }),
    row("days", "Days", "{hours}/{gpuCount}/{assumptions.hoursPerDay}", { format: "decimal", unit: "days" }),
    row("doneOn", "Done on", "{startDate}+ROUNDUP({days},0)", { format: "date", unit: "the first day after it" }),
    row("energy", "Energy", "{hours}*{kwhPerHour}", { format: "whole", unit: "kWh" }),
    row("compute", "Compute", "{hours}*{pricePerGpuHour}", money),
    row("energyCost", "Energy paid apart", "{hours}*{energyRate}", money),
    row("other", "Storage, transfer, staff", "{otherCost}", money),
    row("reserve", "Contingency", "({compute}+{energyCost}+{other})*{contingency}", money),
    row("cost", "Cost of the run", "{compute}+{energyCost}+{other}+{reserve}", { ...money, look: "total" }),
    row("limit", "Budget limit", "{budget}", money),
    row("headroom", "Left of the budget", "IF({limit}=0,0,{limit}-{cost})", money),
    { id: "isBest", label: "Column is the best MFU", kind: "input", values: [1, 0, 0], format: "whole" },
    { id: "isLikely", label: "Column is the likely MFU", kind: "input", values: [0, 1, 0], format: "whole" },
    { id: "isWorst", label: "Column is the worst MFU", kind: "input", values: [0, 0, 1], format: "whole" },
  ],
};

export const verdictSections: readonly Section[] = [
  {
    kind: "lines",
    title: "Price, range of hours, energy",
    lines: [
      formula("gpuCount", "GPUs counted", "MAX(1,{gpus})", { unit: "GPUs", format: "whole", note: "empty: 1" }),
      formula("priceRow", "Row of the price list", "IFERROR(MATCH({gpu},{assumptions.prices.gpu:all},0),0)", {
        format: "whole",
        note: "0: this GPU has no price on GM Assumptions",
      }),
      formula("listPrice", "Price of the list", "IF({priceRow}>0,{listed},0)", { unit: CURRENCY, format: "price" }),
      formula("listed", "Found there", "INDEX({assumptions.prices.price:all},MAX(1,{priceRow}))", {
        unit: CURRENCY,
        format: "price",
      }),
      formula("hoursLow", "GPU-hours at the best MFU", "IF({mfu}=0,{priceLow},{gpuHours}*{mfu}/{mfuRange:last})", {
        unit: "GPU-hours",
        format: "whole",
        note: "half the work per hour is twice the hours",
      }),
      formula("hoursHigh", "GPU-hours at the worst MFU", "IF({mfu}=0,{priceHigh},{gpuHours}*{mfu}/{mfuRange:first})", {
        unit: "GPU-hours",
        format: "whole",
      }),
      formula("priceLow", "The same from a published run's range", "{engineLow}/{pricePerGpuHour}", {
        unit: "GPU-hours",
        format: "whole",
        note: "used where the MFU is left empty",
      }),
      formula("priceHigh", "and at its worst", "{engineHigh}/{pricePerGpuHour}", {
        unit: "GPU-hours",
        format: "whole",
      }),
      formula("kwhPerHour", "Energy per GPU-hour", "{kwh}/{gpuHours}", { unit: "kWh", format: "factor" }),
      formula("energyRate", "Energy paid apart", 'IF({energyApart}="yes",{kwhPerHour}*{assumptions.energyPrice},0)', {
        unit: '={assumptions.currency}&" per GPU-hour"',
        format: "factor",
      }),
    ],
  },
  {
    kind: "table",
    id: "dayTable",
    title: "Days by GPUs and tokens (feeds charts)",
    corner: "GPUs",
    heads: Array.from({ length: 5 }, () => '=TEXT({tokenShare},"0%")&" of tokens"'),
    lines: [
      ...[0, 1, 2, 3, 4].map((i) =>
        row(`days${i}`, `={sizes.count.${i}}&" GPUs"`, `{sweep.row${i + 1}}/{assumptions.hoursPerDay}`, {
          format: "decimal",
          unit: "days",
        }),
      ),
      row("costByLength", "Cost on the GPUs planned", "({sweep.row1}*{hourly}+{otherCost})*(1+{contingency})", money),
      row("sweepGaps", "Hours more than the plan's", "{sweep.row1}-{wallHours}", { format: "whole", unit: "hours" }),
      row("limitByLength", "Budget limit", "{budget}", money),
    ],
  },
  {
    kind: "table",
    id: "swings",
    title: "Change of compute cost (feeds a chart)",
    corner: "Assumption",
    heads: ["At its low", "Likely", "At its high"],
    lines: [1, 2, 3, 4, 5].map((n) =>
      row(`swing${n}`, `={tornado.row${n}:label}`, `{tornado.row${n}}-{tornado.2:first}`, money),
    ),
  },
  {
    kind: "lines",
    title: "Against a published run",
    lines: [
      formula(
        "sweepGap",
        "Days of the sweep less the plan's",
        "SUMPRODUCT(({tokens:all}={trainingTokens})*{sweepGaps:all})",
        {
          unit: "hours",
          format: "decimal",
        },
      ),
      formula("ofPublished", "Hours of jobs against the published run", "IFERROR({jobHours}/{published},0)", {
        unit: "of the published hours",
        format: "percent",
      }),
      formula("jobHours", "GPU-hours that jobs hold", "{gpuHours}*{allocation}", {
        unit: "GPU-hours",
        format: "whole",
      }),
    ],
  },
  {
    kind: "lines",
    title: "Verdict in words",
    lines: [
      formula("hourly", "Cost of an hour of all GPUs", "{gpuCount}*({pricePerGpuHour}+{energyRate})", {
        unit: CURRENCY,
        format: "price",
      }),
      formula("runCost", "Cost of the run", "{cost:2}", money),
      formula("runDays", "Days", "{days:2}", { unit: "days", format: "decimal" }),
      formula("runDone", "Done on", "{doneOn:2}", { format: "date" }),
      formula("spare", "Left of the budget", "{headroom:2}", money),
      formula("highFits", "Within budget at the worst MFU", "({cost:last}<={budget})*1", { format: "whole" }),
      formula("lowOver", "Over budget at the best MFU", "({cost:first}>{budget})*1", { format: "whole" }),
      text("notWithin", "Word if not within", 'IF({lowOver}=1,"Over budget","Borderline")'),
      text("limited", "Word against the limit", 'IF({highFits}=1,"Within budget",{notWithin})'),
      text("unlimited", "Word without a limit", 'IF({budget}=0,"No budget limit",{limited})'),
      text("conclusion", "Conclusion", 'IF({pricePerGpuHour}>0,{unlimited},"No price")'),
      text("costText", "Cost", 'FIXED({runCost},0)&" "&{assumptions.currency}'),
      text("rangeText", "Range", '" (range "&FIXED({cost:first},0)&" to "&FIXED({cost:last},0)&")"'),
      text("leftText", "Against the limit", 'FIXED(ABS({spare}),0)&IF({spare}<0," over"," to spare")'),
      text("limitText", "Limit", 'IF({budget}=0,"",", "&{leftText}&" of "&FIXED({budget},0))'),
      text("monthText", "Month", 'YEAR({runDone})&TEXT(MONTH({runDone}),"-00")'),
      text("dateText", "Date", '{monthText}&TEXT(DAY({runDone}),"-00")'),
      text("daysText", "Days", 'FIXED({runDays},({runDays}<12)*1)&" days."'),
      text("doneText", "When", '"; done on "&{dateText}&" after "&{daysText}'),
      text("noRoom", "If it does not fit", '" But it does not fit in memory: see Training breakdown."'),
      text("hardly", "If it may not", '" Whether it fits in memory is borderline."'),
      text("memoryText", "Memory", 'IF({fits}="fits","",IF({fits}="no",{noRoom},{hardly}))'),
      text("moneyText", "Money", '{conclusion}&": "&{costText}&{rangeText}&{limitText}'),
      text("wholeText", "All", "{moneyText}&{doneText}&{memoryText}"),
      text("errorText", "If it is an error", 'IFERROR({wholeText},"No verdict: a result is an error.")'),
      text("priceText", "If there is no price", '"No verdict: "&{gpu}&" has no price on GM Assumptions."'),
      text("verdictText", "Verdict", "IF({pricePerGpuHour}>0,{errorText},{priceText})"),
    ],
  },
];
