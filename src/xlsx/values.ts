// What the cells of a workbook show: a file brings its results along, for programs that do not know the functions.

export type CellValue = string | number | boolean;

/** Errors are texts that begin with "#". Rows and columns count from 1. */
export type ReadValue = (sheet: string, row: number, column: number) => CellValue | undefined;
