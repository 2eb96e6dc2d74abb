// What changed numbers, version by version: the line that stands beside a saved result that the engine now sees otherwise.

export interface EngineChange {
  /** In which it came. */
  readonly version: string;
  /** Outputs of scenarios whose numbers moved. */
  readonly outputs: readonly string[] | "all";
  /** As in CHANGELOG.md. */
  readonly text: string;
}

/** Newest last; entries are only appended. A version without an entry moved no number. */
export const engineChanges: readonly EngineChange[] = [
  { version: "0.1.0", outputs: "all", text: "The first version of the engine." },
];

const partsOf = (version: string): readonly number[] => version.split(".").map(Number);

/** Whether a version is newer than another one. */
export function isNewer(version: string, than: string): boolean {
  const [own, other] = [partsOf(version), partsOf(than)];
  const first = own.findIndex((part, i) => part !== (other[i] ?? 0));
  return first >= 0 && (own[first] ?? 0) > (other[first] ?? 0);
}

/** The engine's version in VERSION's text: "GPUMEM 0.1.0, catalog 2026-11-22". */
export const versionIn = (text: string): string | undefined => /\b(\d+(?:\.\d+)+)\b/.exec(text)?.[1];

/** The lines that explain why an output of a saved sheet is another one now. */
export const changesSince = (
  savedVersion: string,
  output: string,
  changes: readonly EngineChange[] = engineChanges,
): readonly EngineChange[] =>
  changes.filter(
    ({ version, outputs }) =>
      isNewer(version, savedVersion) && (outputs === "all" || outputs.includes(output.trim().toLowerCase())),
  );
