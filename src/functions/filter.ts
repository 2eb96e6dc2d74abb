// The filter of the lists: "family=llama", ">=70B", "year>=2024; llama".
import { type CatalogRow, normalize, type Table } from "../catalog/table";
import type { Fact, Field } from "./fields";
import { refuse } from "./inputIssues";
import { choice } from "./kinds";
import { readNumber } from "./numbers";
import type { Kind } from "./spec";

type Test<R, Context> = (row: R, context: Context) => boolean;

const CONDITION = /^(.*?)(>=|<=|<>|!=|=|>|<)(.*)$/s;

const COMPARE: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "!=": (order) => order !== 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
};

/** Rows that show which fields are numbers. */
interface Sample<R, Context> {
  readonly rows: readonly R[];
  readonly context: Context;
}

/** A condition without a field compares the size: parameters of models, memory of GPUs. Words look into names. All must hold. */
export const filter = <R extends CatalogRow, Context>(
  fields: Table<Field<R, Context>>,
  sizeField: string,
  sample: Sample<R, Context>,
): Kind<Test<R, Context>> => ({
  accepts: 'conditions such as "family=llama; >=70B"',
  zeroIsValue: false,
  read: (cell) => {
    const conditions = String(cell)
      .split(/[;&]|,\s/)
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => readCondition(part, fields, sizeField, sample));
    return (row, context) => conditions.every((holdsFor) => holdsFor(row, context));
  },
});

function readCondition<R extends CatalogRow, Context>(
  part: string,
  fields: Table<Field<R, Context>>,
  sizeField: string,
  sample: Sample<R, Context>,
): Test<R, Context> {
  const [, name = "", operator = "", wanted = ""] = CONDITION.exec(part) ?? [];
  if (!operator)
    return (row) => [row.id, row.label, ...row.aliases].some((own) => normalize(own).includes(normalize(part)));
  const { id, read, k } = choice(fields).read(name.trim() || sizeField);
  const numeric = sample.rows.some((row) => typeof read(row, sample.context) === "number");
  if (numeric) return numberTest(read, operator, readAmount(wanted.trim(), id, k));
  return (row, context) => compareText(read(row, context), operator, wanted.trim());
}

/** "70B" and "128k" are numbers; "80GB" is not: the unit is the argument of its own. */
function readAmount(wanted: string, id: string, k: "tokens" | undefined): number {
  const read = readNumber(wanted, k);
  if (read.kind === "number") return read.value;
  return refuse({ code: "not_a_number", received: wanted, accepts: `a number to compare ${id} with, without a unit` });
}

const numberTest =
  <R, Context>(read: Field<R, Context>["read"], operator: string, wanted: number): Test<R, Context> =>
  (row, context) => {
    const fact = read(row, context);
    return typeof fact === "number" && holds(operator, Math.sign(fact - wanted));
  };

const YES_NO: Readonly<Record<string, string>> = { yes: "true", no: "false" };

function compareText(fact: Fact, operator: string, wanted: string): boolean {
  if (fact === null || fact === undefined) return false;
  const own = normalize(String(fact));
  const text = typeof fact === "boolean" ? (YES_NO[normalize(wanted)] ?? normalize(wanted)) : normalize(wanted);
  if (operator === "=") return own.startsWith(text);
  if (operator === "<>" || operator === "!=") return !own.startsWith(text);
  return holds(operator, own < text ? -1 : own > text ? 1 : 0);
}

const holds = (operator: string, order: number): boolean => COMPARE[operator]?.(order) ?? false;
