// On demand, one year, three years, colocation, own site?
import { check, type SheetTemplate } from "../../sections";
import { compare } from "./compare";
import { costs } from "./costs";
import { lookSections } from "./look";
import { NUMBERS, options } from "./options";
import { moreSections, planSections } from "./plan";
import { verdict } from "./verdict";
import { YEARS, yearSections } from "./years";

/** An error is a failed check, too. */
const off = (difference: string) => `IFERROR((ABS(${difference})>{assumptions.tolerance})*1,1)`;

export const rentOrBuy: SheetTemplate = {
  id: "rent-or-buy",
  name: "Rent or buy",
  question: "On demand, 1 year, 3 years, colocation, own site?",
  summary:
    "Five ways to have the GPUs at the same useful work: cost per year and per useful hour, break-even allocation.",
  keywords: ["rent", "buy", "lease", "colocation", "commitment", "TCO", "NPV", "break-even", "depreciation", "loan"],
  picture: "lines",
  shape: "timeline",
  verdict: "{verdictText}",
  verdictWords: { line: "conclusion", good: "Pays", warning: "Borderline", failed: "Does not pay" },
  sections: [
    ...planSections,
    options,
    compare,
    { kind: "charts", title: "Charts" },
    ...moreSections,
    costs,
    ...yearSections,
    ...lookSections,
    verdict,
    {
      kind: "checks",
      lines: [
        check("partsReconcile", "Parts do not add up to the cost of a year", off("SUM({sumGap:all})")),
        check("npvReconciles", "Present value by NPV() differs", off("{netPresentValue.presentValue}-{lookPresent}")),
        check("evenReconciles", "Break-even by its block differs", off("{evenGap}")),
        check("costsAgree", "Cost by allocation is not the comparison's", "IFERROR((ABS({costGap})>1)*1,1)"),
        check("bookReconciles", "Book value at the end differs", off("{bookEnd}-{lookEnd}")),
        check("profitReconciles", "Expense and cash do not meet over the plan", off("{profitGap}")),
        check("annuityReconciles", "Annuity is not that of the years", off("1/{worth:total}-{annuity}")),
        check("noPrice", "Rents without a price", "{priceless}"),
        check("yearsAllowed", "Years compared: not 1 to 6 whole years", "({inPlan:total}<>{years})*1"),
        check("lifeEnds", "The hardware's life ends before the years compared", "({years}>{life})*1"),
        check("nameTwice", "Two options of one name", "({nameCount}<>COLUMNS({options:heads}))*1"),
      ],
    },
    {
      kind: "notes",
      title: "Notes",
      texts: [
        "All options do the same useful work. Useful hours = paid hours × allocation (share that jobs hold) × goodput (share of that time that makes progress).",
        "On demand pays only the hours that jobs hold; a commitment pays all; what is owned costs the same whether used or not, but for part of its energy.",
        "Level cost of a year: what is paid at the start, each year and got back at the end, spread evenly at the cost of capital of GM Assumptions. Years have 8,760 hours; payments fall at their ends.",
        "Before taxes. Wages, energy, space and support stay as typed for all years. What is left at the end counts at its book value: compare it with what used hardware sells for. A contract that outlasts the years compared is counted up to their end only.",
        "The first option is what the others are compared with. A price factor's total is its average over the years compared, discounted; cheaper in cash from a year on: less was paid so far in it and in all later years compared.",
        "Break-even allocation: from it on the option costs less than the first one. More than 100%: it never does. None: its hours cost no less, or its GPUs are full before.",
        "Hardware quotes in the example are of 2023 and 2024, rents of 2026: replace them by quotes of one date before you sign.",
        "Where jobs must hold more hours than the GPUs have, the rest is bought on demand.",
      ],
    },
  ],
  charts: [
    {
      title: "Paid since the start",
      kind: "lines",
      categories: "{timeline.period:all}",
      series: NUMBERS.map((n) => ({ name: `{paid.${n}:label}`, values: `{paid.${n}:all}` })),
      valueAxis: "currency of GM Assumptions",
    },
    {
      title: "Cost of a year, level",
      kind: "stackedColumns",
      categories: "{compare:heads}",
      series: ["capitalYearly", "rentYearly", "topUpYearly", "runningYearly"].map((id) => ({
        name: `{${id}:label}`,
        values: `{${id}:all}`,
      })),
      valueAxis: "a year",
    },
    {
      title: "Cost of a year by allocation",
      kind: "lines",
      categories: "{byAllocation:heads}",
      series: ["firstAt", "lookAt"].map((id) => ({ name: `{${id}:label}`, values: `{${id}:all}` })),
      valueAxis: "a year",
    },
  ],
  outputs: ["bestName", "best", "lead", "conclusion", "lookEven", "lookYearly"],
  widths: {
    3: 15,
    4: 15,
    5: 15,
    6: 15,
    7: 15,
    ...Object.fromEntries(Array.from({ length: YEARS }, (_, i) => [8 + i, 13])),
  },
};
