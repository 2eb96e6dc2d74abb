// What goes in and comes out of cells. Only numbers, text, TRUE/FALSE and errors ever come out.

/** Errors that a function may put into a cell; Excel shows a sentence with the first two only. */
const ERROR_CODES = ["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!"] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface CellError {
  readonly error: ErrorCode;
  readonly message: string;
}
export type Value = number | string | boolean;
export type Cell = Value | CellError;
/** Rows of cells. */
export type Block = readonly (readonly Cell[])[];

export const isCellError = (cell: unknown): cell is CellError =>
  typeof cell === "object" && cell !== null && "error" in cell;

/** A cell as a host hands it over: an empty one is null, undefined or ""; an error one is an error. */
export type Input = Value | null | CellError;

/**
 * Reads one cell of an argument. Hosts write errors in several ways: Excel's ErrorCellValue (`basicValue`, or the
 * older `value`), a CustomFunctions.Error (`code`), ours (`error`). Formatted numbers carry their number in `basicValue`.
 */
export function toInput(raw: unknown): Input {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === "number" || typeof raw === "boolean" || typeof raw === "string") return raw;
  if (typeof raw !== "object") return String(raw);
  const cell = raw as { error?: unknown; code?: unknown; basicValue?: unknown; value?: unknown; message?: unknown };
  const carried = cell.error ?? cell.code ?? cell.basicValue ?? cell.value;
  if (typeof carried === "string" && carried.startsWith("#")) return toCellError(carried, cell.message);
  return carried === raw ? null : toInput(carried);
}

/** An error among the inputs passes through; the ones that a function cannot return say which they were. */
function toCellError(code: string, message: unknown): CellError {
  const said = typeof message === "string" ? message : "";
  const known = ERROR_CODES.find((one) => one === code);
  if (known) return { error: known, message: said };
  return { error: "#VALUE!", message: said || `An input is ${code}: mend that cell first.` };
}

/** An argument as rows of cells: hosts hand over a constant, a 1×1 matrix, or a range. */
export function toMatrix(argument: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(argument)) return [[argument]];
  if (argument.length === 0) return [[null]];
  return argument.map((row: unknown) => (Array.isArray(row) ? row : [row]));
}
