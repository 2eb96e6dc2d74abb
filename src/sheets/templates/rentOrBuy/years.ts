// Year by year: prices, cash, present values, and when an option has paid off.
import { timeline } from "../../budget/timeline";
import type { PeriodsLine, Section } from "../../sections";
import { NUMBERS } from "./options";
import { CURRENCY } from "./plan";

/** Years at most: the columns from H. */
export const YEARS = 6;
const money = { unit: CURRENCY, format: "money" } as const;

/** One line per option; # is its number. */
const each = (id: string, what: string, formula: string, extras: Partial<PeriodsLine>): PeriodsLine[] =>
  NUMBERS.map((n) => {
    const numbered = (text: string) => text.replaceAll("#", String(n));
    const { total, opening } = extras;
    return {
      ...extras,
      id: `${id}.${n}`,
      label: `={options.${n}:label}&": ${what}"`,
      formula: numbered(formula),
      ...(total !== undefined && { total: numbered(total) }),
      ...(opening !== undefined && { opening: numbered(opening) }),
    };
  });

export const yearSections: readonly Section[] = [
  {
    kind: "block",
    block: timeline,
    periods: YEARS,
    links: { planStart: "{planStart}", periodsPerYear: "1", hoursPerDay: "{assumptions.hoursPerDay}" },
  },
  {
    kind: "periods",
    title: "Years compared",
    periods: YEARS,
    lines: [
      {
        id: "inPlan",
        label: "Is compared",
        unit: "flag",
        format: "whole",
        formula: "({timeline.period}<={years})*1",
        total: "SUM({inPlan:all})",
      },
      {
        id: "worth",
        label: "Worth today of one paid at the year's end",
        unit: "factor",
        format: "factor",
        formula: "{inPlan}*(1+{assumptions.wacc})^(0-{timeline.period})",
        total: "SUM({worth:all})",
      },
    ],
  },
  {
    kind: "periods",
    title: "Price factor; total: its average",
    periods: YEARS,
    lines: each("factor", "price factor", "(1+{priceChange})^(INT(({timeline.period}-1)/{term:#})*{term:#})", {
      unit: "factor",
      format: "factor",
      total: "SUMPRODUCT({factor.#:all},{worth:all})/{worth:total}",
    }),
  },
  {
    kind: "periods",
    title: "Paid in the year",
    periods: YEARS,
    lines: each("cost", "paid", "{inPlan}*({rentYear:#}*{factor.#}+{topUp:#}*{factor.1}+{running:#})", {
      ...money,
      total: "SUM({cost.#:all})",
    }),
  },
  {
    kind: "periods",
    title: "Less what is left at the end",
    periods: YEARS,
    lines: each("flow", "net", "{cost.#}-{endValue:#}*({timeline.period}={years})", {
      ...money,
      total: "SUM({flow.#:all})",
    }),
  },
  {
    kind: "periods",
    title: "The same, worth today",
    periods: YEARS,
    lines: each("present", "worth today", "{flow.#}*{worth}", { ...money, total: "SUM({present.#:all})" }),
  },
  {
    kind: "periods",
    title: "Paid since the start (feeds the chart)",
    periods: YEARS,
    lines: each("paid", "paid so far", "{paid.#:previous}+{cost.#}", { ...money, opening: "{upfront:#}" }),
  },
  {
    kind: "periods",
    title: "Years in which no less was paid so far; total: the year since when it is less, to the end",
    periods: YEARS,
    // The last year behind and one more; none where that is the last one compared.
    lines: each("behind", "not ahead", "({paid.#}>={paid.1})*{inPlan}*{timeline.period}", {
      unit: "year, or 0",
      format: "whole",
      total: "MOD(MAX({behind.#:all})+1,{years}+1)",
    }),
  },
];
