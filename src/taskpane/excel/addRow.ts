// A row of the user's own on GM Assumptions: into the first empty row of its list, never over anything.
import type { SheetTemplate } from "../../sheets/template";
import type { OwnList, OwnRow } from "../own/rows";
import { type AddedRow, type Inserted, type Work, WorkbookFailure } from "../workbookHost";
import { apply, type Change, literal } from "./change";
import { told } from "./errors";
import { areaNamed } from "./nameFormula";
import { rangeOf } from "./ranges";
import { inOneUndoStep } from "./run";
import { readWorkbook, type SheetState } from "./workbookState";

const NOTHING = "Nothing was added.";

/** The name column of each list, by the name that GM Assumptions gives it. */
const NAMES: Readonly<Record<OwnList, string>> = {
  ownModels: "ownModels_name",
  ownGpus: "ownGpus_name",
  prices: "prices_gpu",
};

type Insert = (template: SheetTemplate, work: Work) => Promise<Inserted>;

/** GM Assumptions is inserted first where the workbook has none. */
export const addRowWith =
  (assumptions: SheetTemplate, insert: Insert) =>
  (row: OwnRow, work: Work): Promise<AddedRow> =>
    told(NOTHING, async () => {
      const added = await tryAdd(assumptions, row);
      if (added) return added;
      await insert(assumptions, work);
      const second = await tryAdd(assumptions, row);
      if (!second)
        throw new WorkbookFailure(`GM Assumptions is not there. ${NOTHING} Insert it under Templates first.`);
      return second;
    });

const tryAdd = (assumptions: SheetTemplate, row: OwnRow): Promise<AddedRow | undefined> =>
  inOneUndoStep(async (context) => {
    const { sheets } = await readWorkbook(context);
    const ours = sheets.filter(({ template }) => template === assumptions.id);
    const sheet = ours.find(({ name }) => name === assumptions.name) ?? ours[0];
    return sheet && add(context, sheet, row);
  });

async function add(context: Excel.RequestContext, { id, name, names }: SheetState, row: OwnRow): Promise<AddedRow> {
  const list = areaNamed(names, NAMES[row.list]);
  if (!list) throw new WorkbookFailure(listGone(name));
  const columns = row.cells.length;
  const range = rangeOf(context.workbook.worksheets.getItem(id), { ...list, columns });
  range.load("values");
  await context.sync();
  const at = list.row + freeRow(range.values, { row, sheet: name, first: list.row });
  const change: Change = {
    sheet: id,
    area: { ...list, row: at, rows: 1, columns },
    before: [],
    after: [row.cells.map((cell) => (typeof cell === "string" && cell !== "" ? literal(cell) : cell))],
  };
  apply(context.workbook.worksheets, [change]);
  await context.sync();
  return { sheet: name, row: at };
}

interface Wish {
  readonly row: OwnRow;
  readonly sheet: string;
  readonly first: number;
}

/** Counted from 0. */
function freeRow(values: Excel.Range["values"], { row, sheet, first }: Wish): number {
  const taken = values.findIndex(([name]) => sameName(String(name), row.name));
  if (taken >= 0) throw new WorkbookFailure(nameTaken(row.name, sheet, first + taken));
  const free = values.findIndex((cells) => cells.every((cell) => cell === ""));
  if (free < 0) throw new WorkbookFailure(listFull(sheet, first, first + values.length - 1));
  return free;
}

/** As Excel's lookups compare. */
const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.toLowerCase();

const listGone = (sheet: string): string =>
  `The list on ${sheet} was deleted, or an older version made the sheet. ${NOTHING} Undo the deletion, or clear ` +
  "cell G3 of that sheet: the next insert then makes a fresh one beside it.";
const nameTaken = (name: string, sheet: string, row: number): string =>
  `${name} stands in row ${row} of ${sheet} already. ${NOTHING} Change it there, or take another name.`;
const listFull = (sheet: string, first: number, last: number): string =>
  `The list on ${sheet} is full: rows ${first} to ${last} are all filled. ${NOTHING} Empty a row that you no longer need, then add again.`;
