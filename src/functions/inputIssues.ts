import type { EngineIssue } from "../engine/issues";
import type { CellError } from "./cells";
import { print } from "./numbers";

/** What can be wrong with what stands in a cell, as data. */
export type InputIssue =
  | { readonly code: "missing"; readonly accepts: string }
  | { readonly code: "not_a_number"; readonly received: string; readonly accepts: string }
  | { readonly code: "decimal_comma"; readonly received: string; readonly write: string }
  | { readonly code: "out_of_range"; readonly received: number; readonly accepts: string }
  | { readonly code: "not_whole"; readonly received: number; readonly accepts: string }
  | { readonly code: "percent_forgotten"; readonly received: number }
  | { readonly code: "node_price"; readonly received: number }
  | { readonly code: "share_on_top"; readonly received: number }
  | {
      readonly code: "unknown_choice";
      readonly received: string;
      readonly nearest: readonly string[];
      readonly allowed: readonly string[];
      /** The list that the name does belong to. */
      readonly isA?: string;
    }
  | {
      readonly code: "unknown_name";
      readonly noun: string;
      readonly received: string;
      readonly nearest: readonly string[];
      readonly otherwise: string;
    }
  | { readonly code: "bad_config"; readonly sentence: string }
  | { readonly code: "bad_date"; readonly received: string }
  | { readonly code: "ambiguous_name"; readonly received: string; readonly candidates: readonly string[] };

export class InputError extends Error {
  constructor(readonly issue: InputIssue) {
    super(issue.code);
    this.name = "InputError";
  }
}

/** Refuses a cell. */
export const refuse = (issue: InputIssue): never => {
  throw new InputError(issue);
};

const LONGEST_LIST = 12;
const LONGEST_ECHO = 40;
/** What came, cut short: a whole config.json may have come. */
const echo = (text: string) => (text.length <= LONGEST_ECHO ? text : `${text.slice(0, LONGEST_ECHO)}…`);
const orList = (items: readonly string[]) =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items[items.length - 1]}`;
const didYouMean = (nearest: readonly string[]) => (nearest.length ? `; did you mean ${orList(nearest)}?` : ".");
const shortList = (items: readonly string[]) =>
  items.length <= LONGEST_LIST
    ? orList(items)
    : `${items.slice(0, LONGEST_LIST).join(", ")}, … (${items.length} in all)`;

function unknownChoice(param: string, issue: Extract<InputIssue, { code: "unknown_choice" }>): string {
  const received = `${param} "${echo(issue.received)}"`;
  const allowed = `Allowed: ${shortList(issue.allowed)}.`;
  return issue.isA
    ? `${received} is a name of another kind (${issue.isA}): are the arguments in another order? ${allowed}`
    : `${received} is not known${didYouMean(issue.nearest)} ${allowed}`;
}

/** The sentence for an input that cannot be read. `param` is the name that Excel shows for the argument. */
export function inputErrorCell(param: string, issue: InputIssue): CellError {
  switch (issue.code) {
    case "missing":
      return value(`"${param}" is empty: give ${issue.accepts}.`);
    case "not_a_number":
      return value(
        `${param} is "${echo(issue.received)}", which is not a number: give ${issue.accepts}${/[$€£¥]/.test(issue.received) ? ", without a currency sign" : ""}.`,
      );
    case "decimal_comma":
      return value(
        `${param} is "${echo(issue.received)}": a comma only groups thousands; write ${issue.write} (a number or with a point).`,
      );
    case "out_of_range":
      return value(`${param} is ${print(issue.received)}: give ${issue.accepts}.`);
    case "not_whole":
      return value(`${param} is ${print(issue.received)}, not a whole number: give ${issue.accepts}.`);
    case "percent_forgotten":
      return value(
        `${param} is ${print(issue.received)}, which means ${print(issue.received * 100)}%: write ${print(issue.received)}% or ${print(issue.received / 100)}.`,
      );
    case "node_price":
      return value(
        `${param} is ${print(issue.received)}: is that the price of a whole node? Write the price of one GPU, ${print(issue.received / 8)} for a node of 8.`,
      );
    case "share_on_top":
      return value(
        `${param} is ${print(issue.received)}, which is a factor: write the share on top, ${print(issue.received - 1)} or ${print((issue.received - 1) * 100)}%.`,
      );
    case "unknown_choice":
      return value(unknownChoice(param, issue));
    case "unknown_name":
      return {
        error: "#N/A",
        message: `No ${issue.noun} "${echo(issue.received)}"${didYouMean(issue.nearest)}${issue.otherwise && ` ${issue.otherwise}`}`,
      };
    case "ambiguous_name":
      return {
        error: "#N/A",
        message: `${param} "${echo(issue.received)}" may be ${orList(issue.candidates)}: write one of them.`,
      };
    case "bad_config":
      return value(`${param}: ${issue.sentence}`);
    case "bad_date":
      return value(
        `${param} is "${echo(issue.received)}", which is not a date: give a date cell, or text such as "2026-11-22".`,
      );
    default:
      return issue satisfies never;
  }
}

/** The sentence for an input that each cell allows, but the engine has no answer for. */
export function engineErrorCell(issue: EngineIssue): CellError {
  switch (issue.code) {
    case "not_divisible":
      return value(`${issue.param} = ${print(issue.received)} does not divide ${issue.whole} = ${print(issue.of)}.`);
    case "out_of_order":
      return value(
        `${issue.param} = ${print(issue.received)} is larger than ${issue.than} = ${print(issue.limit)}: are the arguments in another order?`,
      );
    case "larger_than":
      return value(`${issue.param} = ${print(issue.received)} is larger than ${issue.than} = ${print(issue.limit)}.`);
    case "not_equal":
      return value(
        `${issue.param} = ${print(issue.received)}, but ${issue.other} = ${print(issue.value)}: they must be the same.`,
      );
    case "too_few_parameters":
      return value(
        `params is ${print(issue.received)}, which means so many parameters: write ${print(issue.received)}e9 or "${print(issue.received)}B" for billions.`,
      );
    case "goes_with":
      return value(`${issue.param} says nothing without ${issue.needed}: give both or neither.`);
    case "does_not_fit":
      return value(
        `The model alone needs ${print(issue.needed)}, more than the ${print(issue.available)} available: no batch size fits.`,
      );
    case "shapes_needed":
      return value(
        `The state of ${issue.optimizer} depends on the shapes of the matrices: give a model's name as params instead of a number.`,
      );
    case "no_such_tensor":
      return value(`${issue.model} has no ${issue.target}; its matrices are ${orList(issue.names)}.`);
    case "method_lacks":
      return value(`Method "${issue.method}" has no ${issue.param} "${issue.received}": use ${issue.allowed}.`);
    default:
      return issue satisfies never;
  }
}

const value = (message: string): CellError => ({ error: "#VALUE!", message });
