// What an option changes: the difference of two predictions against the difference of two measurements.
import { fromUnit } from "../../engine/units";
import type { MeasuredPair } from "./measuredCase";
import { toleranceOf, type Scored } from "./metrics";
import { median, quantile, share } from "./statistics";

const SLACK = { relative: 0.1, bytes: fromUnit(0.3, "GiB") };

export interface ScoredPair {
  readonly pair: MeasuredPair;
  readonly measured: number;
  readonly predicted: number;
  /** Signed, in bytes; 0 within the rounding of both sources. */
  readonly error: number;
  /** Within 10% of the difference or 0.3 GiB. */
  readonly within: boolean;
  readonly unsupported: string | null;
}

export function scoredPair(pair: MeasuredPair, cases: ReadonlyMap<string, Scored>): ScoredPair {
  const [a, b] = [cases.get(pair.a), cases.get(pair.b)];
  if (!a || !b) throw new Error(`pair ${pair.id} without its cases`);
  const predicted = b.predicted - a.predicted;
  const off = predicted - pair.delta_bytes;
  const rounding = toleranceOf(a.measured) + toleranceOf(b.measured);
  const unsupported = a.unsupported ?? b.unsupported;
  const within = Math.abs(off) <= Math.max(SLACK.relative * Math.abs(pair.delta_bytes), SLACK.bytes);
  return {
    pair,
    measured: pair.delta_bytes,
    predicted,
    error: Math.abs(off) <= rounding ? 0 : off,
    within: within && unsupported === null,
    unsupported,
  };
}

export interface PairSummary {
  readonly n: number;
  readonly within: number;
  readonly medianBytes: number;
  readonly maxBytes: number;
}

export function pairSummary(pairs: readonly ScoredPair[]): PairSummary {
  const errors = pairs.map(({ error }) => Math.abs(error));
  return {
    n: pairs.length,
    within: share(pairs.map(({ within }) => within)),
    medianBytes: median(errors),
    maxBytes: quantile(errors, 1),
  };
}
