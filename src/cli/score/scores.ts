// Cases and pairs -> everything that is reported about them.
import type { MeasuredPair } from "./measuredCase";
import { scored, steadySummary, summary, type Prediction, type Scored, type Steady, type Summary } from "./metrics";
import { LARGE } from "./metrics";
import { pairSummary, scoredPair, type PairSummary, type ScoredPair } from "./pairs";
import type { Question } from "./measuredCase";
import type { ReadCase } from "./readCases";
import { groupBy } from "./statistics";
import { strip } from "./strip";

export interface Group {
  readonly group: string;
  readonly summary: Summary;
}

export interface Scores {
  readonly cases: readonly Scored[];
  readonly pairs: readonly ScoredPair[];
  readonly groups: readonly Group[];
  readonly steady: Steady;
  readonly pairSummary: PairSummary;
}

export type Predict = (question: Question) => Prediction;

const TASKS = { train: "training", infer: "serving" } as const;

/** Everything, each task, the large training runs, and each stack by task. */
function groupsOf(cases: readonly Scored[]): readonly Group[] {
  const taskOf = ({ measured }: Scored) => TASKS[measured.task];
  const large = cases.filter((each) => each.measured.task === "train" && each.answer > LARGE);
  const groups: readonly (readonly [string, readonly Scored[]])[] = [
    ["all", cases],
    ...groupBy(cases, taskOf),
    ["training above 20 GiB", large],
    ...groupBy(cases, (each) => `${each.measured.stack} (${taskOf(each)})`),
  ];
  return groups
    .filter(([, members]) => members.length > 0)
    .map(([group, members]) => ({ group, summary: summary(members) }));
}

const predictedCase = ({ measured, unsupported }: ReadCase, predict: Predict): Scored =>
  scored(measured, unsupported === null ? predict(strip(measured)) : { unsupported });

export function scores(cases: readonly ReadCase[], pairs: readonly MeasuredPair[], predict: Predict): Scores {
  const all = cases.map((each) => predictedCase(each, predict));
  const byId = new Map(all.map((each) => [each.measured.id, each] as const));
  const scoredPairs = pairs.map((pair) => scoredPair(pair, byId));
  return {
    cases: all,
    pairs: scoredPairs,
    groups: groupsOf(all),
    steady: steadySummary(all),
    pairSummary: pairSummary(scoredPairs),
  };
}
