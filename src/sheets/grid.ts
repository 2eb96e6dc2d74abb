// One sheet as every host writes it: Excel, the workbench, a file. What it says is decided; hosts only write.
// Rows and columns count from 1.

/** What a cell is. The only thing that decides its looks: styles.ts. */
export type CellRole =
  | "title"
  | "question"
  | "verdict"
  | "header"
  | "section"
  | "label"
  | "unit"
  | "source"
  | "note"
  | "input"
  | "link"
  | "formula"
  | "text"
  | "total"
  | "live"
  | "saved"
  | "used"
  | "check"
  | "spill";

/** Number formats by what a number is: formats.ts. */
export type NumberFormat =
  "general" | "check" | "whole" | "decimal" | "money" | "price" | "percent" | "date" | "factor" | "text";

export interface GridCell {
  readonly row: number;
  readonly column: number;
  /** A formula begins with "=". */
  readonly content: string | number | boolean;
  readonly role: CellRole;
  readonly format?: NumberFormat;
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What a cell offers while it is edited. Advice only: a warning, and the value stays. */
export interface Validation {
  readonly area: Area;
  /** `=` and an address of a list, or values with commas between; none where there is only something to say. */
  readonly list?: string;
  readonly prompt?: string;
}

/** A format of cells while a formula, written for the area's first cell, is true. */
export interface Condition {
  readonly area: Area;
  readonly formula: string;
  readonly look: "failed" | "good" | "warning";
}

export type ChartKind = "stackedColumns" | "columns" | "bars" | "stackedBars" | "lines";

export interface ChartSeries {
  /** The cell with its name. */
  readonly name: Area;
  readonly values: Area;
  /** Drawn as a line over columns: a capacity. */
  readonly asLine?: boolean;
}

export interface GridChart {
  readonly title: string;
  readonly kind: ChartKind;
  readonly categories: Area;
  readonly series: readonly ChartSeries[];
  readonly valueAxis: string;
  /** The cells that it covers. */
  readonly at: Area;
}

/** A name of the sheet's own (never of the workbook's), for what others link to and what the pane finds again. */
export interface SheetName {
  readonly name: string;
  readonly area: Area;
}

export interface SheetGrid {
  /** As wished: the host takes the next free name where it is taken. */
  readonly name: string;
  readonly template: string;
  readonly cells: readonly GridCell[];
  /** In characters of the standard font. */
  readonly widths: readonly { readonly column: number; readonly characters: number }[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly validations: readonly Validation[];
  readonly conditions: readonly Condition[];
  readonly charts: readonly GridChart[];
  /** Where spilled calls land, their first cell included. */
  readonly spills?: readonly Area[];
  readonly names: readonly SheetName[];
  readonly print: {
    readonly area: Area;
    readonly titleRows: number;
    readonly orientation: "portrait" | "landscape";
  };
  readonly tabColor: string;
}
