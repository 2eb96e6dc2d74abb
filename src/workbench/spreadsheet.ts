// The part of o-spreadsheet that GPUMEM uses. The library is loaded beside our code, never bundled with it (LGPL-3.0).

export interface SpreadsheetValue {
  readonly value: unknown;
  readonly message?: string;
  readonly format?: string;
}

/** What a function of o-spreadsheet receives: a value, or a matrix of values in columns. */
export type SpreadsheetArgument = SpreadsheetValue | readonly (readonly SpreadsheetValue[])[] | undefined;
export type SpreadsheetResult = SpreadsheetValue | SpreadsheetValue[][];

export interface SpreadsheetFunction {
  readonly description: string;
  readonly category: string;
  readonly args: readonly {
    readonly name: string;
    readonly description: string;
    readonly type: readonly string[];
    readonly optional: boolean;
    readonly acceptMatrix: boolean;
    readonly acceptErrors: boolean;
    readonly proposalValues?: readonly { readonly value: string; readonly label?: string }[];
  }[];
  readonly compute: (...args: SpreadsheetArgument[]) => SpreadsheetResult;
}

export interface CellPosition {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

/** A cell after evaluation. */
export interface EvaluatedCell {
  readonly type: "empty" | "number" | "text" | "boolean" | "error";
  readonly value: unknown;
  readonly message?: string;
}

export interface Zone {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface SpreadsheetModel {
  readonly dispatch: (command: string, payload: Record<string, unknown>) => { readonly isSuccessful: boolean };
  readonly getters: {
    getEvaluatedCell(position: CellPosition): EvaluatedCell;
    getArrayFormulaSpreadingOn(position: CellPosition): CellPosition | undefined;
    getSpreadZone(position: CellPosition, options?: { ignoreSpillError: boolean }): Zone | undefined;
    getNumberRows(sheetId: string): number;
    getNumberCols(sheetId: string): number;
  };
}

export interface SpreadsheetLibrary {
  readonly Model: new (data: unknown, config?: unknown) => SpreadsheetModel;
  readonly addFunction: (name: string, description: SpreadsheetFunction) => unknown;
  readonly registries: { readonly errorTypes: { add(type: string): void } };
}
