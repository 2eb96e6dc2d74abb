// Whether a live result is another one than the saved, and by how much.
import { changesSince, engineChanges, type EngineChange, versionIn } from "../functions/changes";
import { percentText } from "./percentText";
import type { ResultChange, Shown } from "./workbookChanges";

/** Relative: hosts add in different orders, and that changes nothing. */
const NO_CHANGE = 1e-9;

export function differs(saved: Shown, live: Shown): boolean {
  if (typeof saved !== "number" || typeof live !== "number") return saved !== live;
  return Math.abs(live - saved) > NO_CHANGE * Math.max(Math.abs(saved), Math.abs(live));
}

export const relativeChange = (saved: Shown, live: Shown): number | undefined =>
  typeof saved === "number" && typeof live === "number" && saved !== 0 ? (live - saved) / Math.abs(saved) : undefined;

/** The changelog's lines for a result, by the labels of its row and its column. */
export function whyChanged(
  savedVersion: string,
  labels: readonly string[],
  changes: readonly EngineChange[] = engineChanges,
): readonly string[] {
  const version = versionIn(savedVersion);
  if (version === undefined) return [];
  const found = labels.flatMap((label) => changesSince(version, label, changes));
  return changes.filter((change) => found.includes(change)).map((change) => `${change.version}: ${change.text}`);
}

/** “3 results differ, the largest by +4.2% (Total)”. */
export function changesInWords(changes: readonly ResultChange[]): string {
  if (changes.length === 0) return "no result differs";
  const count = changes.length === 1 ? "1 result differs" : `${changes.length} results differ`;
  const [largest] = [...changes]
    .filter(({ change }) => change !== undefined)
    .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  return largest ? `${count}, the largest by ${percentText(largest.change)} (${largest.label})` : count;
}
