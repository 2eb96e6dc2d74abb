import type { EvaluatedCell, SpreadsheetLibrary, SpreadsheetModel } from "./spreadsheet";

export interface FormulaError {
  readonly error: string;
  readonly message: string;
}
export type FormulaValue = number | string | boolean | FormulaError;
export type FormulaResult = FormulaValue | readonly (readonly FormulaValue[])[];

export const isFormulaError = (value: unknown): value is FormulaError =>
  typeof value === "object" && value !== null && "error" in value;
export const isSpill = (result: FormulaResult): result is readonly (readonly FormulaValue[])[] => Array.isArray(result);

const SHEET = "scratch";
const SMALL = { rows: 1000, columns: 64 };
const LARGE = { rows: 50_000, columns: 300 };

/** Evaluates formulas one by one in the first cell of an otherwise empty sheet. `input` is a text that stands in Input!A1. */
export function scratchSheet(library: SpreadsheetLibrary, input = ""): (formula: string) => FormulaResult {
  const model = emptySheet(library, SMALL, input);
  let large: SpreadsheetModel | undefined;
  return (formula) => {
    const result = evaluate(model, formula);
    // A sheet that is too small is no fault of the formula: only spills of over a thousand rows pay for the large one.
    if (!isFormulaError(result) || result.error !== "#SPILL!") return result;
    large ??= emptySheet(library, LARGE, input);
    return evaluate(large, formula);
  };
}

const emptySheet = (library: SpreadsheetLibrary, { rows, columns }: { rows: number; columns: number }, input: string) =>
  new library.Model({
    sheets: [
      { id: SHEET, name: "Sheet1", rowNumber: rows, colNumber: columns },
      { id: "input", name: "Input", rowNumber: 1, colNumber: 1, cells: input ? { A1: input } : {} },
    ],
  });

function evaluate(model: SpreadsheetModel, formula: string): FormulaResult {
  const content = formula.startsWith("=") ? formula : `=${formula}`;
  model.dispatch("UPDATE_CELL", { sheetId: SHEET, col: 0, row: 0, content });
  const at = (col: number, row: number) => formulaValue(model.getters.getEvaluatedCell({ sheetId: SHEET, col, row }));
  const zone = model.getters.getSpreadZone({ sheetId: SHEET, col: 0, row: 0 }) && spilled(model);
  if (!zone) return at(0, 0);
  return Array.from({ length: zone.bottom + 1 }, (_, row) =>
    Array.from({ length: zone.right + 1 }, (_, col) => at(col, row)),
  );
}

/** o-spreadsheet calls a spill whose first cell is an error a single cell, and still fills the others. */
function spilled({ getters }: SpreadsheetModel): { readonly right: number; readonly bottom: number } {
  const first = { sheetId: SHEET, col: 0, row: 0 };
  const zone = getters.getSpreadZone(first) ?? { right: 0, bottom: 0 };
  if (getters.getEvaluatedCell(first).type !== "error") return zone;
  let { right, bottom } = zone;
  for (let row = 0; row < getters.getNumberRows(SHEET); row++)
    for (let col = 0; col < getters.getNumberCols(SHEET); col++)
      if (getters.getArrayFormulaSpreadingOn({ sheetId: SHEET, col, row })) {
        right = Math.max(right, col);
        bottom = row;
      }
  return { right, bottom };
}

function formulaValue(cell: EvaluatedCell): FormulaValue {
  if (cell.type === "error") return { error: String(cell.value), message: cell.message ?? "" };
  return (cell.value ?? "") as number | string | boolean;
}
