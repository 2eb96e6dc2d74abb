// o-spreadsheet's own types; the library itself is loaded beside our code.
import type * as o from "@odoo/o-spreadsheet";
import type { SpreadsheetLibrary, SpreadsheetModel } from "../spreadsheet";

export type OfficeLibrary = typeof o;
export type OfficeModel = o.Model;
export type Getters = OfficeModel["getters"] & OfficeGetters;
export type Style = NonNullable<ReturnType<OfficeModel["getters"]["getCellStyle"]>>;
export interface Zone {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What Excel keeps with a cell and o-spreadsheet does not know: it travels with the cell's style all the same. */
export interface OfficeStyle extends Style {
  locked?: boolean;
  indent?: number;
  fontName?: string;
}

/** What the plugins of this folder add to a model. */
interface OfficeGetters {
  getOfficeSheet(sheetId: string): SheetRecord;
  getOfficeWorkbook(): WorkbookRecord;
  /** Names of a sheet's own, or of the workbook's that are no ranges ("" as the sheet). */
  getOfficeNames(sheetId: string): readonly OfficeName[];
}

export interface OfficeName {
  readonly name: string;
  /** With "=", as Excel shows it. */
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
}

export interface Protection {
  readonly options: Readonly<Record<string, unknown>>;
  readonly password: string;
}

export interface SheetRecord {
  readonly protection?: Protection;
  readonly page?: Readonly<Record<string, unknown>>;
  /** Formulas, so that they follow rows that are inserted: `=$A$1:$F$40`. */
  readonly areas?: Readonly<Record<string, string>>;
  readonly veryHidden?: boolean;
}

export interface WorkbookRecord {
  readonly protection?: { readonly password: string };
  readonly settings: Readonly<Record<string, unknown>>;
  /** What o-spreadsheet does not keep with a named range. */
  readonly nameDetails: Readonly<Record<string, { readonly comment: string; readonly visible: boolean }>>;
  readonly calculationMode: string;
}

/** The project's own, smaller types of the same objects. */
export const officeLibrary = (library: SpreadsheetLibrary) => library as unknown as OfficeLibrary;
export const officeModel = (model: SpreadsheetModel) => model as unknown as OfficeModel;
