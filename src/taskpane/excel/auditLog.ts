// The change log on GM Audit: every save enters itself.
import type { Area } from "../../sheets/grid";
import { area } from "../../sheets/layout/places";
import type { Change } from "./change";
import { namedRange, REGISTER_NAME, TEMPLATE_NAME } from "./workbookState";

export interface AuditLog {
  readonly sheetId: string;
  /** Its first empty row. */
  readonly row: Area;
}

const LOG_NAME = "log";
const COLUMNS = 5;

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

/** Undefined where there is no such sheet, or where its log is full. */
export function firstLog(asked: readonly AskedLog[]): AuditLog | undefined {
  const found = asked.find(
    ({ stamp, register, log }) => !stamp.isNullObject && !register.isNullObject && !log.isNullObject,
  );
  if (!found) return undefined;
  const { values, rowIndex, columnIndex } = found.log;
  const index = values.findIndex((row) => row.every((value) => value === ""));
  if (index < 0) return undefined;
  const columns = Math.min(COLUMNS, values[index]?.length ?? 0);
  return { sheetId: found.sheetId, row: area(rowIndex + index + 1, columnIndex + 1, 1, columns) };
}

export function logChange({ sheetId, row }: AuditLog, line: readonly unknown[]): Change {
  const empty = Array.from({ length: row.columns }, () => "");
  return { sheet: sheetId, area: row, before: [empty], after: [line.slice(0, row.columns)] };
}
