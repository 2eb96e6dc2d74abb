// The few statistics that the definitions of a score need.

const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);

/** Linear interpolation between order statistics, at position q (n - 1). NaN of nothing. */
export function quantile(values: readonly number[], q: number): number {
  const order = sorted(values);
  const position = q * (order.length - 1);
  const below = order[Math.floor(position)] ?? NaN;
  const above = order[Math.ceil(position)] ?? NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** Mean of the middle two. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;
export const share = (values: readonly boolean[]): number => mean(values.map(Number));

/** Values by key, in order of first appearance. */
export function groupBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}
