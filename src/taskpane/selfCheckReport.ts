// What a self-check found, in words, and as the plain text that Copy report takes.
import type { CheckedExample, Outcome, Platform, SelfCheckResult } from "./selfCheckHost";
import { TEXT } from "./strings";

const counted = (examples: readonly CheckedExample[], wanted: Outcome): number =>
  examples.filter(({ outcome }) => outcome === wanted).length;

/** “1 of 68 examples fails.” */
export function verdictOf({ examples }: SelfCheckResult): string {
  const [failed, pending] = [counted(examples, "fail"), counted(examples, "pending")];
  const sentences = [
    ...(failed > 0 ? [TEXT.checkFailed(failed, examples.length)] : []),
    ...(pending > 0 ? [TEXT.checkPending(pending, examples.length)] : []),
  ];
  return sentences.length === 0 ? TEXT.checkPassed(examples.length) : sentences.join(" ");
}

export const notPassing = ({ examples }: SelfCheckResult): readonly CheckedExample[] =>
  examples.filter(({ outcome }) => outcome !== "pass");

export const hereText = ({ here, outcome }: CheckedExample): string =>
  outcome === "pending" ? TEXT.checkPendingCell : here;

export const platformFacts = ({ host, platform, version, sets, engine }: Platform) =>
  [
    [TEXT.checkHost, [host]],
    [TEXT.checkSystem, [platform]],
    [TEXT.checkVersion, [version]],
    [TEXT.checkSets, sets],
    [TEXT.checkEngine, [engine]],
  ] as const;

/** As plain text, for a message. */
export function reportOf(result: SelfCheckResult): string {
  const rows = notPassing(result).map(
    (row) => `- =${row.example}\n  ${TEXT.checkHere}: ${hereText(row)}\n  ${TEXT.checkDocumented}: ${row.documented}`,
  );
  return [
    `${TEXT.name}: ${TEXT.checkHeading}`,
    verdictOf(result),
    ...platformFacts(result.platform).map(([label, lines]) => `${label}: ${lines.join(", ")}`),
    ...(rows.length > 0 ? [`${TEXT.checkFailing}:`, ...rows] : []),
  ].join("\n");
}
