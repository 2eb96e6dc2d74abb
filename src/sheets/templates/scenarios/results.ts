// What the cases come to, against the first of them; the tornado of the chosen one; the verdict in words.
import { formula, type EngineLine, type Section, type TableLine } from "../../sections";
import { CASES } from "./cases";

const CURRENCY = "={assumptions.currency}";
/** In this order in the table of results, too: {results.row1} is the total. */
const FIGURES: readonly EngineLine[] = [
  { id: "one.total", label: "Total", unit: "GB", note: "memory on the fullest GPU, at its peak" },
  { id: "one.totalLow", label: "Total low", unit: "GB" },
  { id: "one.totalHigh", label: "Total high", unit: "GB" },
  { id: "one.capacity", label: "Capacity", unit: "GB", note: "what the GPU can hand out" },
  {
    id: "one.hours",
    label: "GPU hours",
    unit: "GPU-hours",
    format: "whole",
    note: "paid: incl. goodput and allocation",
  },
  { id: "one.wall", label: "Wall hours", unit: "hours", format: "whole" },
  { id: "one.fits", label: "Fits", format: "text", note: "fits, borderline or no" },
];
const RANGES = 6;

const row = (id: string, label: string, spelled: string, extras: Partial<TableLine> = {}): TableLine => ({
  id,
  label,
  kind: "formula",
  formula: spelled,
  ...extras,
});
const text = (id: string, label: string, spelled: string) => formula(id, label, spelled, { look: "text" });

/** Amount and percent against the first case. */
const deltas = (id: string, label: string, extras: Partial<TableLine>): TableLine[] => [
  row(`${id}.delta`, `${label}, more than the first case`, `IFERROR({${id}}-{${id}:first},0)`, extras),
  row(`${id}.percent`, `${label}, in percent of it`, `IFERROR({${id}}/{${id}:first}-1,0)`, { format: "percent" }),
];

export const resultSections: readonly Section[] = [
  {
    kind: "engine",
    title: "Engine results of the case looked at",
    groups: [
      {
        id: "figures",
        call: "GPUMEM.RESULT({chosen},{figures:labels})",
        shape: { kind: "aligned" },
        lines: FIGURES,
      },
    ],
  },
  {
    kind: "engineTable",
    id: "results",
    title: "Engine results of all cases",
    call: "TRANSPOSE(GPUMEM.ESTIMATE({cases:block},{figures:labels}))",
    rows: FIGURES.length,
    columns: 1 + CASES.length,
    columnLabels: ["Output", ...CASES.map(() => "={cases:head}")],
    rowFormats: FIGURES.map(({ format = "decimal" }) => format),
  },
  {
    kind: "engineTable",
    id: "tornado",
    title: "What moves the case looked at most",
    call: "GPUMEM.TORNADO({chosen},{ranges:block},{swingOutput})",
    rows: 1 + RANGES,
    columns: 5,
  },
  {
    kind: "table",
    id: "compare",
    title: "Cases compared",
    corner: "Result",
    heads: CASES.map(() => "={cases:head}"),
    lines: [
      row("memory", "Memory per GPU", "{results.row1}", { unit: "GB", format: "decimal" }),
      row("usable", "May be used", "{results.row4}*(1-{safetyMargin})", { unit: "GB", format: "decimal" }),
      row("spare", "To spare", "{usable}-{memory}", { unit: "GB", format: "decimal" }),
      row("fitsRow", "Does it fit?", "{results.row7}", { format: "text" }),
      row("hours", "Paid GPU-hours", "{results.row5}", { unit: "GPU-hours", format: "whole" }),
      row("days", "Days", "{results.row6}/{assumptions.hoursPerDay}", { unit: "days", format: "decimal" }),
      row("cost", "Cost", 'IF(N({pricePerGpuHour})>0,{hours}*{pricePerGpuHour},"no price")', {
        unit: CURRENCY,
        format: "money",
        look: "total",
      }),
      ...deltas("memory", "Memory", { unit: "GB", format: "decimal" }),
      ...deltas("hours", "GPU-hours", { unit: "GPU-hours", format: "whole" }),
      ...deltas("days", "Days", { unit: "days", format: "decimal" }),
      ...deltas("cost", "Cost", { unit: CURRENCY, format: "money" }),
      row("priceRow", "Row of the price list", "IFERROR(MATCH({gpu},{assumptions.prices.gpu:all},0),0)", {
        format: "whole",
        unit: "0: no price on GM Assumptions",
      }),
      row("listed", "Price found there", "INDEX({assumptions.prices.price:all},MAX(1,{priceRow}))", {
        unit: CURRENCY,
        format: "price",
      }),
      row("listPrice", "Price of the list", 'IF({priceRow}>0,{listed},"")', { unit: CURRENCY, format: "price" }),
    ],
  },
  {
    kind: "table",
    id: "swings",
    title: "Change by assumption (feeds a chart)",
    corner: "Assumption",
    heads: ["At its low", "As in the case", "At its high"],
    lines: Array.from({ length: RANGES }, (_, i) =>
      row(`swing${i + 1}`, `={tornado.row${i + 1}:label}`, `IFERROR({tornado.row${i + 1}}-{tornado.2:first},0)`, {
        format: "decimal",
        unit: "={swingOutput}",
      }),
    ),
  },
  {
    kind: "lines",
    title: "Verdict in words",
    lines: [
      text("base", "The first case", "INDEX({cases:heads},1,1)"),
      formula("caseCount", "Cases", "COLUMNS({cases:heads})", { format: "whole" }),
      formula("high", "High end of the range less what may be used", "{one.totalHigh}-INDEX({usable:all},1,{k})", {
        unit: "GB",
        format: "decimal",
      }),
      formula("chosenCost", "Cost of the case", "INDEX({cost:all},1,{k})", { unit: CURRENCY, format: "money" }),
      formula("moreCost", "More than the first case", "INDEX({cost.delta:all},1,{k})", {
        unit: CURRENCY,
        format: "money",
      }),
      formula("morePercent", "In percent of it", "INDEX({cost.percent:all},1,{k})", { format: "percent" }),
      formula("chosenDays", "Days of the case", "INDEX({days:all},1,{k})", { unit: "days", format: "decimal" }),
      formula("moreDays", "More than the first case", "INDEX({days.delta:all},1,{k})", {
        unit: "days",
        format: "decimal",
      }),
      formula("chosenMemory", "Memory per GPU", "INDEX({memory:all},1,{k})", { unit: "GB", format: "decimal" }),
      formula("chosenHours", "Paid GPU-hours", "INDEX({hours:all},1,{k})", { unit: "GPU-hours", format: "whole" }),
      formula("chosenSpare", "Memory to spare per GPU", "INDEX({spare:all},1,{k})", { unit: "GB", format: "decimal" }),
      text("fits", "Does it fit?", "INDEX({fitsRow:all},1,{k})"),
      text("fitsText", "Memory", 'IF({fits}="no","does not fit",{fits})'),
      text("spareText", "To spare", 'FIXED(ABS({chosenSpare}),1)&" GB "&IF({chosenSpare}<0,"over","to spare")'),
      text("amountText", "Amount", 'FIXED({chosenCost},0)&" "&{assumptions.currency}'),
      text("costText", "Cost", "IF(ISNUMBER({chosenCost}),{amountText},{chosenCost})"),
      text("deltaText", "Against", 'TEXT({morePercent},"+0%;-0%;0%")&" against "&{base}'),
      text("moreText", "Against the first", 'IF(ISNUMBER({chosenCost})*({k}>1),", "&{deltaText},"")'),
      text("daysText", "Time", '"; "&FIXED({chosenDays},0)&" days; "&{fitsText}&", "&{spareText}'),
      text("wholeText", "All", '{case}&": "&{costText}&{moreText}&{daysText}&" per GPU."'),
      text("verdictText", "Verdict", 'IFERROR({wholeText},"No verdict: a result is an error.")'),
    ],
  },
];
