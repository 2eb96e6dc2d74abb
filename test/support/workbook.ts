import path from "node:path";
import { type FormulaResult, isFormulaError, isSpill, scratchSheet } from "../../src/workbench/scratchSheet";
import { loadSpreadsheet } from "../../src/cli/headless";
import type { SpreadsheetLibrary } from "../../src/workbench/spreadsheet";

/** The built add-in that the tests drive; `npm test` builds it first. */
export const DIST = path.resolve(__dirname, "../../dist");

let library: SpreadsheetLibrary | undefined;

/** The spreadsheet with the functions in it, loaded once: it takes every function only once. */
export function spreadsheet(): SpreadsheetLibrary {
  library ??= loadSpreadsheet(DIST);
  return library;
}

let evaluate: ((formula: string) => FormulaResult) | undefined;

/** Evaluates a formula in the headless workbook, with the compiled functions.js that Excel loads. */
export function calculate(formula: string): FormulaResult {
  evaluate ??= scratchSheet(spreadsheet());
  return evaluate(formula);
}

/** The sentence of a formula that must be an error of this code. */
export function errorOf(formula: string): { readonly error: string; readonly message: string } {
  const result = calculate(formula);
  if (isSpill(result) || !isFormulaError(result)) throw new Error(`${formula} is no error: ${JSON.stringify(result)}`);
  return result;
}
