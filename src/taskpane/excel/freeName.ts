// Names of sheets: what Excel allows, and what nobody has yet.

const LONGEST = 31;
const FORBIDDEN = /[[\]:*?/\\]/g;

/** "Plan", "Plan 2", "Plan 3", ...: the first that is free; Excel does not tell capitals from small letters. */
export function freeName(wished: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const base = allowed(wished);
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? "" : ` ${count}`;
    const name = `${base.slice(0, LONGEST - suffix.length).trimEnd()}${suffix}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** An apostrophe may not stand at either end. */
const allowed = (name: string): string => name.replace(FORBIDDEN, " ").replace(/^['\s]+|['\s]+$/g, "") || "Sheet";
