// Rows of a bill in FOCUS's columns, checked one by one: dates, numbers, texts, or the sentence why not.
import { dayOf } from "../isoDay";
import { type Checked, cleaned, refused } from "../own/rows";
import { TEXT } from "../strings";
import { readDelimited } from "./delimited";

export interface BillRow {
  /** As Excel counts days. */
  readonly day: number;
  readonly sku: string;
  /** "": FOCUS leaves it empty where nothing was consumed, such as an unused commitment. */
  readonly quantity: number | "";
  readonly cost: number;
  readonly status: string;
  readonly tags: string;
}

export interface Bill {
  readonly rows: readonly BillRow[];
  /** Columns that are not there and not needed. */
  readonly without: readonly string[];
}

/** Spellings that a header may have, in any case, with blanks or underscores; the first is FOCUS's. */
const COLUMNS = {
  day: ["ChargePeriodStart"],
  sku: ["SkuId"],
  quantity: ["ConsumedQuantity"],
  cost: ["EffectiveCost"],
  status: ["CommitmentDiscountStatus"],
  tags: ["Tags", "CostCenter", "x_CostCenter", "CostCenterOrTags"],
} as const satisfies Record<keyof BillRow, readonly string[]>;
type Column = keyof typeof COLUMNS;
const OPTIONAL: readonly Column[] = ["status", "tags"];

/** A full export of a large account; more would fill the memory of the pane. */
export const MOST_CHARACTERS = 100_000_000;
const LONGEST_TEXT = 2000;

type Places = Readonly<Record<Column, number>>;

export function readBill(text: string): Checked<Bill> {
  if (text.trim() === "") return refused(TEXT.focusEmpty);
  if (text.length > MOST_CHARACTERS) return refused(TEXT.focusTooLarge);
  const read = readDelimited(text);
  if (read.kind === "unclosed") return refused(TEXT.focusUnclosed(read.record));
  const [header = [], ...records] = read.records;
  const places = placesOf(header);
  if ("refused" in places) return places;
  if (records.length === 0) return refused(TEXT.focusNoRows);
  return readRows(records, header.length, places.value);
}

const spelling = (head: string): string => head.toLowerCase().replace(/[\s_]+/g, "");

function placesOf(header: readonly string[]): Checked<Places> {
  const heads = header.map(spelling);
  const places = {} as Record<Column, number>;
  for (const [column, spellings] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    const wanted = spellings.map(spelling);
    places[column] = wanted.map((one) => heads.indexOf(one)).find((at) => at >= 0) ?? -1;
    if (heads.filter((head) => head === heads[places[column]]).length > 1)
      return refused(TEXT.focusTwice(spellings[0]!));
  }
  const missing = (Object.keys(COLUMNS) as Column[]).filter((one) => places[one] < 0 && !OPTIONAL.includes(one));
  if (missing.length === 0) return { value: places };
  return refused(
    TEXT.focusMissing(
      missing.map((one) => COLUMNS[one][0]),
      header.slice(0, 8).map(cleaned).join(", "),
    ),
  );
}

/** The header is row 1. */
function readRows(records: readonly (readonly string[])[], width: number, places: Places): Checked<Bill> {
  const rows: BillRow[] = [];
  const wrong: string[] = [];
  records.forEach((record, i) => {
    const row = record.length === width ? readRow(record, places) : TEXT.focusWidth(record.length, width);
    if (typeof row === "string") wrong.push(TEXT.focusRow(i + 2, row));
    else rows.push(row);
  });
  if (wrong.length > 0) return refused(TEXT.focusRefused(wrong[0]!, wrong.length - 1));
  const without = OPTIONAL.filter((one) => places[one] < 0).map((one) => COLUMNS[one][0]);
  return { value: { rows, without } };
}

/** A text: what is wrong with it. */
function readRow(record: readonly string[], places: Places): BillRow | string {
  const given = (column: Column): string => record[places[column]]?.trim() ?? "";
  const day = dayOf(given("day"));
  if (day === undefined) return TEXT.focusDate(COLUMNS.day[0], cleaned(given("day")));
  const cost = numberFrom(given("cost"));
  if (cost === undefined) return TEXT.focusNumber(COLUMNS.cost[0], cleaned(given("cost")));
  const quantity = given("quantity") === "" ? "" : numberFrom(given("quantity"));
  if (quantity === undefined) return TEXT.focusNumber(COLUMNS.quantity[0], cleaned(given("quantity")));
  const [sku, status, tags] = (["sku", "status", "tags"] as const).map((one) => cleaned(given(one)));
  const long = [sku, status, tags].some((one) => String(one).length > LONGEST_TEXT);
  return long ? TEXT.focusLong(LONGEST_TEXT) : { day, quantity, cost, sku: sku!, status: status!, tags: tags! };
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function numberFrom(text: string): number | undefined {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}
