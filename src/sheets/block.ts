// A block of native formulas as data: what it says, not where it stands.
//
// Formulas name what they need in braces; place.ts spells the addresses:
//   {price}           a single value, or the same period of a timeline row
//   {closing:previous} the period before; in the first period the row's opening cell
//   {cash:all}        all periods of a row
//   {cash:total}      the row's total
//   {used:group}      the adjacent rows of a group, in the same period
import type { NumberFormat } from "./grid";

export type Template = string;

export interface BlockInput {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** One number, or one for every period (too few are repeated from the first on): that decides which kind of input it is. */
  readonly example: number | readonly number[];
  readonly group?: string;
  readonly total?: Template;
  readonly format?: NumberFormat;
}

export interface BlockRow {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly over: "value" | "periods";
  readonly formula: Template;
  /** Of a timeline row: what stands left of the first period. */
  readonly opening?: Template;
  readonly total?: Template;
  /** 0 when all is well. */
  readonly check?: Template;
  readonly group?: string;
  readonly format?: NumberFormat;
}

export interface Block {
  readonly id: string;
  readonly title: string;
  readonly inputs: readonly BlockInput[];
  readonly rows: readonly BlockRow[];
  /** The ids that other blocks and sheets link to. */
  readonly outputs: readonly string[];
}

type Extras = Partial<Pick<BlockRow, "opening" | "total" | "check" | "group" | "format">>;

export const input = (
  id: string,
  label: string,
  unit: string,
  example: number | readonly number[],
  extras: Partial<Pick<BlockInput, "group" | "total" | "format">> = {},
): BlockInput => ({ id, label, unit, example, ...extras });

export const value = (id: string, label: string, unit: string, formula: Template, extras: Extras = {}): BlockRow => ({
  id,
  label,
  unit,
  over: "value",
  formula,
  ...extras,
});

export const periods = (id: string, label: string, unit: string, formula: Template, extras: Extras = {}): BlockRow => ({
  id,
  label,
  unit,
  over: "periods",
  formula,
  ...extras,
});

export const isOverPeriods = (line: BlockInput | BlockRow): boolean =>
  "over" in line ? line.over === "periods" : typeof line.example !== "number";

export const linesOf = (block: Block): readonly (BlockInput | BlockRow)[] => [...block.inputs, ...block.rows];

/** Differences below it are floating-point noise: half a cent. */
export const TOLERANCE = input("tolerance", "Tolerance of checks", "USD", 0.005, { format: "factor" });
