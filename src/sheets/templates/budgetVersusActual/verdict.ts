// Why we are over: the parts, the largest of them with its reason, in words.
import { check, type CheckLine, formula, type Section } from "../../sections";

const total = (id: string) => `{variance.${id}:total}`;
const words = (id: string, label: string, spelled: string) => formula(id, label, spelled, { look: "text" });
const usd = (id: string, label: string, spelled: string) =>
  formula(id, label, spelled, { unit: "USD", format: "money" });

export const figures: Section = {
  kind: "lines",
  title: "Budget against actual, closed months",
  lines: [
    usd("budgeted", "Budget", total("budget")),
    usd("spent", "Actual", total("actual")),
    usd("difference", "Actual less budget", total("difference")),
    formula("share", "Share of budget", "IF({budgeted}>0,{difference}/{budgeted},0)", {
      unit: "of the budget",
      format: "percent",
    }),
    formula("flagged", "Months beyond the flag", 'COUNTIF({variance.flag:all},"<>0")', {
      unit: "months",
      format: "whole",
    }),
    usd("notCompared", "Billed and not compared", "{billedTotal}-{spent}"),
  ],
};

const count = (id: string, label: string, spelled: string) =>
  formula(id, label, spelled, { unit: "rows", format: "whole" });

export const billFigures: Section = {
  kind: "lines",
  title: "The bill as pasted",
  lines: [
    usd("billedTotal", "EffectiveCost of all rows", "SUM({bill.cost:all})"),
    count("rowsPasted", "Rows", "MAX(COUNTA({bill.sku:all}),COUNT({bill.cost:all}))"),
    count("datedRows", "Rows whose date is a date", "COUNT({bill.date:all})"),
    count("textRows", "Rows whose date is text", "COUNTA({bill.date:all})-{datedRows}"),
    formula("textDates", "Dates are read as", "IF({datedRows}>0,0,1)", {
      unit: "0 = dates, 1 = text",
      format: "whole",
      note: "text such as 2027-01-15T00:00:00Z is read by its first seven letters",
    }),
    usd("centersTotal", "Of it by cost center", "SUM({centers.billed:all})"),
    usd("noCenter", "of none of the listed centers", "{billedTotal}-{centersTotal}"),
  ],
};

export const parts: Section = {
  kind: "table",
  id: "parts",
  title: "Where the difference comes from",
  corner: "Part",
  heads: ["USD"],
  lines: [
    { id: "part.volume", label: "Volume", kind: "formula", formula: total("volumePart"), format: "money" },
    { id: "part.efficiency", label: "Efficiency", kind: "formula", formula: total("efficiencyPart"), format: "money" },
    { id: "part.rate", label: "Rate", kind: "formula", formula: total("ratePart"), format: "money" },
    { id: "part.unused", label: "Unused commitment", kind: "formula", formula: total("unusedPart"), format: "money" },
  ],
};

const ratio = (id: string, label: string, above: string, below: string, unit: string, format: "decimal" | "factor") =>
  formula(id, label, `IF({${below}}>0,${above}/{${below}},0)`, { unit, format });

const averages = [
  formula("volumeBudget", "Work budgeted", "SUM({variance.volume:all})", { unit: "={workUnit}", format: "whole" }),
  formula("volumeActual", "Work done", "SUM({variance.actualVolume:all})", { unit: "={workUnit}", format: "whole" }),
  formula("hoursActual", "GPU-hours used", "SUM({variance.actualHours:all})", { unit: "GPU-hours", format: "whole" }),
  ratio(
    "perUnitBudget",
    "Planned GPU-hours per unit done",
    total("expectedHours"),
    "volumeActual",
    "GPU-hours",
    "decimal",
  ),
  ratio("perUnitActual", "GPU-hours per unit done", "{hoursActual}", "volumeActual", "GPU-hours", "decimal"),
  usd("costActual", "Cost of these hours", "SUM({variance.actualCost:all})"),
  usd("costAtBudget", "The same hours at the budget's price", `{costActual}-${total("ratePart")}`),
  ratio("priceBudget", "Budget's price of these hours", "{costAtBudget}", "hoursActual", "USD per GPU-hour", "factor"),
  ratio("priceActual", "Price of these hours", "{costActual}", "hoursActual", "USD per GPU-hour", "factor"),
  usd("unusedBudget", "Unused commitment budgeted", "SUM({variance.unused:all})"),
  usd("unusedActual", "Unused commitment", "SUM({variance.actualUnused:all})"),
  formula(
    "impliedMfu",
    "MFU that these hours imply",
    `IF({hoursActual}>0,{mfu}*${total("expectedHours")}/{hoursActual},0)`,
    {
      unit: "share of peak",
      format: "percent" as const,
      note: "against the planned MFU, where the planned hours are the engine's",
    },
  ),
];

const instead = (id: string, label: string, name: string, actual: string, budget: string, digits: "0" | "1" | "12") => [
  words(`${id}.is`, label, `"${name}: "&FIXED({${actual}},${digits})`),
  words(`${id}.plan`, label, `" instead of "&FIXED({${budget}},${digits})`),
];

export const verdictLines: readonly Section[] = [
  { kind: "lines", title: "Averages of the closed months", lines: averages },
  {
    kind: "lines",
    title: "Verdict",
    lines: [
      words("status", "Conclusion", 'IF({variance.flag:total}=1,"over",IF({variance.flag:total}=-1,"under","within"))'),
      usd("mainPart", "Largest part in that direction", "IF({difference}>=0,MAX({parts:all}),MIN({parts:all}))"),
      formula("mainAt", "It is part", "MATCH({mainPart},{parts:all},0)", { unit: "row of the parts", format: "whole" }),
      ...instead("ofVolume", "Volume", "volume", "volumeActual", "volumeBudget", "0"),
      ...instead("ofHours", "Efficiency", "efficiency", "perUnitActual", "perUnitBudget", "1"),
      words("ofPrice.is", "Rate", '"rate: USD "&FIXED({priceActual})'),
      words("ofPrice.plan", "Rate", '" instead of "&FIXED({priceBudget})'),
      words("unusedText", "Unused", "FIXED({unusedActual}/{scale},{digits})&{big}"),
      words("ofUnused.is", "Unused", '"unused commitment: USD "&{unusedText}'),
      words("ofUnused.plan", "Unused", '" instead of "&FIXED({unusedBudget}/{scale},{digits})&{big}'),
      words("reason.0", "If volume", '{ofVolume.is}&{ofVolume.plan}&" "&{workUnit}'),
      words("reason.1", "If efficiency", '{ofHours.is}&{ofHours.plan}&" GPU-hours per unit"'),
      words("reason.2", "If rate", '{ofPrice.is}&{ofPrice.plan}&" per GPU-hour"'),
      words("reason.3", "If unused commitment", "{ofUnused.is}&{ofUnused.plan}"),
      words("reason", "Reason", "INDEX({reason.0}:{reason.3},{mainAt})"),
      words("direction", "Direction", 'IF({difference}>=0,"Over","Under")&" budget by USD "'),
      formula("scale", "Said in", "IF(MAX(ABS({budgeted}),ABS({spent}))<1e6,1,1e6)", { unit: "USD", format: "whole" }),
      formula("digits", "With decimals", "({scale}>1)*(1+1)", { format: "whole" }),
      words("big", "Word for it", 'IF({scale}=1,"","M")'),
      words("percentOff", "Share", 'IF({budgeted}>0," ("&TEXT(ABS({share}),"0%")&")","")'),
      words("amount", "Amount", "FIXED(ABS({difference})/{scale},{digits})&{big}&{percentOff}"),
      words("span", "Months", '" in "&{isClosed:total}&" months"'),
      words("beyond", "Outside the flag", '", mostly "&{reason}&". "'),
      words("inside", "Within the flag", '", within the "&TEXT({threshold},"0%")&" allowed. "'),
      words("judged", "Which", 'IF({status}="within",{inside},{beyond})'),
      words("parts.1st", "Parts", '"Volume "&FIXED({part.volume}/{scale},{digits})&{big}&", "'),
      words("parts.2nd", "Parts", '"efficiency "&FIXED({part.efficiency}/{scale},{digits})&{big}&", "'),
      words("parts.3rd", "Parts", '"rate "&FIXED({part.rate}/{scale},{digits})&{big}&", "'),
      words("parts.4th", "Parts", '"unused commitment "&FIXED({part.unused}/{scale},{digits})&{big}&"."'),
      words("partsText", "All parts", "{parts.1st}&{parts.2nd}&{parts.3rd}&{parts.4th}"),
      words("flagCount", "Months beyond", '" "&{flagged}&" of "&{isClosed:total}&" months beyond "'),
      words("flagText", "Months beyond", '{flagCount}&TEXT({threshold},"0%")&"."'),
      words("leftOut", "Left out", 'IF({unmatched}=0,""," Rows that match no SKU: "&{unmatched}&".")'),
      formula("textCells", "Numbers that are text", "{textQuantity}+{textCost}", { unit: "cells", format: "whole" }),
      words("unread", "Not read", 'IF({textCells}=0,""," Numbers that are text: "&{textCells}&".")'),
      words("unbilled", "Not billed", 'IF({noBill}=0,""," Months without a bill: "&{noBill}&".")'),
      words("doubts", "Left out, not read, not billed", "{leftOut}&{unread}&{unbilled}"),
      words("found", "Together", "{direction}&{amount}&{span}&{judged}&{partsText}&{flagText}&{doubts}"),
      words("compared", "If there is a bill", 'IF({spent}=0,"No cost in the closed months.",{found})'),
      words("verdictText", "Verdict", 'IFERROR({compared},"No verdict: a cell is an error.")'),
    ],
  },
];

const textIn = (column: string) => `COUNTA({bill.${column}:all})-COUNT({bill.${column}:all})`;

export const billChecks: readonly CheckLine[] = [
  check(
    "unmatched",
    "Rows that match no SKU of the map, or several",
    "ABS({rowsPasted}-SUM({map.rows:all}))",
    "add the SKU to the map, once, with 0 GPUs and no where it is none",
  ),
  check("skuTwice", "SKUs twice in the map", "SUM({map.twice:all})"),
  check(
    "noWork",
    "Closed months without work done",
    'SUMPRODUCT({isClosed:all}*({workDone:all}=""))',
    "type it, 0 where there was none: without it all hours count as inefficient",
  ),
  check(
    "noBill",
    "Closed months without a cost in the bill",
    "SUMPRODUCT({isClosed:all}*({inMonths:all}=0))",
    "close only the months that the bill covers, or paste the rest: a missing bill looks like money saved",
  ),
  check("textQuantity", "Quantities that are text, not numbers", textIn("quantity"), "paste values as numbers"),
  check("textCost", "Costs that are text, not numbers", textIn("cost"), "paste values as numbers"),
  check("mixedDates", "Dates and text for dates side by side", "MIN({datedRows},{textRows})"),
  check("formulaText", "Cells of the bill that begin with =", 'SUMPRODUCT((LEFT({bill:all},1)="=")*1)'),
  check(
    "outsideMonths",
    "Cost outside the twelve months, or without a date",
    "(ABS({inMonths:total}-SUM({map.billed:all}))>{assumptions.tolerance})*1",
  ),
  check("belowRoom", "Rows below those that the checks read", "COUNT({bill.cost:whole})-COUNT({bill.cost:all})"),
  check("centersTwice", "Cost centers share rows", "({centersTotal}>{billedTotal}+{assumptions.tolerance})*1"),
  check("firstDay", "The first month does not start on its first day", "(DAY({planStart})<>1)*1"),
  check(
    "partsAddUp",
    "The parts do not add up to the difference",
    "(ABS(SUM({parts:all})-{difference})>{assumptions.tolerance})*1",
  ),
];
