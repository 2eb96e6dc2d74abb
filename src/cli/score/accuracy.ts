// What the accuracy page says, as data: test/measured/accuracy.json.
import { trainingRange } from "../../engine/training/range";
import { cellsOf, featuresOf, TRAINING_FEATURES } from "../../engine/training/rangeKey";
import type { Scored } from "./metrics";
import { summaryJson } from "./report";
import type { Scores } from "./scores";
import { groupBy } from "./statistics";
import { strip } from "./strip";
import { trainingQuantity } from "./trainingFigure";
import { trainingRun } from "./trainingRun";

/** Why a large error is there, as far as anybody knows. */
export interface Explanation {
  readonly id: string;
  readonly term: string;
  readonly needed: string;
}

export interface Coverage {
  readonly stack: string;
  readonly measured: readonly string[];
  readonly neverMeasured: readonly string[];
}

/** How far ranges reach, by the narrowest cell that was measured. */
export interface CellRange {
  readonly cell: string;
  readonly cases: number;
  readonly belowPct: number;
  readonly abovePct: number;
}

export interface LargeError extends Explanation {
  readonly stack: string;
  readonly quantity: string;
  readonly errorPct: number;
}

export interface Accuracy {
  readonly groups: readonly (ReturnType<typeof summaryJson> & { readonly group: string })[];
  readonly steady: { readonly n: number; readonly medianPct: number; readonly withinPct: number };
  readonly differences: { readonly n: number; readonly withinPct: number };
  readonly coverage: readonly Coverage[];
  readonly ranges: readonly CellRange[];
  readonly largeErrors: readonly LargeError[];
}

/** Errors above this need an explanation. */
export const LARGE_ERROR = 0.06;
const PERCENT = 100;
const DIGITS = 3;
const percent = (fraction: number): number => Number((fraction * PERCENT).toFixed(DIGITS));
const rounded = <T extends object>(figures: T): T =>
  Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [
      key,
      typeof value === "number" ? Number(value.toFixed(DIGITS)) : value,
    ]),
  ) as T;

const isTraining = ({ measured, unsupported }: Scored) => measured.task === "train" && unsupported === null;
const runOf = ({ measured }: Scored) => trainingRun(strip(measured));
const quantityOf = ({ measured }: Scored) => trainingQuantity(measured.measure.quantity);
const narrowestOf = (each: Scored) => cellsOf(runOf(each), quantityOf(each)).slice(-1)[0] ?? "";

function coverage(cases: readonly Scored[]): readonly Coverage[] {
  return [...groupBy(cases.filter(isTraining), ({ measured }) => measured.stack)].map(([stack, members]) => {
    const features = new Set(members.flatMap((each) => featuresOf(runOf(each))));
    const cells = new Set(members.map((each) => narrowestOf(each).split("/").slice(1).join(", recompute ")));
    return {
      stack,
      measured: [...cells, ...TRAINING_FEATURES.filter((feature) => features.has(feature))],
      neverMeasured: TRAINING_FEATURES.filter((feature) => !features.has(feature)),
    };
  });
}

function ranges(cases: readonly Scored[]): readonly CellRange[] {
  return [...groupBy(cases.filter(isTraining), narrowestOf)].map(([cell, members]) => {
    const reach = members.map((each) => trainingRange(runOf(each), quantityOf(each), 1));
    return {
      cell,
      cases: members.length,
      belowPct: percent(Math.max(...reach.map(({ low }) => 1 - low))),
      abovePct: percent(Math.max(...reach.map(({ high }) => high - 1))),
    };
  });
}

const UNEXPLAINED = { term: "unexplained", needed: "" };

function largeErrors(cases: readonly Scored[], explanations: readonly Explanation[]): readonly LargeError[] {
  const known = new Map(explanations.map((each) => [each.id, each]));
  return cases
    .filter(({ error, unsupported }) => unsupported === null && Math.abs(error) > LARGE_ERROR)
    .map(({ measured, error }) => {
      const { term, needed } = known.get(measured.id) ?? UNEXPLAINED;
      const { id, stack, measure } = measured;
      return { id, stack, quantity: measure.quantity, errorPct: percent(error), term, needed };
    });
}

export function accuracyOf(scores: Scores, explanations: readonly Explanation[]): Accuracy {
  const { steady, pairSummary } = scores;
  return {
    groups: scores.groups.map(({ group, summary }) => ({ group, ...rounded(summaryJson(summary)) })),
    steady: { n: steady.n, medianPct: percent(steady.median), withinPct: percent(steady.within) },
    differences: { n: pairSummary.n, withinPct: percent(pairSummary.within) },
    coverage: coverage(scores.cases),
    ranges: ranges(scores.cases),
    largeErrors: largeErrors(scores.cases, explanations),
  };
}
