// `npm run --silent calc -- '=GPUMEM.TRAIN_MEM(7e9)'`: a formula in a terminal, evaluated by the headless workbook.
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  type FormulaResult,
  type FormulaValue,
  isFormulaError,
  isSpill,
  scratchSheet,
} from "../workbench/scratchSheet";
import { loadSpreadsheet } from "./headless";

const USAGE = `usage: npm run --silent calc -- '=GPUMEM.TRAIN_MEM(7e9,"bf16","adam")' | --file FILE [--json] [--input TEXTFILE]`;

interface Request {
  readonly formulas: readonly string[];
  /** Many formulas give one line each; a single one may give a table of several lines. */
  readonly fromFile: boolean;
  readonly json: boolean;
  /** A text, such as a config.json, that formulas find in Input!A1. */
  readonly input: string;
}

class UsageError extends Error {}

function parseArguments(args: readonly string[]): Request {
  const { values, positionals } = options(args);
  const [formula, ...others] = positionals;
  if (others.length > 0)
    throw new UsageError(`one formula at a time, in quotes; ${positionals.length} words came. ${USAGE}`);
  if ((formula === undefined) === (values.file === undefined)) throw new UsageError(USAGE);
  return {
    formulas: formula === undefined ? readFormulas(values.file ?? "") : [formula],
    fromFile: formula === undefined,
    json: values.json ?? false,
    input: values.input === undefined ? "" : readText(values.input),
  };
}

function options(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { file: { type: "string" }, json: { type: "boolean" }, input: { type: "string" } },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(".")[0]}. ${USAGE}`);
  }
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(code === "ENOENT" ? `there is no file ${file}` : message);
  }
}

const readFormulas = (file: string): readonly string[] =>
  readText(file)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** One line of --json output. An error inside a spill is an object in its place. */
function jsonLine(formula: string, result: FormulaResult): string {
  return JSON.stringify(isFormulaError(result) ? { formula, ...result } : { formula, value: result });
}

const text = (value: FormulaValue): string =>
  isFormulaError(value) ? value.error : typeof value === "boolean" ? String(value).toUpperCase() : String(value);

/** A spill as tab-separated lines, or in one line as Excel's array constants are written: {1,2;3,4}. */
const table = (rows: readonly (readonly FormulaValue[])[]) => rows.map((row) => row.map(text).join("\t")).join("\n");
const oneLine = (rows: readonly (readonly FormulaValue[])[]) =>
  `{${rows.map((row) => row.map(text).join(",")).join(";")}}`;

/** The spreadsheet's own complaints, in the words of somebody who typed a formula. */
const HINTS: Readonly<Record<string, string>> = {
  "#BAD_EXPR": 'Names and sizes go in quotes ("7B", "llama-2-7b"), arguments are separated by commas.',
  "#CYCLE": "A1 is the formula's own cell.",
};

function sentences(result: FormulaResult): readonly string[] {
  const values = isSpill(result) ? result.flat() : [result];
  return [
    ...new Set(
      values
        .filter(isFormulaError)
        .map(({ error, message }) => [error, message, HINTS[error]].filter(Boolean).join(" ")),
    ),
  ];
}

/** Prints one result; says whether it holds an error. */
function print(formula: string, result: FormulaResult, request: Request): boolean {
  if (request.json) {
    process.stdout.write(`${jsonLine(formula, result)}\n`);
    return false;
  }
  const errors = sentences(result);
  if (isSpill(result)) process.stdout.write(`${request.fromFile ? oneLine(result) : table(result)}\n`);
  else if (!isFormulaError(result) || request.fromFile) process.stdout.write(`${text(result)}\n`);
  for (const sentence of errors) process.stderr.write(`${request.fromFile ? `${formula}: ` : ""}${sentence}\n`);
  return errors.length > 0;
}

function main(argv: readonly string[]): number {
  try {
    const request = parseArguments(argv);
    const evaluate = scratchSheet(loadSpreadsheet(path.resolve(__dirname, "..")), request.input);
    const failed = request.formulas.map((formula) => print(formula, evaluate(formula), request));
    return failed.includes(true) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`calc: ${error.message}\n`);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
