// The add-in's compiled functions -> functions of the embedded spreadsheet.
import { CustomFunctionError, type CustomFunction } from "./customFunctions";
import { registerExcelFunctions } from "./excelFunctions";
import type {
  SpreadsheetArgument,
  SpreadsheetFunction,
  SpreadsheetLibrary,
  SpreadsheetResult,
  SpreadsheetValue,
} from "./spreadsheet";

/** The part of functions.json that is needed here. */
export interface FunctionsMetadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly optional?: boolean;
    }[];
  }[];
}

/** Values to offer for an argument, by function id and argument name. */
export type Proposals = (id: string, param: string) => readonly string[];

/** The namespace that manifest.xml gives the functions in Excel. */
export const NAMESPACE = "GPUMEM";

/** Registers every function of functions.json; each must have been associated by functions.js. */
export function registerFunctions(
  library: SpreadsheetLibrary,
  metadata: FunctionsMetadata,
  associated: ReadonlyMap<string, CustomFunction>,
  proposals: Proposals = () => [],
): void {
  // o-spreadsheet has no #VALUE! of its own: without this line ISERROR and IFERROR would not see it.
  library.registries.errorTypes.add("#VALUE!");
  registerExcelFunctions(library);
  for (const { id, name, description, parameters } of metadata.functions) {
    const implementation = associated.get(id);
    if (!implementation) throw new Error(`functions.js does not associate ${id}, which functions.json describes.`);
    library.addFunction(`${NAMESPACE}.${name}`, {
      description,
      category: NAMESPACE,
      args: parameters.map((param) => argumentHelp(param, proposals(id, param.name))),
      compute: (...args) => toSpreadsheet(call(implementation, args)),
    });
  }
}

const argumentHelp = (
  param: FunctionsMetadata["functions"][number]["parameters"][number],
  values: readonly string[],
): SpreadsheetFunction["args"][number] => ({
  name: param.name,
  description: param.description,
  type: ["ANY", "RANGE<ANY>"],
  optional: param.optional ?? false,
  acceptMatrix: true,
  acceptErrors: true,
  ...(values.length > 0 && { proposalValues: values.map((value) => ({ value: `"${value}"` })) }),
});

/** Calls as Excel does: every argument a matrix of rows, an omitted one null. */
function call(implementation: CustomFunction, args: readonly SpreadsheetArgument[]): unknown {
  try {
    return implementation(...args.map(toExcel));
  } catch (thrown) {
    if (thrown instanceof CustomFunctionError) return thrown;
    throw thrown;
  }
}

/** Matrices are column-major in o-spreadsheet and row-major in Excel. */
function toExcel(argument: SpreadsheetArgument): unknown[][] | null {
  if (argument === undefined) return null;
  if (!isMatrix(argument)) return [[excelValue(argument)]];
  const [first = []] = argument;
  return first.map((_, row) => argument.map((column) => excelValue(column[row])));
}

const isMatrix = (argument: SpreadsheetArgument): argument is readonly (readonly SpreadsheetValue[])[] =>
  Array.isArray(argument);

/** Errors of o-spreadsheet, and how Excel spells them. */
const EXCEL_ERROR: Readonly<Record<string, string>> = {
  "#VALUE!": "#VALUE!",
  "#N/A": "#N/A",
  "#DIV/0!": "#DIV/0!",
  "#NUM!": "#NUM!",
  "#NULL!": "#NULL!",
  "#NAME?": "#NAME?",
  "#REF": "#REF!",
  "#SPILL!": "#SPILL!",
  "#ERROR": "#VALUE!",
  "#BAD_EXPR": "#VALUE!",
  "#CYCLE": "#VALUE!",
};

/** Errors arrive as Excel's error cell values do; an empty cell of a range as null. */
function excelValue(cell: SpreadsheetValue | undefined): unknown {
  const value = cell?.value ?? null;
  const error = typeof value === "string" ? EXCEL_ERROR[value] : undefined;
  return error ? { type: "Error", basicType: "Error", basicValue: error, message: cell?.message } : value;
}

function toSpreadsheet(result: unknown): SpreadsheetResult {
  if (!Array.isArray(result)) return spreadsheetValue(result);
  const rows = result as readonly (readonly unknown[])[];
  const [first = []] = rows;
  return first.map((_, column) => rows.map((row) => spreadsheetValue(row[column])));
}

const spreadsheetValue = (value: unknown): SpreadsheetValue =>
  value instanceof CustomFunctionError ? { value: value.code, message: value.message } : { value: value ?? "" };
