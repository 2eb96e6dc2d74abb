// What a save reads, and the cells that it changes.
import type { Area, SheetName } from "../../sheets/grid";
import { WorkbookFailure } from "../workbookHost";
import { askLog, type AuditLog, firstLog, logChange } from "./auditLog";
import { type Change, contentsOf, literal, type Values } from "./change";
import { areaNamed, namesFrom } from "./nameFormula";
import { rangeOf } from "./ranges";
import { columnBeside, type ResultPair, resultPairs } from "./results";
import { askSheet, refuseGone } from "./sheetOf";

const LABEL_COLUMN = 2;

interface Cells {
  readonly area: Area;
  readonly contents: Values;
}

export interface Results {
  readonly sheetId: string;
  readonly name: string;
  readonly pairs: readonly (ResultPair & {
    readonly values: Values;
    readonly types: Values;
    readonly before: Values;
  })[];
  readonly labels: Cells;
  readonly savedOn: Cells;
  readonly savedNote: Cells;
  /** The version that the live cells show. */
  readonly version: string;
  readonly log: AuditLog | undefined;
}

/** Two requests. */
export async function readResults(context: Excel.RequestContext, sheetId: string, kept: string): Promise<Results> {
  const { worksheets } = context.workbook;
  const sheet = askSheet(worksheets, sheetId);
  worksheets.load("items/id");
  await context.sync();
  refuseGone(sheet, kept);
  const asked = askResults(sheet, namesFrom(sheet.names.items), kept);
  const logs = worksheets.items.map(askLog);
  await context.sync();
  return { sheetId: sheet.id, name: sheet.name, ...readAsked(asked), log: firstLog(logs) };
}

type Asked = ReturnType<typeof askResults>;

function askResults(sheet: Excel.Worksheet, names: readonly SheetName[], kept: string) {
  const pairs = resultPairs(names, sheet.name, kept);
  const [savedOn, savedNote] = ["gm_savedOn", "gm_savedNote"].map((name) => areaNamed(names, name));
  if (!savedOn || !savedNote)
    throw new WorkbookFailure(
      `On ${sheet.name} the cells for date and note of a save were deleted. ${kept} Undo that, or insert the template again.`,
    );
  return {
    pairs: pairs.map((pair) => ({ ...pair, now: askCells(sheet, pair.live), before: askCells(sheet, pair.saved) })),
    labels: askCells(sheet, columnBeside(pairs, LABEL_COLUMN)),
    savedOn: askCells(sheet, savedOn),
    savedNote: askCells(sheet, savedNote),
    version: areaNamed(names, "gm_version_live"),
  };
}

function askCells(sheet: Excel.Worksheet, area: Area) {
  const range = rangeOf(sheet, area);
  range.load("values,valueTypes,formulas");
  return { area, range };
}

const cellsOf = ({ area, range }: ReturnType<typeof askCells>): Cells => ({ area, contents: contentsOf(range) });

function readAsked({ pairs, labels, savedOn, savedNote, version }: Asked): Omit<Results, "sheetId" | "name" | "log"> {
  const found = pairs.find(({ live }) => live.row === version?.row && live.column === version.column);
  return {
    pairs: pairs.map(({ live, saved, now, before }) => ({
      live,
      saved,
      values: now.range.values,
      types: now.range.valueTypes,
      before: contentsOf(before.range),
    })),
    labels: { area: labels.area, contents: labels.range.values },
    savedOn: cellsOf(savedOn),
    savedNote: cellsOf(savedNote),
    version: String(found?.now.range.values[0]?.[0] ?? ""),
  };
}

/** Everything that a save writes: results, date, note, and a line of the change log. */
export function changesOf(results: Results, day: number, note: string): readonly Change[] {
  const { sheetId, name, pairs, savedOn, savedNote, version, log } = results;
  const change = ({ area, contents }: Cells, after: unknown): Change => ({
    sheet: sheetId,
    area,
    before: contents,
    after: [[after]],
  });
  return [
    ...pairs.map(({ saved, before, values }): Change => ({ sheet: sheetId, area: saved, before, after: values })),
    change(savedOn, day),
    change(savedNote, literal(note)),
    ...(log ? [logChange(log, [day, name, "Saved results", version, literal(note)])] : []),
  ];
}
