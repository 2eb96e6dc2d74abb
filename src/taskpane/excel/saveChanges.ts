// The cells that a save changes.
import { type LogRow, logChanges } from "./auditLog";
import { type Change, literal } from "./change";
import type { Cells, Results } from "./savedCells";

export const changeOf = (sheet: string, { area, contents }: Cells, after: unknown): Change => ({
  sheet,
  area,
  before: contents,
  after: [[after]],
});

/** Live becomes Saved, with the day and the note. */
export const saveChanges = (
  { sheetId, pairs, savedOn, savedNote }: Results,
  day: number,
  note: string,
): readonly Change[] => [
  ...pairs.map(({ at, before, live }): Change => ({ sheet: sheetId, area: at.saved, before, after: live })),
  changeOf(sheetId, savedOn, day),
  changeOf(sheetId, savedNote, literal(note)),
];

interface LogLine {
  readonly sheet: string;
  readonly what: string;
  readonly version: string;
}

export const logLines = (
  free: readonly LogRow[],
  day: number,
  note: string,
  lines: readonly LogLine[],
): readonly Change[] =>
  logChanges(
    free,
    lines.map(({ sheet, what, version }) => [day, sheet, what, version, literal(note)]),
  );
