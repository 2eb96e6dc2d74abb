// One line of a breakdown: what a component needs, how that was worked out, and how sure it is.

/** exact: an identity; analytic: counted from the code or a paper; empirical: read off measurements. */
export type Basis = "exact" | "analytic" | "empirical" | "not used";

export interface Range {
  readonly likely: number;
  readonly low: number;
  readonly high: number;
}

export interface MemoryLine {
  readonly component: string;
  /** Likely bytes on one GPU. */
  readonly bytes: number;
  readonly low: number;
  readonly high: number;
  /** The formula with its numbers filled in. */
  readonly formula: string;
  readonly basis: Basis;
  readonly source: string;
}

/** A figure without uncertainty. */
export const exactly = (value: number): Range => ({ likely: value, low: value, high: value });

/** Sums of ranges whose errors need not cancel. */
export const addRanges = (ranges: readonly Range[]): Range => ({
  likely: ranges.reduce((sum, range) => sum + range.likely, 0),
  low: ranges.reduce((sum, range) => sum + range.low, 0),
  high: ranges.reduce((sum, range) => sum + range.high, 0),
});

/** What is left: its low end is where most was taken. */
export const subtractRange = (from: Range, what: Range): Range => ({
  likely: from.likely - what.likely,
  low: from.low - what.high,
  high: from.high - what.low,
});

/** The tighter of two limits, at each end. */
export const tighterRange = (one: Range, other: Range): Range => ({
  likely: Math.min(one.likely, other.likely),
  low: Math.min(one.low, other.low),
  high: Math.min(one.high, other.high),
});
