// Supply: tranches of committed GPUs, what they cost in each quarter and when they are paid.
import type { ListSection, Section } from "../../sections";
import { each, PERIODS, stack, TRANCHES } from "./size";

const [JULY_2026, JANUARY_2027, OCTOBER_2027, JULY_2029] = [46_204, 46_388, 46_661, 47_300];

export const supply: ListSection = {
  kind: "list",
  id: "supply",
  title: "Supply: one tranche of committed GPUs a row",
  columns: [
    { id: "provider", head: "Provider and tranche" },
    { id: "gpu", head: "GPU", list: "types.gpu" },
    { id: "count", head: "GPUs", format: "whole" },
    { id: "kind", head: "Kind" },
    { id: "signed", head: "Signed", list: "lists.yesNo" },
    { id: "start", head: "Start", format: "date" },
    { id: "term", head: "Term, months", format: "whole" },
    { id: "price", head: "USD per hour", format: "price" },
    { id: "prepaid", head: "Prepaid", format: "percent" },
    { id: "lead", head: "Lead, months", format: "whole" },
    { id: "end", head: "End", format: "date", formula: 'IF({count}>0,EDATE({start},{term}),"")' },
    { id: "orderBy", head: "Order by", format: "date", formula: 'IF({count}>0,EDATE({start},-{lead}),"")' },
    { id: "signBy", head: "Sign by", format: "date", formula: 'IF({signed}="yes","",{orderBy})' },
    {
      id: "daily",
      head: "Hours per day",
      format: "whole",
      formula: '{count}*{assumptions.hoursPerDay}*IF({signed}="yes",1,{planned})',
    },
    { id: "perDay", head: "USD per day", format: "money", formula: "{daily}*{price}" },
    { id: "value", head: "Contract USD", format: "money", formula: "IF({count}>0,{perDay}*({end}-{start}),0)" },
    { id: "upFront", head: "Upfront USD", format: "money", formula: "{value}*{prepaid}" },
    {
      id: "known",
      head: "Known",
      format: "whole",
      formula: "COUNTIF({types.gpu:all},{gpu})*({start}>0)*({term}>0)",
    },
  ],
  rows: [
    ["Provider A (first)", "h100-sxm", 1024, "reserved", "yes", JULY_2026, 36, 2.45, 0.2, 3],
    ["Provider B", "h200-sxm", 512, "reserved", "yes", JANUARY_2027, 36, 2.85, 0.1, 4],
    ["Provider C (first)", "b200-sxm", 256, "reserved", "yes", JANUARY_2027, 36, 5.1, 0.25, 6],
    ["Provider C (second)", "b200-sxm", 512, "reserved", "no", OCTOBER_2027, 36, 4.9, 0.25, 6],
    ["Provider A (renewal)", "h100-sxm", 1024, "reserved", "no", JULY_2029, 24, 2.2, 0, 3],
  ],
  spare: TRANCHES - 5,
  note: "A tranche is paid whether it is used or not. End: the first day without it. Order by: start less lead time. Prices per GPU-hour: your contracts and offers.",
};

const START = "{supply.start.#}";
const END = "{supply.end.#}";

const perTranche = (id: string, unit: string, format: "whole" | "money", formula: string, opening?: string) =>
  each(TRANCHES, (i) => ({
    id: `${id}.${i}`,
    label: `={supply.provider.${i}}&""`,
    unit,
    format,
    formula: formula.replaceAll("#", String(i)),
    ...(opening !== undefined && { opening: opening.replaceAll("#", String(i)) }),
    ...(opening === undefined && { total: `SUM({${id}.${i}:all})` }),
  }));

export const supplyPeriods: readonly Section[] = [
  {
    kind: "periods",
    title: "Paid GPU-hours by tranche",
    periods: PERIODS,
    lines: perTranche(
      "paid",
      "GPU-hours",
      "whole",
      `{supply.daily.#}*MAX(0,MIN(${END},{timeline.periodEnd})-MAX(${START},{timeline.periodStart}))`,
    ),
  },
  {
    kind: "periods",
    title: "P&L by tranche: what accrues",
    periods: PERIODS,
    lines: perTranche("accrual", "USD", "money", "{paid.#}*{supply.price.#}"),
  },
  {
    kind: "periods",
    title: "Cash by tranche: the prepaid share at the start, the rest as it accrues",
    periods: PERIODS,
    lines: perTranche(
      "cash",
      "USD",
      "money",
      `{supply.upFront.#}*AND(${START}>={timeline.periodStart},${START}<{timeline.periodEnd})+(1-{supply.prepaid.#})*{accrual.#}`,
    ),
  },
  {
    kind: "periods",
    title: "Prepaid and not yet accrued, from the contracts",
    periods: PERIODS,
    lines: [
      ...perTranche("left", "USD", "money", leftAt("{timeline.periodEnd}"), leftAt("{planStart}")),
      {
        id: "leftOfAll",
        label: "Prepaid of all tranches",
        unit: "USD",
        format: "money",
        formula: `SUM(${stack("left", TRANCHES)})`,
        opening: `SUM({left.0:opening}:{left.${TRANCHES - 1}:opening})`,
        look: "total",
      },
    ],
  },
];

/** An empty end is text: MAX over a reference reads past it. */
function leftAt(day: string): string {
  return `{supply.perDay.#}*{supply.prepaid.#}*(${START}<${day})*(MAX(${END},${day})-${day})`;
}

const PLAN_END = "{timeline.periodEnd:last}";

/** Each contract over its whole term: before, in and after the plan, accrued and paid. */
export const terms: ListSection = {
  kind: "list",
  id: "terms",
  title: "Contracts over their whole term: P&L and cash reconcile",
  columns: [
    { id: "tranche", head: "Tranche", formula: '{supply.provider.@}&""' },
    { id: "value", head: "Contract, USD", format: "money", formula: "{supply.value.@}" },
    {
      id: "before",
      head: "P&L before",
      format: "money",
      formula: "{supply.perDay.@}*MAX(0,MIN({supply.end.@},{planStart})-{supply.start.@})",
    },
    { id: "during", head: "P&L in plan", format: "money", formula: "{accrual.@:total}" },
    {
      id: "after",
      head: "P&L after",
      format: "money",
      formula: `{supply.perDay.@}*(MAX({supply.end.@},${PLAN_END})-MAX({supply.start.@},${PLAN_END}))`,
    },
    {
      id: "paidBefore",
      head: "Cash before",
      format: "money",
      formula: "{supply.upFront.@}*({supply.start.@}<{planStart})+(1-{supply.prepaid.@})*{before}",
    },
    { id: "paidDuring", head: "Cash in plan", format: "money", formula: "{cash.@:total}" },
    {
      id: "paidAfter",
      head: "Cash after",
      format: "money",
      formula: `{supply.upFront.@}*({supply.start.@}>=${PLAN_END})+(1-{supply.prepaid.@})*{after}`,
    },
    {
      id: "accrualGap",
      head: "P&L differs",
      format: "whole",
      formula: "(ABS({before}+{during}+{after}-{value})>{assumptions.tolerance})*1",
    },
    {
      id: "cashGap",
      head: "Cash differs",
      format: "whole",
      formula: "(ABS({paidBefore}+{paidDuring}+{paidAfter}-{value})>{assumptions.tolerance})*1",
    },
  ],
  rows: [],
  spare: TRANCHES,
};
