// The functions asked directly, with what stands in a scenario's cells: for comparing a sheet with the engine.
import { scratchSheet } from "../../src/workbench/scratchSheet";
import type { SpreadsheetLibrary } from "../../src/workbench/spreadsheet";
import type { CellValue } from "./templateSheet";

const literal = (value: CellValue) => (typeof value === "number" ? String(value) : `"${String(value)}"`);
const isEmpty = (value: CellValue | undefined) => value === null || value === undefined || value === "";

export interface Engine {
  readonly calculate: (formula: string) => unknown;
  /** RESULT of labels and values, side by side as a scenario's cells are read. */
  readonly result: (cells: readonly CellValue[], output: string) => unknown;
}

export function engineOf(library: SpreadsheetLibrary): Engine {
  const calculate = scratchSheet(library);
  return {
    calculate,
    result: (cells, output) => {
      const rows = cells.flatMap((label, i) =>
        i % 2 === 0 && !isEmpty(label) && !isEmpty(cells[i + 1])
          ? [`${literal(label)},${literal(cells[i + 1] as CellValue)}`]
          : [],
      );
      return calculate(`=GPUMEM.RESULT({${rows.join(";")}},"${output}")`);
    },
  };
}
