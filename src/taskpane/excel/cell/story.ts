// What is told of a selected cell, once everything that it needs was read.
import { callIn, type FormulaCall, readArgument } from "../../../functions/formulaCall";
import { isCellError } from "../../../functions/cells";
import { invoke } from "../../../functions/invoke";
import { reasonOf } from "../../../functions/reason";
import { registry } from "../../../functions/registry";
import type { CellStory } from "../../workbookHost";
import type { Values } from "./askCells";
import { meaningOf } from "./errorMeanings";
import type { Call } from "./narrow";

export interface SelectedCell {
  readonly address: string;
  readonly formula: string;
  readonly value: unknown;
  readonly text: string;
  readonly isError: boolean;
}

const EMPTY = "This cell is empty.";
const NO_FORMULA = "No formula stands in this cell: it was typed, or the formula of another cell fills it.";

const plain = ({ address, formula, text }: SelectedCell): CellStory => ({
  address,
  label: "",
  formula,
  shown: text,
  sentence: undefined,
  reason: undefined,
  cells: [],
});

export const withoutFormula = (cell: SelectedCell): CellStory => ({
  ...plain(cell),
  formula: "",
  sentence: cell.value === "" ? EMPTY : NO_FORMULA,
});

export const native = (cell: SelectedCell, label: string, cells: CellStory["cells"]): CellStory => ({
  ...plain(cell),
  label,
  sentence: cell.isError ? meaningOf(String(cell.value)) : undefined,
  cells,
});

/** A call of ours; `known`: no argument is an expression that only Excel evaluates. */
export function explained(cell: SelectedCell, label: string, call: Call, known: boolean): CellStory {
  const reason = reasonOf(call.id, call.values);
  const error = cell.isError ? (known && errorOf(call)) || meaningOf(String(cell.value)) : undefined;
  return { ...plain(cell), label, reason, sentence: error };
}

/** What the function itself says of these inputs. */
function errorOf({ id, values }: Call): string | undefined {
  const spec = registry.find((one) => one.id === id);
  const error = spec && invoke(spec, values).flat().find(isCellError);
  return error?.message || undefined;
}

/** The call of a formula, and what its arguments are. */
export function callOf(formula: string): FormulaCall | undefined {
  const call = callIn(formula);
  return call && registry.some(({ id }) => id === call.id) ? call : undefined;
}

/** Constants as they are, references as they were read; `known`: nothing is left that only Excel can evaluate. */
export function callValues(
  { id, args }: FormulaCall,
  read: (reference: string) => Values | undefined,
): Call & { readonly known: boolean } {
  const given = args.map(readArgument);
  const values = given.map((argument) => {
    if (argument.kind === "values") return argument.values;
    return argument.kind === "reference" ? read(argument.reference) : undefined;
  });
  return { id, values, known: given.every(({ kind }, i) => kind === "omitted" || values[i] !== undefined) };
}
