// What a template says: sections of lines, by id. layout/ decides where they stand, references.ts how formulas spell.
//
// Formulas name what they need in braces:
//   {price}             a value of this sheet; of an engine line its Used; of a line across columns the same column
//   {price:label}       the label beside it          {price:unit}  the unit beside it
//   {price:live}        the Live cell of an engine line; {price:saved} the Saved one
//   {cost:all}          all columns of a line, or all rows of a list's column
//   {cost:first}        the first of them;   {cost:last} the last
//   {list.name:3}       the third cell of a column, or of a row
//   {cost:previous}     the column before
//   {rows.cost:whole}   of a column: all of it, `$W:$W`
//   {table.3}           the third column of a table
//   {grid:column}       of a table with several rows: its rows in the same column
//   {grid:head}         what stands over the same column of a table
//   {grid:here}         in a look: the cell at the same place of a table
//   {cases.head}        the head of the same column of a table
//   {cases:block}       a table with its heads and labels, a list with its heads: as functions read scenarios
//   {cases:one}         the same of a table's first column alone
//   {scenario}          labels and values of the scenario; {block:labels} the labels of an engine block
//   {assumptions.pue}   a line of GM Assumptions; {lists.gpus} a list of GM Lists
import type { Block } from "./block";
import type { ChartKind, Condition, NumberFormat } from "./grid";
import type { TemplateCard } from "./template";

/** With references in braces. */
export type Formula = string;

interface LineBase {
  readonly id?: string;
  readonly label: string;
  /** Text, or a formula that begins with "=". */
  readonly unit?: string;
  readonly format?: NumberFormat;
  readonly source?: string;
  readonly asOf?: string;
  readonly note?: string;
}

export interface InputLine extends LineBase {
  readonly kind: "input";
  readonly value: string | number | boolean;
  /** A list of GM Lists to choose from. */
  readonly list?: string;
  /** Shown while the cell is selected. */
  readonly prompt?: string;
  /** A line of GM Lists' plausible bands: outside of it a check says so. */
  readonly band?: string;
}

/** Taken from another sheet of ours. */
export interface LinkLine extends LineBase {
  readonly kind: "link";
  readonly to: string;
}

export interface FormulaLine extends LineBase {
  readonly kind: "formula";
  readonly formula: Formula;
  readonly look?: "total" | "text";
  /** Addresses without anchors, where 60 characters would be too few: such a cell is never copied. */
  readonly anchors?: false;
}

export type Line = InputLine | LinkLine | FormulaLine;

export interface LinesSection {
  readonly kind: "lines";
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Adjacent ones are one scenario: labels in B, values in C. */
export interface ScenarioSection {
  readonly kind: "scenario";
  /** Where a sheet has a second one: {id} instead of {scenario}. Its sections, too, are adjacent. */
  readonly id?: string;
  readonly title: string;
  readonly lines: readonly (InputLine | LinkLine | FormulaLine)[];
}

export interface EngineLine {
  readonly id: string;
  /** As the engine calls it: the key by which it is found in a table, where no other is given. */
  readonly label: string;
  readonly key?: string;
  /** Of a table: not the group's column but this one. */
  readonly column?: number;
  readonly unit?: string;
  readonly format?: NumberFormat;
  readonly note?: string;
}

/** One spilled call and the lines that take their value from it. */
export interface EngineGroup {
  readonly id: string;
  readonly call: Formula;
  /**
   * aligned: one value per line, beside the lines (RESULT over {id:labels}); one: a single value;
   * table: rows found by their first cell, the value in column `column` (from 1), header included.
   */
  readonly shape:
    | { readonly kind: "aligned" }
    | { readonly kind: "one" }
    | { readonly kind: "table"; readonly rows: number; readonly columns: number; readonly column: number };
  readonly lines: readonly EngineLine[];
}

export interface EngineSection {
  readonly kind: "engine";
  readonly title: string;
  readonly groups: readonly EngineGroup[];
}

/** Cells of a table while a formula is true: written for its first cell, {other:here} is the cell at the same place. */
export interface Look {
  readonly formula: Formula;
  readonly look: Condition["look"];
}

/** A table of engine results: Live spills at the right, Saved stands right of it, Used here. */
export interface EngineTableSection {
  readonly kind: "engineTable";
  readonly id: string;
  readonly title: string;
  readonly call: Formula;
  readonly rows: number;
  readonly columns: number;
  /** Whether the call's first row and first column are headings of text; where not, they are given here. */
  readonly rowLabels?: readonly string[];
  readonly columnLabels?: readonly string[];
  /** By column; by row where its rows are different things. */
  readonly formats?: readonly NumberFormat[];
  readonly rowFormats?: readonly NumberFormat[];
  /** Rows or columns at its end that the call may leave out stay empty. */
  readonly ragged?: boolean;
  /** Of its body. Color never speaks alone: say in words, too, what they mean. */
  readonly looks?: readonly Look[];
  readonly note?: string;
}

/** A line over the columns of a table: one formula, copied right. */
export interface TableLine {
  readonly id?: string;
  readonly label: string;
  readonly kind: "input" | "formula" | "text" | "link";
  /** An input's values, one per column; a formula of one per row. */
  readonly values?: readonly (string | number)[];
  readonly formula?: Formula;
  readonly format?: NumberFormat;
  /** Where the columns differ. */
  readonly formats?: readonly NumberFormat[];
  readonly list?: string;
  readonly look?: "total";
  readonly unit?: string;
}

export interface TableSection {
  readonly kind: "table";
  readonly id: string;
  readonly title: string;
  /** Text, or formulas that begin with "=". The number of columns. */
  readonly heads: readonly string[];
  /** The heads are the user's: names of cases. */
  readonly headsTyped?: boolean;
  /** What stands over the labels. */
  readonly corner?: string;
  readonly lines: readonly TableLine[];
  /** Further lines of the same table, under a title of their own. */
  readonly more?: { readonly title: string; readonly lines: readonly TableLine[] };
}

export interface ListColumn {
  readonly id: string;
  readonly head: string;
  readonly format?: NumberFormat;
  readonly list?: string;
  /** The same formula in every row; {column id} is the same row's cell of another column, {line.@:all} the line of the row's number. */
  readonly formula?: Formula;
}

/** Rows that the user fills in, one thing a row, from column B on. {list.column:all} is a whole column, {list.column.3} a cell. */
export interface ListSection {
  readonly kind: "list";
  readonly id: string;
  readonly title: string;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly (readonly (string | number | boolean)[])[];
  /** Empty rows below, for more. */
  readonly spare?: number;
  /** The pane writes its rows, not the user. */
  readonly written?: boolean;
  readonly note?: string;
}

/** Columns of values side by side, each of its own length. */
export interface ColumnsSection {
  readonly kind: "columns";
  readonly title: string;
  readonly columns: readonly {
    readonly id: string;
    readonly head: string;
    /** Formulas begin with "=". */
    readonly values: readonly (string | number)[];
    /** So many first ones are the catalog's: {id}Catalog. */
    readonly catalog?: number;
  }[];
}

/** A block of budget formulas (block.ts), its inputs taken from this sheet where a formula is given. */
export interface BlockSection {
  readonly kind: "block";
  readonly block: Block;
  /** Its lines are {as.id}; the block's own id where nothing is said. */
  readonly as?: string;
  readonly periods: number;
  readonly links?: Readonly<Record<string, Formula>>;
  readonly values?: Readonly<Record<string, number | readonly number[]>>;
}

/** A line over the periods of a timeline: one formula, copied right from H. */
export interface PeriodsLine {
  readonly id?: string;
  /** Text, or a formula that begins with "=". */
  readonly label: string;
  readonly unit?: string;
  /** Inputs: one per period, repeated from the first on where there are fewer. */
  readonly values?: readonly (string | number)[];
  readonly formula?: Formula;
  readonly format?: NumberFormat;
  readonly look?: "total" | "text";
  readonly total?: Formula;
  /** 0 when all is well; summed at the top. */
  readonly check?: Formula;
  /** What stands left of the first period: {line:previous} of the first. */
  readonly opening?: Formula;
}

/** Lines over periods that name what stands elsewhere on the sheet, which a block cannot. */
export interface PeriodsSection {
  readonly kind: "periods";
  readonly title: string;
  readonly periods: number;
  readonly lines: readonly PeriodsLine[];
}

/**
 * Rows that the user pastes right of everything, from the first row on, heads beside the frozen ones. {id.column:whole} is
 * the column of the sheet, {id.column:all} its first `room` rows; only the example's rows have cells.
 */
export interface PasteSection {
  readonly kind: "paste";
  readonly id: string;
  readonly title: string;
  readonly columns: readonly { readonly id: string; readonly head: string; readonly format?: NumberFormat }[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly room: number;
}

/** Where a timeline's charts stand; below everything where there is no such section. */
export interface ChartsSection {
  readonly kind: "charts";
  readonly title: string;
}

/** 0 = good. Summed at the top. */
export interface CheckLine {
  readonly id: string;
  readonly label: string;
  readonly formula: Formula;
  readonly note?: string;
}

export interface ChecksSection {
  readonly kind: "checks";
  readonly lines: readonly CheckLine[];
}

export interface NotesSection {
  readonly kind: "notes";
  readonly title: string;
  readonly texts: readonly string[];
}

export type Section =
  | LinesSection
  | ScenarioSection
  | EngineSection
  | EngineTableSection
  | TableSection
  | ListSection
  | ColumnsSection
  | BlockSection
  | PeriodsSection
  | PasteSection
  | ChartsSection
  | ChecksSection
  | NotesSection;

export interface ChartSpec {
  readonly title: string;
  readonly kind: ChartKind;
  /** References such as {parts:heads}, {weights:all}. */
  readonly categories: Formula;
  readonly series: readonly { readonly name: Formula; readonly values: Formula; readonly asLine?: boolean }[];
  readonly valueAxis: string;
}

export interface SheetTemplate extends TemplateCard {
  /** columns: labels in B, values in C; timeline: periods from H, charts below. */
  readonly shape: "columns" | "timeline";
  readonly sections: readonly Section[];
  /** The reference of the cell with the verdict sentence. */
  readonly verdict?: Formula;
  /** The line whose word colors the verdict, and the words; fits, borderline and no of {fits} where nothing is said. */
  readonly verdictWords?: { readonly line: string } & Readonly<Record<Condition["look"], string>>;
  readonly charts: readonly ChartSpec[];
  /** Ids of lines that other sheets may link to. */
  readonly outputs: readonly string[];
  /** Widths that differ from the standard ones, by column. */
  readonly widths?: Readonly<Record<number, number>>;
}

type Extras<L> = Partial<Omit<L, "kind" | "label">>;

export const input = (
  id: string,
  label: string,
  value: InputLine["value"],
  extras: Extras<InputLine> = {},
): InputLine => ({
  kind: "input",
  id,
  label,
  value,
  ...extras,
});
export const link = (id: string, label: string, to: string, extras: Extras<LinkLine> = {}): LinkLine => ({
  kind: "link",
  id,
  label,
  to,
  ...extras,
});
export const formula = (
  id: string,
  label: string,
  spelled: Formula,
  extras: Extras<FormulaLine> = {},
): FormulaLine => ({
  kind: "formula",
  id,
  label,
  formula: spelled,
  ...extras,
});
export const check = (id: string, label: string, spelled: Formula, note?: string): CheckLine => ({
  id,
  label,
  formula: spelled,
  ...(note !== undefined && { note }),
});
