// Changed results in words and numbers, and grouped by what explains them.
import { versionIn } from "../functions/changes";
import { percentText } from "./percentText";
import { TEXT } from "./strings";
import type { ResultChange, SheetChanges, Shown } from "./workbookChanges";

const FEW_DIGITS = 6;
const ALL_DIGITS = 15;

/** Longer ones do not fit beside each other: FLOPs of a run have 25 digits. */
const LONGEST = 1e9;

function numberText(value: number, digits: number): string {
  const size = Math.abs(value);
  if (size >= LONGEST) return value.toExponential(digits - 1).replace(/\.?0+e\+/, "e");
  if (size >= 10 ** digits) return value.toLocaleString("en-US", { maximumFractionDigits: 0 });
  return value.toLocaleString("en-US", { maximumSignificantDigits: digits });
}

function textOf(value: Shown, digits: number): string {
  if (typeof value === "number") return numberText(value, digits);
  if (typeof value === "boolean") return String(value).toUpperCase();
  return value === "" ? TEXT.emptyValue : value;
}

/** Saved and live with as many digits as it takes to see that they differ. */
export function pairTexts({ saved, live }: ResultChange): readonly [string, string] {
  const few = [textOf(saved, FEW_DIGITS), textOf(live, FEW_DIGITS)] as const;
  return few[0] === few[1] ? [textOf(saved, ALL_DIGITS), textOf(live, ALL_DIGITS)] : few;
}

export function changeText({ change, saved }: ResultChange): string {
  if (change !== undefined) return percentText(change);
  return saved === 0 ? TEXT.fromZero : TEXT.noNumber;
}

export interface Explained {
  readonly reasons: readonly string[];
  readonly changes: readonly ResultChange[];
}

/** What is said where no line of the changelog speaks of a result. */
function reasonWithout(savedVersion: string, liveVersion: string): string {
  if (savedVersion === "" || liveVersion === "") return TEXT.noVersion;
  return versionIn(savedVersion) === versionIn(liveVersion) ? TEXT.inputsChanged : TEXT.noLine;
}

/** Results that the same lines of the changelog explain stand together. */
export function explained({ changes, savedVersion, liveVersion }: SheetChanges): readonly Explained[] {
  const unexplained = [reasonWithout(savedVersion, liveVersion)];
  const groups = new Map<string, Explained>();
  for (const change of changes) {
    const key = change.why.join("\n");
    const group = groups.get(key);
    const reasons = change.why.length > 0 ? change.why : unexplained;
    groups.set(key, { reasons, changes: [...(group?.changes ?? []), change] });
  }
  return [...groups.values()];
}

/** The first results of all groups together. */
export function firstOf(groups: readonly Explained[], most: number): readonly Explained[] {
  let left = most;
  return groups.flatMap(({ reasons, changes }) => {
    const shown = changes.slice(0, left);
    left -= shown.length;
    return shown.length > 0 ? [{ reasons, changes: shown }] : [];
  });
}
