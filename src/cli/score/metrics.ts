// Definitions of a score; test/measured/README.md has them in words.
import { fromUnit } from "../../engine/units";
import type { MeasuredCase } from "./measuredCase";
import { groupBy, mean, median, quantile, share } from "./statistics";

/** What an estimate answers: bytes, or tokens for kv_tokens; or why it cannot. */
export type Prediction =
  | {
      readonly predicted: number;
      readonly low: number;
      readonly high: number;
      /** What stays allocated between steps; null where the estimate has no such figure. */
      readonly steady: number | null;
    }
  | { readonly unsupported: string };

export interface Scored {
  readonly measured: MeasuredCase;
  readonly answer: number;
  readonly predicted: number;
  readonly low: number;
  readonly high: number;
  /** Signed, as a fraction of the answer; 0 within the rounding of the source. */
  readonly error: number;
  readonly inside: boolean;
  readonly unsupported: string | null;
  readonly steady: { readonly answer: number; readonly predicted: number } | null;
}

/** Ranges are meant to hold 95% of measurements. */
export const ALPHA = 0.05;
const STEADY_SLACK = { relative: 0.01, bytes: fromUnit(32, "MiB") };
export const LARGE = fromUnit(20, "GiB");

export const answerOf = ({ measure }: MeasuredCase): number => (measure.tokens ?? measure.bytes) as number;

/** Half of the last printed digit, in the unit of the answer. */
export function toleranceOf({ measure, infer }: MeasuredCase): number {
  if (measure.tokens === null) return measure.tolerance_bytes;
  const budget = infer?.kv_budget_bytes;
  return budget ? (measure.tokens * measure.tolerance_bytes) / budget : 0;
}

/** What nobody predicts counts as a prediction of nothing: 100% low and outside. */
const NOTHING = { predicted: 0, low: 0, high: 0, steady: null };

export function scored(measured: MeasuredCase, prediction: Prediction): Scored {
  const refused = "unsupported" in prediction;
  const { predicted, low, high, steady } = refused ? NOTHING : prediction;
  const answer = answerOf(measured);
  const off = predicted - answer;
  const tolerance = toleranceOf(measured);
  const steadyAnswer = measured.measure.steady_bytes;
  return {
    measured,
    answer,
    predicted,
    low,
    high,
    error: !refused && Math.abs(off) <= tolerance ? 0 : off / answer,
    inside: !refused && low - tolerance <= answer && answer <= high + tolerance,
    unsupported: refused ? prediction.unsupported : null,
    steady: steadyAnswer === undefined ? null : { answer: steadyAnswer, predicted: steady ?? 0 },
  };
}

/** (source, stack, model): runs of one family share what is unknown about them. */
export function familyOf({ source, stack, model }: MeasuredCase): string {
  const origin = /^\S+ file \d+$/.test(source) ? source : (source.split(/[@ ]/)[0] ?? source);
  const { layers, hidden, ffn, vocab, moe } = model;
  const architecture = model.id ?? [layers, hidden, ffn, vocab, moe?.experts ?? 0].join("/");
  return [origin, stack, architecture].join(" | ");
}

/** Half of (high - low), as a fraction of the prediction. */
export const halfWidth = ({ low, high, predicted }: Scored): number => (high - low) / 2 / predicted;

/** Gneiting and Raftery 2007, eq. 43, divided by the answer: width, and 2/alpha of what lies outside. Less is better. */
export function intervalScore({ answer, low, high }: Scored): number {
  const outside = Math.max(low - answer, 0) + Math.max(answer - high, 0);
  return (high - low + (2 / ALPHA) * outside) / answer;
}

export interface Summary {
  readonly n: number;
  readonly unsupported: number;
  readonly families: number;
  readonly median: number;
  readonly medianOverFamilies: number;
  readonly p90: number;
  readonly max: number;
  readonly mean: number;
  readonly tooLow: number;
  readonly inside: number;
  readonly aboveHigh: number;
  readonly halfWidth: { readonly median: number; readonly p90: number; readonly max: number };
  readonly intervalScore: number;
}

export function summary(cases: readonly Scored[]): Summary {
  const errors = cases.map(({ error }) => Math.abs(error));
  const families = [...groupBy(cases, ({ measured }) => familyOf(measured)).values()];
  const widths = cases.filter(({ unsupported }) => unsupported === null).map(halfWidth);
  return {
    n: cases.length,
    unsupported: cases.length - widths.length,
    families: families.length,
    median: median(errors),
    medianOverFamilies: median(families.map((family) => median(family.map(({ error }) => Math.abs(error))))),
    p90: quantile(errors, 0.9),
    max: quantile(errors, 1),
    mean: mean(cases.map(({ error }) => error)),
    tooLow: cases.filter(({ error }) => error < 0).length,
    inside: share(cases.map(({ inside }) => inside)),
    aboveHigh: share(cases.map(({ answer, high, inside }) => answer > high && !inside)),
    halfWidth: { median: median(widths), p90: quantile(widths, 0.9), max: quantile(widths, 1) },
    intervalScore: mean(cases.map(intervalScore)),
  };
}

export interface Steady {
  readonly n: number;
  readonly median: number;
  readonly max: number;
  /** Share within 1% or 32 MiB, whichever is more. */
  readonly within: number;
}

/** The errors of what stays allocated between steps. */
export function steadySummary(cases: readonly Scored[]): Steady {
  const targets = cases.flatMap(({ steady }) => (steady ? [steady] : []));
  const errors = targets.map(({ answer, predicted }) => Math.abs(predicted - answer) / answer);
  const within = targets.map(
    ({ answer, predicted }) =>
      Math.abs(predicted - answer) <= Math.max(STEADY_SLACK.relative * answer, STEADY_SLACK.bytes),
  );
  return { n: targets.length, median: median(errors), max: quantile(errors, 1), within: share(within) };
}
