// Every budget block placed in one workbook, with what each must show by independent arithmetic.
import { activity, timeline } from "../../src/sheets/budget/timeline";
import { breakEven } from "../../src/sheets/budget/breakEven";
import { depreciation } from "../../src/sheets/budget/depreciation";
import { netPresentValue } from "../../src/sheets/budget/netPresentValue";
import { payment } from "../../src/sheets/budget/payment";
import { showback } from "../../src/sheets/budget/showback";
import { variance } from "../../src/sheets/budget/variance";
import type { Block } from "../../src/sheets/block";
import { type Link, type PlacedBlock, placeBlock } from "../../src/sheets/place";
import {
  crossing,
  depreciationSchedule,
  levelPayment,
  balanceAfter,
  monthsLater,
  presentValue,
  serial,
} from "./independent";

export interface BudgetCase {
  readonly name: string;
  readonly sheet: string;
  readonly placed: PlacedBlock;
  readonly expected: Readonly<Record<string, number | string | readonly number[]>>;
  readonly totals?: Readonly<Record<string, number>>;
}

const PERIODS = 12;
const each = <T>(make: (i: number) => T): T[] => Array.from({ length: PERIODS }, (_, i) => make(i));
const cycle = (numbers: readonly number[]) => each((i) => numbers[i % numbers.length] ?? 0);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

export const TIMELINE_SHEET = "GM Timeline";
/** From the last day of January, through a leap year. */
const PLAN_START = serial(2027, 1, 31);
const STARTS = each((i) => monthsLater(PLAN_START, 3 * i));
const ENDS = each((i) => monthsLater(PLAN_START, 3 * (i + 1)));
const placedTimeline = placeBlock(timeline, { row: 1, periods: PERIODS, values: { planStart: PLAN_START } });

const fromTimeline = (...ids: string[]): Record<string, Link> =>
  Object.fromEntries(ids.map((id) => [id, { to: placedTimeline, id, sheet: TIMELINE_SHEET }]));

/** Each further block stands below the one before, on one sheet. */
let nextRow = 1;
function place(block: Block, values: Record<string, number | readonly number[]>, links: Record<string, Link> = {}) {
  const placed = placeBlock(block, { row: nextRow, periods: PERIODS, values, links });
  nextRow = placed.nextRow + 1;
  return placed;
}

const timelineCase: BudgetCase = {
  name: "timeline from 31 January",
  sheet: TIMELINE_SHEET,
  placed: placedTimeline,
  expected: {
    months: 3,
    period: each((i) => i + 1),
    periodStart: STARTS,
    periodEnd: ENDS,
    days: each((i) => (ENDS[i] ?? 0) - (STARTS[i] ?? 0)),
    hours: each((i) => ((ENDS[i] ?? 0) - (STARTS[i] ?? 0)) * 24),
  },
  totals: { days: (ENDS.at(-1) ?? 0) - PLAN_START },
};

function activityCase(name: string, start: number, end: number): BudgetCase {
  const days = each((i) => {
    let count = 0;
    for (let day = STARTS[i] ?? 0; day < (ENDS[i] ?? 0); day++) if (day >= start && day < end) count++;
    return count;
  });
  return {
    name: `activity: ${name}`,
    sheet: "Budget",
    placed: place(activity, { start, end }, fromTimeline("periodStart", "periodEnd")),
    expected: { active: STARTS.map((day) => (day >= start && day < end ? 1 : 0)), activeDays: days },
    totals: { activeDays: sum(days) },
  };
}

function depreciationCase(
  name: string,
  cost: number,
  residual: number,
  lifeYears: number,
  inService: number,
): BudgetCase {
  const values = { cost, residual, lifeYears, inService };
  const { charge, closing, starts } = depreciationSchedule(values, STARTS, 3);
  return {
    name: `depreciation: ${name}`,
    sheet: "Budget",
    placed: place(depreciation, values, fromTimeline("months", "periodStart")),
    expected: { charge, closing, starts, purchase: starts.map((flag) => flag * cost) },
    totals: { charge: sum(charge) },
  };
}

function npvCase(
  name: string,
  yearlyRate: number,
  atStart: 0 | 1,
  upFront: number,
  cash: readonly number[],
): BudgetCase {
  return {
    name: `net present value: ${name}`,
    sheet: "Budget",
    placed: place(netPresentValue, { yearlyRate, atStart, upFront, cash }, fromTimeline("period")),
    expected: { presentValue: upFront + presentValue(yearlyRate, 4, atStart === 1, cycle(cash)) },
  };
}

interface Loan {
  readonly principal: number;
  readonly balloon: number;
  readonly yearlyRate: number;
  readonly count: number;
  readonly atStart: 0 | 1;
  readonly firstPeriod: number;
}

function paymentCase(name: string, loan: Loan): BudgetCase {
  const { principal, balloon, yearlyRate, count, firstPeriod } = loan;
  const [i, atStart] = [yearlyRate / 4, loan.atStart === 1];
  const level = levelPayment(principal, balloon, i, count, atStart);
  const numbers = each((k) => k + 2 - firstPeriod);
  const paid = numbers.map((k) => (k >= 1 && k <= count ? level : 0));
  const closing = numbers.map((k) => (k >= 1 ? balanceAfter(k, level, balloon, i, count, atStart) : 0));
  return {
    name: `payment: ${name}`,
    sheet: "Budget",
    placed: place(payment, { ...loan }, fromTimeline("period")),
    expected: { level, paid, closing, balloonPaid: numbers.map((k) => (k === count ? balloon : 0)) },
    totals: { paid: sum(paid) },
  };
}

function breakEvenCase(
  name: string,
  values: Record<"gpus" | "rentPrice" | "fixedYearly" | "ownPrice" | "allocation", number>,
) {
  const { gpus, rentPrice, fixedYearly, ownPrice, allocation } = values;
  const hours = gpus * 24 * 365;
  const saving = (share: number) => hours * share * (rentPrice - ownPrice) - fixedYearly;
  const even = rentPrice > ownPrice ? crossing(saving, 100) : "none";
  return {
    name: `break-even: ${name}`,
    sheet: "Budget",
    placed: place(breakEven, values),
    expected: {
      even,
      saving: saving(allocation),
      rent: hours * allocation * rentPrice,
      cheaper: saving(allocation) > 0 ? "Own" : "Rent",
      reachable: typeof even === "number" && even <= 1 ? 1 : 0,
    },
  } satisfies BudgetCase;
}

function showbackCase(): BudgetCase {
  const used = [cycle([200_000.5, 0, 410_000]), cycle([350_000, 0, 12_000.25]), cycle([0, 0, 77_000])];
  const [paid, cost] = [cycle([800_000, 820_000, 499_000.25]), cycle([1_800_000.01, 1_845_000, 2_000_000.07])];
  const share = (k: number, i: number) => {
    const all = used.reduce((total, center) => total + (center[i] ?? 0), 0);
    return all === 0 ? 0 : (used[k]?.[i] ?? 0) / all;
  };
  const split = (amounts: readonly number[], k: number) => amounts.map((amount, i) => amount * share(k, i));
  return {
    name: "showback",
    sheet: "Budget",
    placed: place(showback(["Research", "Search", "Ads"]), {
      paid,
      cost,
      "used.0": used[0] ?? [],
      "used.1": used[1] ?? [],
      "used.2": used[2] ?? [],
    }),
    expected: {
      ...Object.fromEntries(
        used.flatMap((_, k) => [
          [`hours.${k}`, split(paid, k)],
          [`cost.${k}`, split(cost, k)],
        ]),
      ),
      "hours.nobody": cycle([0, 820_000, 0]),
      "cost.nobody": cycle([0, 1_845_000, 0]),
    },
    totals: { "cost.0": sum(split(cost, 0)), "cost.nobody": 4 * 1_845_000 },
  };
}

function varianceCase(): BudgetCase {
  const budget = { V: cycle([100, 120, 140, 80]), h: cycle([2000, 2000, 1900, 2100]), p: cycle([2.5, 2.45, 2.4, 2.4]) };
  const actual = {
    V: cycle([110, 118, 140, 82]),
    h: cycle([2100, 2000, 1955.5, 1750]),
    p: cycle([2.6, 2.325, 2.4, 2.4]),
  };
  const [unused, actualUnused] = [cycle([0, 10_000, 0, 0]), cycle([42_000, 0, 12_345.67, 0])];
  const of = (row: readonly number[], i: number) => row[i] ?? 0;
  const cost = (side: typeof budget, i: number) => of(side.V, i) * of(side.h, i) * of(side.p, i);
  const difference = each((i) => cost(actual, i) + of(actualUnused, i) - cost(budget, i) - of(unused, i));
  const budgeted = sum(each((i) => cost(budget, i) + of(unused, i)));
  return {
    name: "variance",
    sheet: "Budget",
    placed: place(variance, {
      volume: budget.V,
      hoursPerUnit: budget.h,
      price: budget.p,
      unused,
      actualVolume: actual.V,
      actualHours: each((i) => of(actual.V, i) * of(actual.h, i)),
      actualCost: each((i) => cost(actual, i)),
      actualUnused,
    }),
    expected: {
      volumePart: each((i) => (of(actual.V, i) - of(budget.V, i)) * of(budget.h, i) * of(budget.p, i)),
      efficiencyPart: each((i) => of(actual.V, i) * (of(actual.h, i) - of(budget.h, i)) * of(budget.p, i)),
      ratePart: each((i) => of(actual.V, i) * of(actual.h, i) * (of(actual.p, i) - of(budget.p, i))),
      unusedPart: each((i) => of(actualUnused, i) - of(unused, i)),
      difference,
      flag: each((i) => {
        const share = of(difference, i) / (cost(budget, i) + of(unused, i));
        return Math.abs(share) <= 0.05 ? 0 : Math.sign(share);
      }),
    },
    totals: {
      difference: sum(difference),
      flag: Math.abs(sum(difference)) <= 0.05 * budgeted ? 0 : Math.sign(sum(difference)),
    },
  };
}

const OWN = { gpus: 4096, rentPrice: 2.99, fixedYearly: 62_000_000, ownPrice: 0.08, allocation: 0.7 };
const LOAN: Loan = { principal: 10_000_000, balloon: 0, yearlyRate: 0.08, count: 8, atStart: 0, firstPeriod: 1 };

export const BUDGET_CASES: readonly BudgetCase[] = [
  timelineCase,
  activityCase("from a period's start", STARTS[2] ?? 0, STARTS[6] ?? 0),
  activityCase("within periods", serial(2027, 5, 15), serial(2028, 3, 2)),
  activityCase("outside the plan", serial(2024, 1, 1), serial(2026, 12, 31)),
  depreciationCase("in service within the plan", 12_000_000, 1_200_000, 2, serial(2027, 4, 30)),
  depreciationCase("in service within a period, odd cents", 7_654_321.09, 123_456.78, 1.75, serial(2027, 6, 1)),
  depreciationCase("older than the plan, ends within it", 5_000_000, 250_000, 3, serial(2025, 9, 12)),
  depreciationCase("longer than the plan", 40_000_000, 0, 6, serial(2028, 2, 29)),
  npvCase("end of period", 0.1, 0, 2_500_000, [900_000, 1_100_000, 1_250_000.55]),
  npvCase("start of period", 0.085, 1, 0, [333_333.33, 0, -50_000]),
  withoutZeros(npvCase("mid-plan gaps", 0.12, 0, 5_000, [0, 700_000, 0, 0, 20_000.5])),
  npvCase("rate 0", 0, 0, 10, [1, 2, 3]),
  paymentCase("in arrears, from the first period", LOAN),
  paymentCase("in advance, with a balloon", { ...LOAN, balloon: 1_000_000, atStart: 1, firstPeriod: 3 }),
  paymentCase("begun before the plan", { ...LOAN, balloon: 750_000.5, firstPeriod: -3, count: 12 }),
  paymentCase("begun before the plan, in advance", { ...LOAN, atStart: 1, firstPeriod: -1 }),
  paymentCase("over before the plan", { ...LOAN, firstPeriod: -20 }),
  paymentCase("rate 0", { ...LOAN, yearlyRate: 0, balloon: 100 }),
  breakEvenCase("reachable", OWN),
  breakEvenCase("used enough", { ...OWN, allocation: 0.92 }),
  breakEvenCase("above 1", { ...OWN, fixedYearly: 140_000_000 }),
  breakEvenCase("never", { ...OWN, rentPrice: 0.05 }),
  showbackCase(),
  varianceCase(),
];

/** As a planner leaves it who clears the periods without a payment. */
function withoutZeros(one: BudgetCase): BudgetCase {
  const cells = one.placed.cells.filter(({ role, column, content }) => role !== "input" || column < 8 || content !== 0);
  return { ...one, name: `${one.name}, cells without a flow empty`, placed: { ...one.placed, cells } };
}

const cellsOn = (sheet: string) =>
  BUDGET_CASES.filter((one) => one.sheet === sheet).flatMap(({ placed }) => placed.cells);
export const BUDGET_SHEETS = [TIMELINE_SHEET, "Budget"].map((name) => ({ name, cells: cellsOn(name) }));
