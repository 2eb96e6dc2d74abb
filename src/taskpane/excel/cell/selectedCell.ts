// The selected cell read and told: one request for itself, one for the results around it, one for what it refers to.
import { type FormulaCall, readArgument } from "../../../functions/formulaCall";
import type { SheetName } from "../../../sheets/grid";
import type { CellStory } from "../../workbookHost";
import { told } from "../errors";
import { namesFrom } from "../nameFormula";
import { askCells, type AskedCells, referred, type Values, valuesOf } from "./askCells";
import { askGroup, callCell, type GroupRows, type Result, resultAt, rowsOf } from "./group";
import { narrowed } from "./narrow";
import { type Reference, referencesIn, spell } from "./references";
import { callOf, callValues, explained, native, type SelectedCell, withoutFormula } from "./story";

const LABEL_COLUMN = 2;
const MOST_REFERENCES = 20;

interface Read {
  readonly context: Excel.RequestContext;
  readonly sheet: Excel.Worksheet;
  readonly names: readonly SheetName[];
  readonly cell: SelectedCell;
  readonly row: number;
  readonly column: number;
}

export const selectedCell = (): Promise<CellStory> =>
  told("Nothing was changed.", () =>
    Excel.run(async (context) => {
      const read = await readSelected(context);
      const result = resultAt(read.names, read, read.cell.formula);
      if (result) return resultStory(read, result);
      if (!read.cell.formula.startsWith("=")) return withoutFormula(read.cell);
      return formulaStory(read);
    }),
  );

async function readSelected(context: Excel.RequestContext): Promise<Read> {
  const { workbook } = context;
  const [range, sheet] = [workbook.getActiveCell(), workbook.worksheets.getActiveWorksheet()];
  range.load("address,formulas,values,valueTypes,text,rowIndex,columnIndex");
  sheet.names.load("items/name,items/formula");
  workbook.worksheets.load("items/name");
  await context.sync();
  return {
    context,
    sheet,
    names: namesFrom(sheet.names.items),
    cell: {
      address: range.address,
      formula: String(range.formulas[0]?.[0] ?? ""),
      value: range.values[0]?.[0],
      text: String(range.text[0]?.[0] ?? ""),
      isError: range.valueTypes[0]?.[0] === "Error",
    },
    row: range.rowIndex + 1,
    column: range.columnIndex + 1,
  };
}

/** A call of ours, or a formula of Excel's own functions. */
async function formulaStory(read: Read): Promise<CellStory> {
  const { context, sheet, cell } = read;
  const call = callOf(cell.formula);
  const own: Reference = { sheet: undefined, address: cell.address, area: { ...read, rows: 1, columns: 1 } };
  const references = referencesIn(cell.formula).slice(0, MOST_REFERENCES);
  const [itself, ...asked] = askCells(context.workbook, sheet, [own, ...references]);
  await context.sync();
  const label = itself ? referred(itself).label : "";
  if (!call) return native(cell, label, asked.map(referred));
  const story = explained(cell, label, callValues(call, reading(asked)), isKnown(call));
  return isKnown(call) ? story : { ...story, cells: asked.map(referred) };
}

const isKnown = ({ args }: FormulaCall): boolean => args.every((text) => readArgument(text).kind !== "expression");

const reading =
  (asked: readonly AskedCells[]) =>
  (text: string): Values | undefined => {
    const [wanted] = referencesIn(text);
    const found = wanted && asked.find(({ reference }) => spell(reference) === spell(wanted));
    return found?.range && valuesOf(found.range);
  };

async function resultStory(read: Read, result: Result): Promise<CellStory> {
  const { context, sheet, cell } = read;
  const around = askGroup(sheet, result);
  await context.sync();
  const rows = rowsOf(around);
  const call = callOf(callCell(result, rows));
  const label = String(rows.value(result.live.row + result.row, LABEL_COLUMN));
  if (!call) return native(cell, label, []);
  const asked = askCells(context.workbook, sheet, call.args.flatMap(referencesIn));
  await context.sync();
  const whole = callValues(call, reading(asked));
  return explained(cell, label, narrowed(whole, shownOf(result, rows)), isKnown(call));
}

const shownOf = ({ live, row, column }: Result, rows: GroupRows) => ({
  rows: live.rows,
  row,
  column,
  head: rows.value(live.row, live.column + column),
});
