// functions.json: what Excel reads to offer the functions while a formula is typed.
import type { AnyFunction, Param } from "./spec";

export interface FunctionsMetadata {
  /** Error cells reach the function, so that one of them spoils one element of a range and not the whole call. */
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}

interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type: "any"; readonly dimensionality: "matrix" };
}

interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: "any";
  readonly dimensionality: "matrix";
  readonly optional: boolean;
}

/** Relative to where the add-in is served; `npm run build` writes the absolute address into dist/functions.json. */
const REFERENCE_PAGE = "reference.html";

/** Every parameter is a matrix: Excel refuses a range in a scalar one (#CALC!), and a single cell arrives as 1×1. */
export const functionsMetadata = (registry: readonly AnyFunction[]): FunctionsMetadata => ({
  allowErrorForDataTypeAny: true,
  functions: registry.map((spec) => ({
    id: spec.id,
    name: spec.id,
    description: spec.summary,
    helpUrl: `${REFERENCE_PAGE}#${spec.id}`,
    parameters: spec.params.map(parameterMetadata),
    result: { type: "any", dimensionality: "matrix" },
  })),
});

const parameterMetadata = (param: Param): ParameterMetadata => ({
  name: param.name,
  description: parameterHelp(param),
  type: "any",
  dimensionality: "matrix",
  optional: param.optional,
});

const MOST_CHOICES_IN_HELP = 10;

/** One line: what it is, what may be chosen, what an empty cell means. */
export function parameterHelp(param: Param): string {
  const ids = param.kind.choices?.rows.map((row) => row.id) ?? [];
  const some = ids.length > MOST_CHOICES_IN_HELP ? [...ids.slice(0, MOST_CHOICES_IN_HELP), "…"] : ids;
  const choices = ids.length > 0 ? ` One of: ${some.join(", ")}.` : "";
  const fallback = param.default === undefined ? "" : ` Default: ${String(param.default)}.`;
  return `${param.doc}${choices}${fallback}`;
}
