// Cells -> arguments -> broadcast -> cells: the one runner of all functions.
import { EngineError } from "../engine/issues";
import { toUnit, type Bytes, type MemoryUnit } from "../engine/units";
import { type Block, type Cell, type CellError, isCellError, toInput, toMatrix, type Value } from "./cells";
import { engineErrorCell, InputError, inputErrorCell } from "./inputIssues";
import { type AnyFunction, assertChecks, type Param } from "./spec";

type Result = Value | Block | CellError;
type Read = { readonly value: unknown } | CellError;

interface Argument {
  readonly param: Param;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly (readonly Read[])[];
}

/** Calls a function with arguments as a host hands them over; ranges broadcast as Excel's own operators do. */
export function invoke(spec: AnyFunction, given: readonly unknown[]): Block {
  const args = spec.params.map((param, i) => readArgument(param, given[i]));
  const rows = Math.max(...args.map((arg) => arg.rows), 1);
  const columns = Math.max(...args.map((arg) => arg.columns), 1);
  if (rows === 1 && columns === 1) return asBlock(runElement(spec, args, 0, 0));
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => asCell(spec, runElement(spec, args, r, c))),
  );
}

function readArgument(param: Param, given: unknown): Argument {
  const matrix = toMatrix(given);
  if (param.kind.readBlock && !matrix.flat().every(isAbsent))
    return { param, rows: 1, columns: 1, cells: [[readWhole(param, matrix)]] };
  return {
    param,
    rows: matrix.length,
    columns: matrix.reduce((widest, row) => Math.max(widest, row.length), 0),
    cells: matrix.map((row) => row.map((raw) => readCell(param, raw))),
  };
}

const isAbsent = (raw: unknown): boolean => raw === null || raw === undefined || raw === "";

function readWhole({ name, kind }: Param, matrix: readonly (readonly unknown[])[]): Read {
  try {
    const read = kind.readBlock?.(matrix);
    return isCellError(read) ? read : { value: read };
  } catch (thrown) {
    if (thrown instanceof InputError) return inputErrorCell(name, thrown.issue);
    throw thrown;
  }
}

function readCell(param: Param, raw: unknown): Read {
  const input = toInput(raw);
  if (isCellError(input)) return input;
  try {
    if (input !== null && !isEmpty(input, param)) return { value: param.kind.read(input) };
    if (param.default !== undefined) return { value: param.kind.read(param.default) };
    if (param.optional) return { value: undefined };
    return inputErrorCell(param.name, emptyIssue(input, param));
  } catch (thrown) {
    if (thrown instanceof InputError) return inputErrorCell(param.name, thrown.issue);
    throw thrown;
  }
}

const isEmpty = (input: Value, param: Param): boolean =>
  typeof input === "string" ? input.trim() === "" : input === 0 && !param.kind.zeroIsValue;

/** A typed 0 and an empty cell look alike: say what came. */
const emptyIssue = (input: Value | null, param: Param) =>
  input === 0
    ? ({ code: "out_of_range", received: 0, accepts: `${param.kind.accepts} (an empty cell counts as 0)` } as const)
    : ({ code: "missing", accepts: param.kind.accepts } as const);

function runElement(spec: AnyFunction, args: readonly Argument[], row: number, column: number): Result {
  const record: Record<string, unknown> = {};
  for (const arg of args) {
    const read = arg.cells[arg.rows === 1 ? 0 : row]?.[arg.columns === 1 ? 0 : column];
    if (read === undefined) return outside(arg, row, column);
    if (isCellError(read)) return read;
    record[arg.param.name] = read.value;
  }
  return compute(spec, record as never);
}

function compute(spec: AnyFunction, args: never): Result {
  try {
    assertChecks(spec.checks, args);
    return finite(inUnit(spec, spec.run(args), args));
  } catch (thrown) {
    return thrown instanceof EngineError ? engineErrorCell(thrown.issue) : ourMistake(spec, thrown);
  }
}

function inUnit(spec: AnyFunction, result: Result, args: { readonly unit: { readonly id: MemoryUnit } }): Result {
  return spec.returns.unit === "memory" && typeof result === "number" ? toUnit(result as Bytes, args.unit.id) : result;
}

/** What no input should be able to cause; still a sentence and not a stack trace. */
const ourMistake = ({ id }: AnyFunction, thrown: unknown): CellError => ({
  error: "#VALUE!",
  message: `${id} failed on this input: ${thrown instanceof Error ? thrown.message : String(thrown)}. That is a mistake of GPUMEM, not yours; please report it.`,
});

const finite = (result: Result): Result =>
  typeof result !== "number" || Number.isFinite(result)
    ? result
    : { error: "#NUM!", message: "The result is larger than a cell can hold." };

const outside = (arg: Argument, row: number, column: number): CellError => ({
  error: "#N/A",
  message:
    row >= arg.rows && arg.rows > 1
      ? `${arg.param.name} has ${arg.rows} rows only: give ranges of the same height, or one cell.`
      : `${arg.param.name} has no cell in column ${column + 1}: give ranges of the same width, or one cell.`,
});

const isBlock = (result: Result): result is Block => Array.isArray(result);
const asBlock = (result: Result): Block => (isBlock(result) ? result : [[result]]);

/** Where many cells are asked for at once, an answer that is itself a block has no place. */
const asCell = (spec: AnyFunction, result: Result): Cell =>
  isBlock(result)
    ? { error: "#VALUE!", message: `${spec.id} answers with a whole block here: give one cell, or name a field.` }
    : result;
