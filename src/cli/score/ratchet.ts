// The figures that may not get worse.
import type { Summary } from "./metrics";
import type { Scores } from "./scores";

export interface Figure {
  readonly figure: string;
  readonly better: "lower" | "higher";
  /** Percent, except for counts and the interval score. */
  readonly value: number;
}

/** In the unit of the figure. */
export const SLACK = 0.01;
const DIGITS = 4;
const PERCENT = 100;
const rounded = (value: number) => Number(value.toFixed(DIGITS));
const lower = (figure: string, value: number): Figure => ({ figure, better: "lower", value: rounded(value) });
const higher = (figure: string, value: number): Figure => ({ figure, better: "higher", value: rounded(value) });

const groupFigures = (group: string, s: Summary): readonly Figure[] => [
  lower(`${group}: unsupported`, s.unsupported),
  lower(`${group}: median over families`, s.medianOverFamilies * PERCENT),
  lower(`${group}: median`, s.median * PERCENT),
  lower(`${group}: 90th percentile`, s.p90 * PERCENT),
  lower(`${group}: size of the signed mean`, Math.abs(s.mean) * PERCENT),
  higher(`${group}: inside`, s.inside * PERCENT),
];

const wholeFigures = (group: string, s: Summary): readonly Figure[] => [
  lower(`${group}: above high`, s.aboveHigh * PERCENT),
  lower(`${group}: interval score`, s.intervalScore),
];

export const figures = ({ groups, steady, pairSummary }: Scores): readonly Figure[] => [
  ...groups.flatMap(({ group, summary }) => groupFigures(group, summary)),
  ...groups
    .filter(({ group }) => /^(all|training|serving)$/.test(group))
    .flatMap(({ group, summary }) => wholeFigures(group, summary)),
  higher("steady bytes: within", steady.within * PERCENT),
  higher("differences: within", pairSummary.within * PERCENT),
];

const isWorse = (now: Figure, recorded: Figure): boolean =>
  recorded.better === "lower" ? now.value > recorded.value + SLACK : now.value < recorded.value - SLACK;
const best = (now: Figure, recorded: Figure): number =>
  recorded.better === "lower" ? Math.min(now.value, recorded.value) : Math.max(now.value, recorded.value);

/** A sentence for every recorded figure that has got worse or is gone. */
export function regressions(now: readonly Figure[], recorded: readonly Figure[]): readonly string[] {
  const current = new Map(now.map((each) => [each.figure, each]));
  return recorded.flatMap((each) => {
    const figure = current.get(each.figure);
    if (!figure) return [`${each.figure}: no longer computed`];
    return isWorse(figure, each) ? [`${each.figure}: ${figure.value}, recorded ${each.value}`] : [];
  });
}

/** What to record next: of every figure the better value. */
export function tightened(now: readonly Figure[], recorded: readonly Figure[]): readonly Figure[] {
  const before = new Map(recorded.map((each) => [each.figure, each]));
  return now.map((each) => {
    const known = before.get(each.figure);
    return known ? { ...each, value: best(each, known) } : each;
  });
}
