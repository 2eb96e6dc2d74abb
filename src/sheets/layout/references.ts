// Spells a formula's references in braces as addresses.
import { absolute, columnName, relative } from "../address";
import type { Formula } from "../sections";
import { type Area } from "../grid";
import { areaText, cell, isCell, lastColumn, lastRow, type Place } from "./places";

export type Places = ReadonlyMap<string, Place>;

/** Where a formula stands: its column, and inside a list its row. */
export interface Standpoint {
  readonly column: number;
  readonly list?: { readonly id: string; readonly index: number };
}

const REFERENCE = /\{([\w.]+)(?::(\w+))?\}/g;

export const spellFormula = (template: Formula, places: Places, from: Standpoint): string =>
  template.replace(REFERENCE, (_, id: string, part: string | undefined) => spellReference(places, from, id, part));

function spellReference(places: Places, from: Standpoint, id: string, part: string | undefined): string {
  const { list } = from;
  const inList = list && part === undefined ? places.get(`${list.id}.${id}.${list.index}`) : undefined;
  // The same row of the list: the formula is copied down.
  if (inList) return `$${columnName(inList.column)}${inList.row}`;
  const place = places.get(id);
  if (!place) throw new Error(`no line ${id}`);
  if (part === undefined) return value(place, id, from);
  if (part === "previous") return relative(place.row, from.column - 1);
  if (part === "whole") return wholeColumn(place);
  if (part === "column") return sameColumn(place, id, from);
  if (part === "head" && place.heads) return relative(place.heads.row, from.column);
  if (part === "here") return relative(place.row, place.column);
  return areaText(partOf(place, id, part), place.sheet);
}

function value(place: Place, id: string, { column }: Standpoint): string {
  if (isCell(place) || place.sheet !== undefined) return areaText(place, place.sheet);
  if (place.rows > 1 && place.columns > 1) return areaText(place);
  if (place.rows > 1) throw new Error(`${id} is many rows: write {${id}:all}`);
  if (column < place.column || column > lastColumn(place)) throw new Error(`${id} does not reach column ${column}`);
  return relative(place.row, column);
}

/** `C$40:C$46`: copied right, the next column of the table. */
function sameColumn(place: Place, id: string, { column }: Standpoint): string {
  if (column < place.column || column > lastColumn(place)) throw new Error(`${id} does not reach column ${column}`);
  const name = columnName(column);
  return `${name}$${place.row}:${name}$${lastRow(place)}`;
}

const wholeColumn = ({ column }: Place): string => `$${columnName(column)}:$${columnName(column)}`;

/** A call spills and is never copied: its addresses need no anchors. */
export const withoutAnchors = (formula: string): string => formula.replace(/(?<![\w$])\$?([A-Z]{1,3})\$(?=\d)/g, "$1");

const PARTS = {
  all: (place: Place) => place,
  label: ({ label }: Place) => label,
  unit: ({ unit }: Place) => unit,
  live: ({ live }: Place) => live,
  saved: ({ saved }: Place) => saved,
  total: ({ total }: Place) => total,
  opening: ({ opening }: Place) => opening,
  heads: ({ heads }: Place) => heads,
  labels: ({ labels }: Place) => labels,
  block: ({ block }: Place) => block,
  one: ({ one }: Place) => one,
  first: (place: Place) => cell(place.row, place.column),
  last: (place: Place) => cell(lastRow(place), lastColumn(place)),
} as const;

export function partOf(place: Place, id: string, part: string): Area {
  const read = (PARTS as Record<string, (place: Place) => Area | undefined>)[part];
  const found = /^\d+$/.test(part) ? nth(place, Number(part)) : read?.(place);
  if (!found) throw new Error(`{${id}:${part}} is no reference`);
  return found;
}

/** The n-th cell of a column or a row, from 1. */
function nth(place: Place, n: number): Area | undefined {
  if (n < 1 || n > Math.max(place.rows, place.columns)) return undefined;
  return place.columns > 1 ? cell(place.row, place.column + n - 1) : cell(place.row + n - 1, place.column);
}

/** The area that one reference names, for charts, names and lists. */
export function areaOf(places: Places, reference: Formula): Area & { readonly sheet?: string } {
  const [, id = "", part] = /^\{([\w.]+)(?::(\w+))?\}$/.exec(reference) ?? [];
  const place = places.get(id);
  if (!place) throw new Error(`no line ${reference}`);
  const at = part === undefined ? place : partOf(place, id, part);
  return {
    row: at.row,
    column: at.column,
    rows: at.rows,
    columns: at.columns,
    ...(place.sheet !== undefined && { sheet: place.sheet }),
  };
}

export const absoluteCell = ({ row, column }: Area): string => absolute(row, column);
