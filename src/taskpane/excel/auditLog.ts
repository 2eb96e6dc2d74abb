// The change log on GM Audit: every save enters itself.
import type { Area } from "../../sheets/grid";
import { area } from "../../sheets/layout/places";
import type { Change } from "./change";
import { namedRange, REGISTER_NAME, TEMPLATE_NAME } from "./workbookState";

export interface LogRow {
  readonly sheetId: string;
  readonly row: Area;
}

const LOG_NAME = "log";
const COLUMNS = 5;

export const LOG_FULL = "The change log on GM Audit is missing or has no free row, so this is not in it.";

type AskedLog = ReturnType<typeof askLog>;

/** Asked of every sheet: GM Audit may be called otherwise by now. */
export function askLog(sheet: Excel.Worksheet) {
  const [stamp, register, log] = [TEMPLATE_NAME, REGISTER_NAME, LOG_NAME].map((name) => namedRange(sheet, name)) as [
    Excel.Range,
    Excel.Range,
    Excel.Range,
  ];
  stamp.load("address");
  register.load("address");
  log.load("values,rowIndex,columnIndex");
  return { sheetId: sheet.id, stamp, register, log };
}

/** Its empty rows: none where there is no such sheet, or where its log is full. */
export function freeLogRows(asked: readonly AskedLog[]): readonly LogRow[] {
  const found = asked.find(
    ({ stamp, register, log }) => !stamp.isNullObject && !register.isNullObject && !log.isNullObject,
  );
  if (!found) return [];
  const { values, rowIndex, columnIndex } = found.log;
  return values.flatMap((row: readonly unknown[], index) =>
    row.every((value) => value === "")
      ? [{ sheetId: found.sheetId, row: area(rowIndex + index + 1, columnIndex + 1, 1, Math.min(COLUMNS, row.length)) }]
      : [],
  );
}

function logChange({ sheetId, row }: LogRow, line: readonly unknown[]): Change {
  const empty = Array.from({ length: row.columns }, () => "");
  return { sheet: sheetId, area: row, before: [empty], after: [line.slice(0, row.columns)] };
}

/** A line each, as long as there are rows. */
export const logChanges = (free: readonly LogRow[], lines: readonly (readonly unknown[])[]): readonly Change[] =>
  lines.slice(0, free.length).map((line, i) => logChange(free[i] as LogRow, line));
