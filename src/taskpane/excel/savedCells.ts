// The engine's results on a sheet, live and saved, as saving and comparing read them.
import type { Area, SheetName } from "../../sheets/grid";
import { area as areaAt } from "../../sheets/layout/places";
import { WorkbookFailure } from "../workbookHost";
import { askLog, freeLogRows, type LogRow } from "./auditLog";
import { contentsOf, type Values } from "./change";
import { areaNamed, namesFrom } from "./nameFormula";
import { rangeOf } from "./ranges";
import { columnBeside, type ResultPair, resultPairs } from "./results";
import { askSheet, refuseGone } from "./sheetOf";
import type { Surrounded } from "./tableLabels";

const LABEL_COLUMN = 2;

export interface Cells {
  readonly area: Area;
  readonly contents: Values;
}

/** With its values. */
export interface ReadPair extends Surrounded {
  readonly at: ResultPair;
  readonly types: Values;
  /** What stands in Saved, to be put back. */
  readonly before: Values;
}

export interface Results {
  readonly sheetId: string;
  readonly name: string;
  readonly pairs: readonly ReadPair[];
  /** The one among them that is the engine's version. */
  readonly versionPair: ReadPair | undefined;
  readonly labels: Cells;
  readonly mode: Cells;
  /** Empty before the first save. */
  readonly savedOn: Cells;
  readonly savedNote: Cells;
  /** What the live cells show. */
  readonly version: string;
  readonly savedVersion: string;
}

export const isSaved = ({ savedOn }: Pick<Results, "savedOn">): boolean => savedOn.contents[0]?.[0] !== "";

export interface ReadResults {
  readonly results: readonly Results[];
  readonly log: readonly LogRow[];
}

/** Two requests. */
export async function readResults(
  context: Excel.RequestContext,
  sheetIds: readonly string[],
  kept: string,
): Promise<ReadResults> {
  const { worksheets } = context.workbook;
  const sheets = sheetIds.map((sheetId) => askSheet(worksheets, sheetId));
  worksheets.load("items/id");
  await context.sync();
  for (const sheet of sheets) refuseGone(sheet, kept);
  const asked = sheets.map((sheet) => askResults(sheet, namesFrom(sheet.names.items), kept));
  const logs = worksheets.items.map(askLog);
  await context.sync();
  return { results: asked.map(readAsked), log: freeLogRows(logs) };
}

export type AskedResults = ReturnType<typeof askResults>;

export function askResults(sheet: Excel.Worksheet, names: readonly SheetName[], kept: string) {
  const pairs = resultPairs(names, sheet.name, kept);
  const [mode, savedOn, savedNote] = ["gm_mode", "gm_savedOn", "gm_savedNote"].map((name) => areaNamed(names, name));
  if (!mode || !savedOn || !savedNote)
    throw new WorkbookFailure(
      `On ${sheet.name} the cells for mode, date and note of a save were deleted. ${kept} ` +
        "Undo that, or insert the template again.",
    );
  return {
    sheet,
    pairs: pairs.map((pair) => askPair(sheet, pair)),
    labels: askCells(sheet, columnBeside(pairs, LABEL_COLUMN)),
    mode: askCells(sheet, mode),
    savedOn: askCells(sheet, savedOn),
    savedNote: askCells(sheet, savedNote),
    version: areaNamed(names, "gm_version_live"),
  };
}

function askPair(sheet: Excel.Worksheet, pair: ResultPair) {
  const { row, rows, columns } = pair.live;
  const above = row > 1 ? 1 : 0;
  const around = areaAt(row - above, LABEL_COLUMN, rows + above, columns + 1);
  return {
    pair,
    now: askCells(sheet, pair.live),
    before: askCells(sheet, pair.saved),
    around: askCells(sheet, around),
  };
}

function askCells(sheet: Excel.Worksheet, area: Area) {
  const range = rangeOf(sheet, area);
  range.load("values,valueTypes,formulas");
  return { area, range };
}

const cellsOf = ({ area, range }: ReturnType<typeof askCells>): Cells => ({ area, contents: contentsOf(range) });

const readPair = ({ pair, now, before, around }: ReturnType<typeof askPair>): ReadPair => ({
  at: pair,
  live: now.range.values,
  saved: before.range.values,
  around: pair.live.row > 1 ? around.range.values : [[], ...around.range.values],
  types: now.range.valueTypes,
  before: contentsOf(before.range),
});

export function readAsked({ sheet, version, ...asked }: AskedResults): Results {
  const pairs = asked.pairs.map(readPair);
  const versionPair = pairs.find(({ at }) => at.live.row === version?.row && at.live.column === version.column);
  return {
    sheetId: sheet.id,
    name: sheet.name,
    pairs,
    versionPair,
    labels: { area: asked.labels.area, contents: asked.labels.range.values },
    mode: cellsOf(asked.mode),
    savedOn: cellsOf(asked.savedOn),
    savedNote: cellsOf(asked.savedNote),
    version: String(versionPair?.live[0]?.[0] ?? ""),
    savedVersion: String(versionPair?.saved[0]?.[0] ?? ""),
  };
}
