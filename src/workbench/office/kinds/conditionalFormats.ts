import type { Area } from "../area";
import { booleanArgument, colorArgument, recordArgument, textArgument } from "../arguments";
import { invalidArgument, itemNotFound, notImplemented } from "../apiError";
import type { Book } from "../book";
import { checkFormula } from "../cells";
import {
  changeFormat,
  clearFormats,
  type ConditionType,
  customCondition,
  formatsIn,
  readFormat,
  removeFormat,
} from "../conditionalRules";
import { defineKind, type Item, type Property } from "../kind";
import type { Style } from "../library";
import { without } from "../without";
import { comparison, COMPARISONS } from "./validationRules";

interface Formats extends Item {
  readonly range: Area;
}
interface Format extends Item {
  readonly sheetId: string;
  readonly id: string;
}

const format = ({ sheetId }: Area, id: string): Format => ({ kind: "ConditionalFormat", sheetId, id });

function add(book: Book, { range }: Formats, type: unknown): Format {
  if (type !== "Custom" && type !== "CellValue")
    throw notImplemented(`conditional formats of the type ${String(type)}`);
  const id = book.newId();
  const { sheetId } = range;
  book.memory.drafts.set(id, { sheetId, range, type, style: {}, stopIfTrue: false, condition: undefined });
  return format(range, id);
}

function at(book: Book, { range }: Formats, index: unknown): Format {
  const id = formatsIn(book, range)[index as number];
  if (id === undefined) throw itemNotFound("ConditionalFormatCollection.getItemAt");
  return format(range, id);
}

/** Of a type that it is not, a conditional format has no rule. */
const ofType =
  (kind: string, type: ConditionType) =>
  (book: Book, { sheetId, id }: Format) => {
    if (readFormat(book, sheetId, id).type !== type) throw itemNotFound(`ConditionalFormat.${type}`);
    return { kind, sheetId, id };
  };
const orNull = (find: (book: Book, item: Format) => Item, type: ConditionType) => (book: Book, item: Format) =>
  readFormat(book, item.sheetId, item.id).type === type ? find(book, item) : null;

const below =
  (kind: string) =>
  (_: Book, { sheetId, id }: Format) => ({ kind, sheetId, id });
const cellValue = ofType("CellValueConditionalFormat", "CellValue");
const custom = ofType("CustomConditionalFormat", "Custom");

const spelled = (value = "") => (value.startsWith("=") ? value : `=${value}`);

function cellRule(book: Book, { sheetId, id }: Format): object | null {
  const { condition } = readFormat(book, sheetId, id);
  if (!condition) return null;
  const operator = Object.entries(COMPARISONS).find(([, own]) => own === condition.operator)?.[0];
  const [first, second] = condition.values;
  return { operator, formula1: spelled(first), ...(second !== undefined && { formula2: spelled(second) }) };
}

function styled<K extends keyof Style>(
  key: K,
  shown: (value: Style[K]) => unknown,
  accepted: (value: unknown) => Style[K],
): Property<Format> {
  return {
    get: (book, { sheetId, id }) => shown(readFormat(book, sheetId, id).style[key]),
    set: (book, { sheetId, id }, value) => {
      const { style } = readFormat(book, sheetId, id);
      changeFormat(book, sheetId, id, { style: { ...style, [key]: accepted(value) } });
    },
  };
}

const flag = (key: "bold" | "italic" | "strikethrough") =>
  styled(
    key,
    (value) => value ?? null,
    (value) => booleanArgument(value, `ConditionalRangeFont.${key}`),
  );

export const conditionalFormatKinds = [
  defineKind<Formats>({
    name: "ConditionalFormatCollection",
    elements: (book, { range }) => formatsIn(book, range).map((id) => format(range, id)),
    byKey: (book, { range }, id) =>
      typeof id === "string" && formatsIn(book, range).includes(id) ? format(range, id) : undefined,
    methods: {
      Add: add,
      ClearAll: (book, { range }) => clearFormats(book, range),
      GetCount: (book, { range }) => formatsIn(book, range).length,
      GetItemAt: at,
    },
  }),
  defineKind<Format>({
    name: "ConditionalFormat",
    identity: (_, { id }) => ({ Id: id }),
    properties: {
      Id: { get: (_, { id }) => id },
      Type: { get: (book, { sheetId, id }) => readFormat(book, sheetId, id).type },
      Priority: { get: (book, { sheetId, id }) => priority(book, sheetId, id), set: setPriority },
      StopIfTrue: {
        get: (book, { sheetId, id }) => readFormat(book, sheetId, id).stopIfTrue,
        set: (book, { sheetId, id }, value) =>
          changeFormat(book, sheetId, id, { stopIfTrue: booleanArgument(value, "ConditionalFormat.stopIfTrue") }),
      },
    },
    children: {
      CellValue: cellValue,
      CellValueOrNullObject: orNull(cellValue, "CellValue"),
      Custom: custom,
      CustomOrNullObject: orNull(custom, "Custom"),
    },
    methods: {
      Delete: (book, { sheetId, id }) => removeFormat(book, sheetId, id),
      GetRange: (book, { sheetId, id }) => readFormat(book, sheetId, id).range,
    },
  }),
  defineKind<Format>({
    name: "CellValueConditionalFormat",
    properties: {
      Rule: {
        get: cellRule,
        set: (book, { sheetId, id }, value) => {
          const location = "CellValueConditionalFormat.rule";
          const rule = recordArgument(value, ["operator", "formula1", "formula2"], location);
          const { type, values } = comparison(rule, location);
          for (const operand of values) if (operand.startsWith("=")) checkFormula(book, operand, location);
          changeFormat(book, sheetId, id, { condition: { operator: type, values } });
        },
      },
    },
    children: { Format: below("ConditionalRangeFormat") },
  }),
  defineKind<Format>({
    name: "CustomConditionalFormat",
    children: { Format: below("ConditionalRangeFormat"), Rule: below("ConditionalFormatRule") },
  }),
  defineKind<Format>({
    name: "ConditionalFormatRule",
    properties: {
      Formula: {
        get: (book, { sheetId, id }) => readFormat(book, sheetId, id).condition?.values[0] ?? "",
        set: (book, { sheetId, id }, value) => {
          const location = "ConditionalFormatRule.formula";
          const formula = textArgument(value, location);
          if (!formula.startsWith("=")) throw invalidArgument(location);
          checkFormula(book, formula, location);
          changeFormat(book, sheetId, id, { condition: customCondition(formula) });
        },
      },
    },
  }),
  defineKind<Format>({
    name: "ConditionalRangeFormat",
    children: { Font: below("ConditionalRangeFont"), Fill: below("ConditionalRangeFill") },
  }),
  defineKind<Format>({
    name: "ConditionalRangeFont",
    properties: {
      Bold: flag("bold"),
      Italic: flag("italic"),
      Strikethrough: flag("strikethrough"),
      Color: styled(
        "textColor",
        (value) => value ?? "",
        (value) => colorArgument(value, "ConditionalRangeFont.color"),
      ),
    },
  }),
  defineKind<Format>({
    name: "ConditionalRangeFill",
    properties: {
      Color: styled(
        "fillColor",
        (value) => value ?? "",
        (value) => colorArgument(value, "ConditionalRangeFill.color"),
      ),
    },
    methods: {
      Clear: (book, { sheetId, id }) => {
        changeFormat(book, sheetId, id, { style: without(readFormat(book, sheetId, id).style, "fillColor") });
      },
    },
  }),
];

const priority = ({ getters }: Book, sheetId: string, id: string) =>
  Math.max(
    0,
    getters.getConditionalFormats(sheetId).findIndex((one) => one.id === id),
  );

function setPriority(book: Book, { sheetId, id }: Format, value: unknown): void {
  const count = book.getters.getConditionalFormats(sheetId).length;
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) >= count)
    throw invalidArgument("ConditionalFormat.priority");
  const delta = priority(book, sheetId, id) - (value as number);
  if (delta !== 0) book.dispatch("CHANGE_CONDITIONAL_FORMAT_PRIORITY", { sheetId, cfId: id, delta });
}
