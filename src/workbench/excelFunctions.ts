// Functions that Excel has and o-spreadsheet lacks, with Excel's rules: sheets of the add-in's use them.
import type { SpreadsheetFunction, SpreadsheetLibrary, SpreadsheetResult, SpreadsheetValue } from "./spreadsheet";

type Scalar = number | string | boolean | null;
type Argument = Scalar | undefined;

interface ExcelFunction {
  readonly name: string;
  readonly description: string;
  readonly args: readonly (readonly [name: string, description: string, optional?: "optional"])[];
  /** Throws an ExcelError. */
  readonly compute: (...args: readonly Argument[]) => Scalar;
}

class ExcelError extends Error {
  constructor(
    readonly code: "#VALUE!" | "#NUM!",
    message: string,
  ) {
    super(message);
  }
}

const LONGEST_TEXT = 32_767;

const FUNCTIONS: readonly ExcelFunction[] = [
  {
    name: "FIXED",
    description: "Rounds a number and gives it as text, with commas between thousands.",
    args: [
      ["number", "The number."],
      ["decimals", "Decimals, 2 by default; negative to round left of the point.", "optional"],
      ["no_commas", "TRUE for no commas.", "optional"],
    ],
    compute: (number, decimals, noCommas) =>
      fixed(numberOf(number), decimals === undefined ? 2 : Math.trunc(numberOf(decimals)), numberOf(noCommas) !== 0),
  },
  {
    name: "MROUND",
    description: "Rounds a number to the nearest multiple.",
    args: [
      ["number", "The number."],
      ["multiple", "What the result is a multiple of."],
    ],
    compute: (number, multiple) => roundTo(numberOf(number), numberOf(multiple)),
  },
  {
    name: "SIGN",
    description: "1 for a positive number, -1 for a negative one, 0 for zero.",
    args: [["number", "The number."]],
    compute: (number) => Math.sign(numberOf(number)),
  },
  {
    name: "REPT",
    description: "Repeats a text.",
    args: [
      ["text", "The text."],
      ["number_times", "How often."],
    ],
    compute: (text, times) => repeated(textOf(text), Math.trunc(numberOf(times))),
  },
  {
    name: "N",
    description: "A number as it is, TRUE as 1, everything else as 0.",
    args: [["value", "The value."]],
    compute: (value) => (typeof value === "string" ? 0 : Number(value ?? 0)),
  },
  {
    name: "T",
    description: "A text as it is, everything else as an empty text.",
    args: [["value", "The value."]],
    compute: (value) => (typeof value === "string" ? value : ""),
  },
];

export function registerExcelFunctions(library: SpreadsheetLibrary): void {
  for (const { name, description, args, compute } of FUNCTIONS)
    library.addFunction(name, {
      description,
      category: "Excel",
      args: args.map(([argument, help, optional]) => argumentOf(argument, help, optional !== undefined)),
      compute: (...values) => computed(() => compute(...values.map((value) => scalar(value as SpreadsheetValue)))),
    });
}

/** Of one value each, so that o-spreadsheet goes through ranges cell by cell and passes errors on. */
const argumentOf = (name: string, description: string, optional: boolean): SpreadsheetFunction["args"][number] => ({
  ...{ name, description, optional, type: ["NUMBER", "STRING", "BOOLEAN"] },
  ...{ acceptMatrix: false, acceptErrors: false },
});

/** What is left out is undefined, an empty cell null. */
const scalar = (argument: SpreadsheetValue | undefined): Argument =>
  argument === undefined ? undefined : (argument.value as Scalar);

function computed(compute: () => Scalar): SpreadsheetResult {
  try {
    return { value: compute() };
  } catch (thrown) {
    if (!(thrown instanceof ExcelError)) throw thrown;
    return { value: thrown.code, message: thrown.message };
  }
}

function numberOf(value: Argument): number {
  if (typeof value !== "string") return Number(value ?? 0);
  const number = /^\s*[-+]?[\d,]*\.?\d+(e[-+]?\d+)?\s*$/i.test(value) ? Number(value.replaceAll(",", "")) : NaN;
  if (Number.isNaN(number)) throw new ExcelError("#VALUE!", `"${value}" is no number.`);
  return number;
}

const textOf = (value: Argument): string =>
  typeof value === "boolean" ? String(value).toUpperCase() : String(value ?? "");

function fixed(number: number, decimals: number, noCommas: boolean): string {
  if (decimals > 127) throw new ExcelError("#VALUE!", "FIXED takes at most 127 decimals.");
  const text = Math.abs(roundedTo(number, decimals)).toFixed(Math.min(100, Math.max(0, decimals)));
  const [whole = "", fraction] = text.split(".");
  const grouped = noCommas ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = number < 0 && Number(text) !== 0 ? "-" : "";
  return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
}

/** Half away from zero, of the decimal number that is shown: 1.005 is 1.01. */
function roundedTo(number: number, decimals: number): number {
  const [digits = "0", exponent = "0"] = Math.abs(number).toExponential(14).split("e");
  const shifted = Number(`${digits}e${Number(exponent) + decimals}`);
  return Math.sign(number) * Number(`${Math.round(shifted)}e${-decimals}`);
}

function roundTo(number: number, multiple: number): number {
  if (multiple === 0 || number === 0) return 0;
  if (Math.sign(number) !== Math.sign(multiple)) throw new ExcelError("#NUM!", "The signs of both numbers must agree.");
  return Math.round(Number((number / multiple).toPrecision(15))) * multiple;
}

function repeated(text: string, times: number): string {
  if (times < 0) throw new ExcelError("#VALUE!", "A text cannot be repeated less than zero times.");
  if (text.length * times > LONGEST_TEXT)
    throw new ExcelError("#VALUE!", "The text would be longer than 32,767 characters.");
  return text.repeat(times);
}
