// Rules about numbers, dates, lengths and formulas: Excel's shapes -> o-spreadsheet's criteria.
import { choiceArgument, recordArgument } from "../arguments";
import { invalidArgument, notImplemented } from "../apiError";

export interface Criterion {
  readonly type: string;
  readonly values: readonly string[];
  readonly displayStyle?: "arrow" | "plainText";
}

export const COMPARISONS = {
  Between: "isBetween",
  NotBetween: "isNotBetween",
  EqualTo: "isEqual",
  NotEqualTo: "isNotEqual",
  GreaterThan: "isGreaterThan",
  LessThan: "isLessThan",
  GreaterThanOrEqual: "isGreaterOrEqualTo",
  LessThanOrEqual: "isLessOrEqualTo",
} as const;

/** `10` or `"=$B$1"`; `"=10"` is a number, too. */
export function operand(value: unknown, location: string): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string" || value === "") throw invalidArgument(location);
  return value.replace(/^=(-?\d+(?:\.\d+)?)$/, "$1");
}

export function comparison(
  { operator, formula1, formula2 }: Readonly<Record<string, unknown>>,
  location: string,
): { readonly type: (typeof COMPARISONS)[keyof typeof COMPARISONS]; readonly values: string[] } {
  const type = choiceArgument(operator, COMPARISONS, location);
  const two = type === "isBetween" || type === "isNotBetween";
  return { type, values: [operand(formula1, location), ...(two ? [operand(formula2, location)] : [])] };
}

export function criterionOf(rule: Readonly<Record<string, unknown>>, location: string): Criterion {
  if (rule.custom) {
    const { formula } = recordArgument(rule.custom, ["formula"], location);
    if (typeof formula !== "string" || !formula.startsWith("=")) throw invalidArgument(location);
    return { type: "customFormula", values: [formula] };
  }
  const number = rule.decimal ?? rule.wholeNumber;
  if (number) return comparison(recordArgument(number, ["operator", "formula1", "formula2"], location), location);
  throw notImplemented(`${location} of the type ${Object.keys(rule)[0]}`);
}
