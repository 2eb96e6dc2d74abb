// Whole numbers: what divides, and what comes in steps.

/** All divisors of n, in order. */
export function divisors(n: number): readonly number[] {
  const small: number[] = [];
  for (let d = 1; d * d <= n; d++) if (n % d === 0) small.push(d);
  const large = small.map((d) => n / d).filter((d) => d * d > n);
  return [...small, ...large.reverse()];
}

/** step, 2·step, ... up to `most`. */
export const multiples = (step: number, most: number): readonly number[] =>
  Array.from({ length: Math.floor(most / step) }, (_, i) => (i + 1) * step);

export const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
export const leastCommonMultiple = (a: number, b: number): number => (a / greatestCommonDivisor(a, b)) * b;
