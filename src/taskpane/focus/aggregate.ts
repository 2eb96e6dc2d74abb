// Many rows of a bill as few: per month, SKU, status and tags, quantities and costs summed.
import { isoOfSerial } from "../excel/dates";
import { dayOf } from "../isoDay";
import type { BillRow } from "./bill";

/** The first day of its month. */
const monthOf = (day: number): number => dayOf(`${isoOfSerial(day).slice(0, 7)}-01`) as number;

/** In the order in which they first occur. */
export function byMonth(rows: readonly BillRow[]): readonly BillRow[] {
  const months = new Map<number, number>();
  const sums = new Map<string, BillRow>();
  for (const row of rows) {
    const day = months.get(row.day) ?? monthOf(row.day);
    months.set(row.day, day);
    const key = JSON.stringify([day, row.sku, row.status, row.tags]);
    const sum = sums.get(key);
    sums.set(key, sum ? added(sum, row) : { ...row, day });
  }
  return [...sums.values()];
}

const added = (sum: BillRow, row: BillRow): BillRow => ({
  ...sum,
  cost: sum.cost + row.cost,
  quantity: row.quantity === "" ? sum.quantity : (sum.quantity === "" ? 0 : sum.quantity) + row.quantity,
});

export interface Fitted {
  readonly rows: readonly BillRow[];
  readonly summed: boolean;
}

/** As they are where there is room; else summed; undefined where that is too many still. */
export function fitted(rows: readonly BillRow[], room: number): Fitted | undefined {
  if (rows.length <= room) return { rows, summed: false };
  const sums = byMonth(rows);
  return sums.length <= room ? { rows: sums, summed: true } : undefined;
}
