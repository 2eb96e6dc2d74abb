// Quotes of cells inside texts: {sheet.reference:format}, the reference as formulas write it ("cost:first", "layouts.1:2"),
// or what stands on every sheet: verdict, checks.
import { isoDate } from "../../functions/dates";
import type { Area, GridCell } from "../grid";
import { CHROME } from "../layout/chrome";
import { draftOf, type Elsewhere } from "../layout/layout";
import { areaOf } from "../layout/references";
import type { ReadCell } from "../savedMode";
import type { SheetTemplate } from "../sections";
import type { Quoting } from "./example";

type Content = GridCell["content"];

/** The sign stands before the currency. */
const dollars = (amount: number, places: number, after = ""): string =>
  `${amount < 0 ? "-" : ""}$${rounded(Math.abs(amount), places)}${after}`;

const rounded = (value: Content, places: number): string =>
  Number(value).toLocaleString("en-US", { minimumFractionDigits: places, maximumFractionDigits: places });

const FORMATS: Readonly<Record<string, (value: Content) => string>> = {
  text: String,
  exact: String,
  /** As the engine calls its labels, which is all in small letters. */
  name: (value) => String(value).replace(/\b(gpu|mfu)\b/g, (word) => word.toUpperCase()),
  /** As it was typed. */
  plain: (value) =>
    typeof value === "number" ? value.toLocaleString("en-US", { maximumFractionDigits: 3 }) : String(value),
  whole: (value) => rounded(value, 0),
  decimal: (value) => rounded(value, 1),
  price: (value) => dollars(Number(value), 2),
  money: (value) => dollars(Number(value), 0),
  millions: (value) => dollars(Number(value) / 1e6, 1, "M"),
  percent: (value) => `${rounded(Number(value) * 100, 0)}%`,
  tenths: (value) => `${rounded(Number(value) * 100, 1)}%`,
  date: (value) => isoDate(Number(value)),
};

export function printedAs(format: string, value: Content): string {
  const print = FORMATS[format];
  if (!print) throw new Error(`no format ${format}`);
  return print(value);
}

const QUOTE = /\{([^{}.]+)\.([^{}]+):(\w+)\}/g;

export interface Quote {
  readonly sheet: string;
  readonly reference: string;
  readonly format: string;
}

export const quotesIn = (text: Quoting): readonly Quote[] =>
  [...text.matchAll(QUOTE)].map(([, sheet = "", reference = "", format = ""]) => ({ sheet, reference, format }));

export type Quoted = (text: Quoting) => string;

/** Texts with the cells that they quote filled in, from what an evaluated workbook shows. */
export function quoting(sheets: readonly SheetTemplate[], elsewhere: Elsewhere, read: ReadCell): Quoted {
  const areas = new Map(sheets.map((sheet) => [sheet.name, draftOf(sheet, elsewhere).places]));
  const value = (sheet: string, reference: string): Content => {
    const places = areas.get(sheet);
    if (!places) throw new Error(`no sheet ${sheet}`);
    const chrome = (CHROME as Readonly<Record<string, Area>>)[reference];
    return shown(read, sheet, reference, chrome ?? areaOf(places, `{${reference}}`));
  };
  return (text) =>
    text.replace(QUOTE, (_, sheet: string, reference: string, format: string) =>
      printedAs(format, value(sheet, reference)),
    );
}

/** A quote is of one cell with something in it that is no error. */
function shown(read: ReadCell, sheet: string, reference: string, { row, column, rows, columns }: Area): Content {
  if (rows * columns > 1) throw new Error(`${sheet}.${reference} is many cells`);
  const value = read(sheet, row, column);
  if (value === undefined || value === "" || String(value).startsWith("#"))
    throw new Error(`${sheet}.${reference} shows ${String(value)}`);
  return value;
}
