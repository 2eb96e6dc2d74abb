// Cells that a formula refers to, asked of the workbook: the values of the small ones, labels where the sheet is ours.
import { cell } from "../../../sheets/layout/places";
import { rangeOf } from "../ranges";
import { namedRange, TEMPLATE_NAME } from "../workbookState";
import { cellsIn, type Reference, spell } from "./references";

export type Values = readonly (readonly unknown[])[];

const MOST_CELLS = 2000;
const LABEL_COLUMN = 2;

export interface AskedCells {
  readonly reference: Reference;
  /** Undefined where there are too many cells to read. */
  readonly range: Excel.Range | undefined;
  readonly label: Excel.Range;
  readonly stamp: Excel.Range;
}

/** Nothing is read yet; a sheet that is not there is asked for nothing. */
export function askCells(
  { worksheets }: Excel.Workbook,
  own: Excel.Worksheet,
  references: readonly Reference[],
): readonly AskedCells[] {
  const names = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  return references
    .filter(({ sheet }) => sheet === undefined || names.has(sheet.toLowerCase()))
    .map((reference) => {
      const sheet = reference.sheet === undefined ? own : worksheets.getItem(reference.sheet);
      const range = cellsIn(reference.area) > MOST_CELLS ? undefined : rangeOf(sheet, reference.area);
      range?.load("values,valueTypes,text");
      const label = rangeOf(sheet, cell(reference.area.row, LABEL_COLUMN));
      label.load("values");
      const stamp = namedRange(sheet, TEMPLATE_NAME);
      stamp.load("address");
      return { reference, range, label, stamp };
    });
}

/** As a function receives them: an error is one, not its text. */
export const valuesOf = ({ values, valueTypes }: Pick<Excel.Range, "values" | "valueTypes">): Values =>
  values.map((row: readonly unknown[], i) =>
    row.map((value, j) => (valueTypes[i]?.[j] === "Error" ? { error: value } : value)),
  );

export interface ReferredCells {
  readonly label: string;
  readonly address: string;
  readonly shown: string;
}

const MOST_SHOWN = 4;

export const referred = ({ reference, range, label, stamp }: AskedCells): ReferredCells => ({
  label: stamp.isNullObject || reference.area.column <= LABEL_COLUMN ? "" : String(label.values[0]?.[0] ?? ""),
  address: spell(reference),
  shown: range ? textsOf(range) : `${cellsIn(reference.area).toLocaleString("en-US")} cells`,
});

function textsOf({ text }: Excel.Range): string {
  const texts = text.flat().filter((one) => one !== "");
  const shown = texts.slice(0, MOST_SHOWN).join(", ");
  if (texts.length === 0) return "empty";
  return texts.length > MOST_SHOWN ? `${shown}, … (${texts.length} filled cells)` : shown;
}
