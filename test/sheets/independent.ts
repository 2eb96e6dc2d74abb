// The budget arithmetic a second time, in other ways than the blocks: loops, closed forms, bisection.

const DAY = 86_400_000;
export const serial = (year: number, month: number, day: number): number =>
  Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY);
const dateOf = (days: number) => new Date(Date.UTC(1899, 11, 30) + days * DAY);
const monthOf = (days: number) => dateOf(days).getUTCFullYear() * 12 + dateOf(days).getUTCMonth();

/** The same day so many months later, or the last day of a shorter month. */
export function monthsLater(days: number, months: number): number {
  const date = dateOf(days);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  return serial(last.getUTCFullYear(), last.getUTCMonth() + 1, Math.min(date.getUTCDate(), last.getUTCDate()));
}

/** Month by month: the charges and the book values that fall into each period. */
export function depreciationSchedule(
  { cost, residual, lifeYears, inService }: Record<"cost" | "residual" | "lifeYears" | "inService", number>,
  starts: readonly number[],
  months: number,
): { charge: number[]; closing: number[]; starts: number[] } {
  const life = lifeYears * 12;
  const charge: number[] = [];
  const closing: number[] = [];
  for (const start of starts) {
    let [inPeriod, before] = [0, 0];
    const first = monthOf(start);
    for (let k = 0; k < life; k++) {
      const month = monthOf(inService) + k;
      const amount = ((cost - residual) / life) * Math.min(1, life - k);
      if (month >= first && month < first + months) inPeriod += amount;
      if (month < first + months) before += amount;
    }
    charge.push(inPeriod);
    closing.push(monthOf(inService) < first + months ? cost - before : 0);
  }
  const serviceMonth = monthOf(inService);
  const isIn = (start: number) => serviceMonth >= monthOf(start) && serviceMonth < monthOf(start) + months;
  return { charge, closing, starts: starts.map((start) => Number(isIn(start))) };
}

/** The balance by Horner's rule from the last flow backwards. */
export function presentValue(yearly: number, perYear: number, atStart: boolean, flows: readonly number[]): number {
  const v = Math.exp(-Math.log1p(yearly) / perYear);
  const worth = flows.reduceRight((later, flow) => (later + flow) * v, 0);
  return atStart ? worth / v : worth;
}

/** A = (P - B·vⁿ)·i / (1 - vⁿ), divided by 1 + i when due at the start. */
export function levelPayment(principal: number, balloon: number, i: number, n: number, atStart: boolean): number {
  if (i === 0) return (principal - balloon) / n;
  const vn = (1 + i) ** -n;
  return ((principal - balloon * vn) * i) / (1 - vn) / (atStart ? 1 + i : 1);
}

/** What is owed after k payments is worth what is still to come. */
export function balanceAfter(k: number, payment: number, balloon: number, i: number, n: number, atStart: boolean) {
  let balance = k < n ? balloon : 0;
  for (let j = n; j > k; j--) balance = atStart ? balance / (1 + i) + payment : (balance + payment) / (1 + i);
  return balance;
}

/** The allocation at which two costs meet, by bisection. */
export function crossing(difference: (allocation: number) => number, high: number): number {
  let [low, top] = [0, high];
  for (let step = 0; step < 200; step++) {
    const middle = (low + top) / 2;
    if (difference(middle) < 0) low = middle;
    else top = middle;
  }
  return (low + top) / 2;
}
