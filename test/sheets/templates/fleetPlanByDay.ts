// The fleet plan a second time, day by day: what each workload needs, what each tranche delivers, costs and is paid.
import { monthsLater } from "../independent";

export interface Workload {
  readonly center: string;
  readonly gpu: string;
  readonly start: number;
  /** The first day without it; none: it goes on. */
  readonly end?: number;
  readonly volume: number;
  readonly hoursPerUnit: number;
  readonly priority: number;
}

export interface Tranche {
  readonly gpu: string;
  readonly count: number;
  readonly start: number;
  readonly months: number;
  readonly price: number;
  readonly prepaid: number;
}

export interface Quarter {
  readonly demand: Record<string, number>;
  readonly paidHours: Record<string, number>;
  readonly cost: Record<string, number>;
  readonly pnl: number;
  readonly cash: number;
}

const add = (to: Record<string, number>, key: string, amount: number) => {
  to[key] = (to[key] ?? 0) + amount;
};

export function dayByDay(
  planStart: number,
  workloads: readonly Workload[],
  tranches: readonly Tranche[],
): readonly Quarter[] {
  return Array.from({ length: 12 }, (_, i) => {
    const [first, next] = [monthsLater(planStart, 3 * i), monthsLater(planStart, 3 * (i + 1))];
    const quarter = { demand: {}, paidHours: {}, cost: {}, pnl: 0, cash: 0 };
    for (let day = first; day < next; day++) {
      for (const one of workloads)
        if (day >= one.start && (one.end === undefined || day < one.end))
          add(quarter.demand, one.gpu, (one.volume * one.hoursPerUnit) / (next - first));
      for (const one of tranches) countDay(quarter, one, day);
    }
    return quarter;
  });
}

function countDay(
  quarter: { paidHours: Record<string, number>; cost: Record<string, number>; pnl: number; cash: number },
  { gpu, count, start, months, price, prepaid }: Tranche,
  day: number,
): void {
  const end = monthsLater(start, months);
  const daily = count * 24 * price;
  if (day === start) quarter.cash += prepaid * daily * (end - start);
  if (day < start || day >= end) return;
  add(quarter.paidHours, gpu, count * 24);
  add(quarter.cost, gpu, daily);
  quarter.pnl += daily;
  quarter.cash += (1 - prepaid) * daily;
}
