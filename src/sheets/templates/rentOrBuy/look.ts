// The option looked at: break-even, present value, depreciation and a loan, by the budget blocks.
import { breakEven } from "../../budget/breakEven";
import { depreciation } from "../../budget/depreciation";
import { netPresentValue } from "../../budget/netPresentValue";
import { payment } from "../../budget/payment";
import { formula, type Section } from "../../sections";
import { row } from "./costs";
import { CURRENCY, hourly, money } from "./plan";
import { YEARS } from "./years";

const ofLook = (line: string) => `INDEX({${line}:all},1,{k})`;
/** Cost of a year at an allocation. */
export const firstCost = (share: string) => `{fixedYearly:first}+{goodAll}*${share}*{firstHour}`;
export const lookCost = (share: string) =>
  `{lookFixed}+{goodAll}*(${share}*{lookHour}+MAX(0,${share}-{lookFull})*{topHour})`;
const heads = Array.from({ length: 5 }, () => '=TEXT({share},"0%")');
const TOLERANCE = { tolerance: "{assumptions.tolerance}" };

export const lookSections: readonly Section[] = [
  {
    kind: "lines",
    title: "The option looked at",
    lines: [
      formula("k", "Its number", "MATCH({look},{options:heads},0)", { format: "whole" }),
      formula("lookUpfront", "Paid at the start", ofLook("upfront"), money),
      formula("lookHardware", "Of it hardware", ofLook("hardware"), money),
      formula("lookSetup", "Of it setup", ofLook("setupCost"), money),
      formula("lookEnd", "Hardware worth at the end", ofLook("endHardware"), money),
      formula("lookAllEnd", "Worth at the end, with the site", ofLook("endValue"), money),
      formula("lookSiteCharge", "Depreciation of the site", `SLN(${ofLook("site")},0,{siteLife})`, {
        unit: '={assumptions.currency}&" a year"',
        format: "money",
      }),
      formula("lookPresent", "Cost, worth today", ofLook("presentCost"), money),
      formula("lookYearly", "Cost of a year, level", ofLook("yearly"), money),
      formula("lookFixed", "Of it whatever is used", ofLook("fixedYearly"), money),
      formula("lookHour", "Per useful hour held", `${ofLook("variable")}/${ofLook("goodputOf")}`, hourly),
      formula("lookCrossing", "Costs what the first does at", ofLook("crossing"), { format: "percent" }),
      formula("lookFull", "Its GPUs are full at an allocation of", ofLook("full"), { format: "percent" }),
      formula("onTop", "Per useful hour on demand on top", `{levelRent:first}/${ofLook("goodputOf")}`, hourly),
      formula("topHour", "More than its own hours", `${ofLook("bound")}*({onTop}-{lookHour})`, {
        ...hourly,
        note: "beyond that allocation",
      }),
      formula("firstHour", "The first option's", "{variable:first}/{goodputOf:first}", hourly),
      formula("moreFixed", "More fixed than the first option", "{lookFixed}-{fixedYearly:first}", money),
      formula("lookEven", "Break-even allocation", ofLook("even"), { format: "percent", unit: "share of paid hours" }),
      formula("lookAhead", "Has cost less in cash from year", ofLook("aheadFrom"), {
        format: "whole",
        unit: "0: not at the end",
      }),
    ],
  },
  {
    kind: "table",
    id: "byAllocation",
    title: "Cost by allocation (feeds a chart)",
    corner: "Allocation",
    heads,
    lines: [
      {
        id: "share",
        label: "Allocation",
        kind: "input",
        values: [0.4, 0.55, 0.7, 0.85, 1],
        format: "percent",
        unit: "yours",
      },
      row("firstAt", "={options.1:label}", firstCost("{share}"), money),
      row("lookAt", "={look}", lookCost("{share}"), money),
    ],
  },
  {
    kind: "block",
    block: breakEven,
    periods: YEARS,
    links: {
      ...TOLERANCE,
      gpus: "{gpus}",
      rentPrice: "{firstHour}*{assumptions.goodput}",
      fixedYearly: "{moreFixed}",
      ownPrice: "{lookHour}*{assumptions.goodput}",
      allocation: "{allocation}",
    },
  },
  {
    kind: "block",
    block: netPresentValue,
    periods: YEARS,
    links: {
      ...TOLERANCE,
      yearlyRate: "{assumptions.wacc}",
      periodsPerYear: "1",
      atStart: "0",
      upFront: "{lookUpfront}",
      period: "{timeline.period}",
      cash: "INDEX({flow.1}:{flow.5},{k},1)",
    },
  },
  {
    kind: "block",
    block: depreciation,
    periods: YEARS,
    links: {
      ...TOLERANCE,
      cost: "{lookHardware}",
      residual: "{lookHardware}*{residual}",
      lifeYears: "{life}",
      inService: "{planStart}",
      months: "{timeline.months}",
      periodStart: "{timeline.periodStart}",
    },
  },
  {
    kind: "block",
    block: payment,
    periods: YEARS,
    links: {
      ...TOLERANCE,
      principal: "{lookHardware}*{loanShare}",
      balloon: "0",
      yearlyRate: "{loanRate}",
      periodsPerYear: "1",
      count: "{loanYears}",
      atStart: "0",
      firstPeriod: "1",
      period: "{timeline.period}",
    },
  },
  {
    kind: "periods",
    title: "Looked at: expense apart from cash",
    periods: YEARS,
    lines: [
      {
        id: "lookPaid",
        label: "Rent and running cost",
        unit: CURRENCY,
        format: "money",
        formula: "INDEX({cost.1}:{cost.5},{k},1)",
        total: "SUM({lookPaid:all})",
      },
      {
        id: "charge",
        label: "Depreciation of hardware and site",
        unit: CURRENCY,
        format: "money",
        formula: "({depreciation.charge}+{lookSiteCharge}*({timeline.period}<={siteLife}))*{inPlan}",
        total: "SUM({charge:all})",
      },
      {
        id: "expense",
        label: "Expense, with setup in the first year",
        unit: CURRENCY,
        format: "money",
        formula: "{lookPaid}+{charge}+{lookSetup}*({timeline.period}=1)",
        total: "SUM({expense:all})",
      },
      {
        id: "withInterest",
        label: "Expense, with interest of the loan",
        unit: CURRENCY,
        format: "money",
        formula: "{expense}+{payment.interest}",
        total: "SUM({withInterest:all})",
      },
      {
        id: "cashOut",
        label: "Cash: with payments of the loan",
        unit: CURRENCY,
        format: "money",
        formula: "{lookPaid}+{payment.paid}+{payment.balloonPaid}",
        opening: "{lookUpfront}-{lookHardware}*{loanShare}",
        total: "SUM({cashOut:all})",
      },
    ],
  },
];
