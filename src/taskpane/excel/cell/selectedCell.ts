// The selected cell read and told: one request for itself, one for the results around it, one for what it refers to.
import type { FormulaCall } from "../../../functions/formulaCall";
import { area } from "../../../sheets/layout/places";
import type { CellStory } from "../../workbookHost";
import { told } from "../errors";
import { askCells, type AskedCells, referred, type Values, valuesOf } from "./askCells";
import { askGroup, callCell, type GroupRows, type Result, resultAt, rowsOf } from "./group";
import { broadcast, narrowed } from "./narrow";
import { readSelected, type Selected } from "./readSelected";
import { type Reference, referencesIn, spell } from "./references";
import { callOf, callValues, explained, native, withoutFormula } from "./story";

const LABEL_COLUMN = 2;
const MOST_REFERENCES = 20;

export const selectedCell = (): Promise<CellStory> =>
  told("Nothing was changed.", () =>
    Excel.run(async (context) => {
      const selected = await readSelected(context);
      const { names, cell } = selected;
      const result = resultAt(names, selected, cell.formula);
      if (result) return resultStory(selected, result);
      return cell.formula.startsWith("=") ? formulaStory(selected) : withoutFormula(cell);
    }),
  );

/** A call of ours, or a formula of Excel's own functions. */
async function formulaStory(selected: Selected): Promise<CellStory> {
  const { context, sheet, cell, row, column, offset } = selected;
  const own: Reference = { sheet: undefined, address: cell.address, area: area(row, column, 1, 1) };
  const references = referencesIn(cell.formula).slice(0, MOST_REFERENCES);
  const [itself, ...asked] = askCells(context.workbook, sheet, [own, ...references]);
  await context.sync();
  const [label, cells] = [itself ? referred(itself).label : "", asked.map(referred)];
  const call = callOf(cell.formula);
  if (!call) return native(cell, label, cells);
  const { known, ...whole } = callValues(call, reading(asked));
  const one = isWhole(cell.formula, call) ? broadcast(whole, offset) : whole;
  const story = explained(cell, label, one, known);
  return known ? story : { ...story, cells };
}

/** Nothing stands around the call: each of its results is one of the formula's. */
const isWhole = (formula: string, { id, args }: FormulaCall): boolean => {
  const bare = (text: string) => text.replace(/\s+/g, "").toUpperCase();
  return bare(formula) === bare(`=GPUMEM.${id}(${args.join(",")})`);
};

const reading =
  (asked: readonly AskedCells[]) =>
  (text: string): Values | undefined => {
    const [wanted] = referencesIn(text);
    const found = wanted && asked.find(({ reference }) => spell(reference) === spell(wanted));
    return found?.range && valuesOf(found.range);
  };

async function resultStory({ context, sheet, cell }: Selected, result: Result): Promise<CellStory> {
  const around = askGroup(sheet, result);
  await context.sync();
  const rows = rowsOf(around);
  const call = callOf(callCell(result, rows));
  const label = String(rows.value(result.live.row + result.row, LABEL_COLUMN));
  if (!call) return native(cell, label, []);
  const asked = askCells(context.workbook, sheet, call.args.flatMap(referencesIn));
  await context.sync();
  const { known, ...whole } = callValues(call, reading(asked));
  return explained(cell, label, narrowed(whole, shownOf(result, rows)), known);
}

const shownOf = ({ live, row, column }: Result, rows: GroupRows) => ({
  rows: live.rows,
  row,
  column,
  head: rows.value(live.row, live.column + column),
});
