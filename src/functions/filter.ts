// The filter of the lists: "family=llama", ">=70B", "year>=2024; llama".
import { type CatalogRow, normalize, type Table } from "../catalog/table";
import type { Fact, Field } from "./fields";
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

/** A condition without a field compares the size: parameters of models, memory of GPUs. Words look into names. All must hold. */
export const filter = <R extends CatalogRow, Context>(
  fields: Table<Field<R, Context>>,
  sizeField: string,
): Kind<Test<R, Context>> => ({
  accepts: 'conditions such as "family=llama; >=70B"',
  zeroIsValue: false,
  read: (cell) => {
    const conditions = String(cell)
      .split(/[;&]/)
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => readCondition(part, fields, sizeField));
    return (row, context) => conditions.every((holdsFor) => holdsFor(row, context));
  },
});

function readCondition<R extends CatalogRow, Context>(
  part: string,
  fields: Table<Field<R, Context>>,
  sizeField: string,
): Test<R, Context> {
  const [, name = "", operator = "", wanted = ""] = CONDITION.exec(part) ?? [];
  if (!operator)
    return (row) => [row.id, row.label, ...row.aliases].some((own) => normalize(own).includes(normalize(part)));
  const { read } = choice(fields).read(name.trim() || sizeField);
  return (row, context) => compare(read(row, context), operator, wanted.trim());
}

function compare(fact: Fact, operator: string, wanted: string): boolean {
  if (fact === null || fact === undefined) return false;
  const number = readNumber(wanted);
  if (typeof fact === "number" && number.kind === "number") return holds(operator, Math.sign(fact - number.value));
  const [own, text] = [normalize(String(fact)), normalize(wanted)];
  if (operator === "=") return own.startsWith(text);
  if (operator === "<>" || operator === "!=") return !own.startsWith(text);
  return holds(operator, own < text ? -1 : own > text ? 1 : 0);
}

const holds = (operator: string, order: number): boolean => COMPARE[operator]?.(order) ?? false;
