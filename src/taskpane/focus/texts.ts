// Texts of a bill in FOCUS's columns: part of TEXT.
import { plural } from "../plural";

export const FOCUS_TEXT = {
  focusHeading: "Paste a bill",
  focusIntro:
    "Rows of a cost export in FOCUS's columns, header first: ChargePeriodStart, SkuId, ConsumedQuantity, EffectiveCost, and CommitmentDiscountStatus and Tags where there are any. Other columns are left out.",
  focusLabel: "Paste the rows",
  focusFile: "Or choose the file (CSV or tab-separated)",
  focusRead: "Read the rows",
  focusReading: (sheet: string) => `Looking at the bill on ${sheet}`,
  focusUnreadable: "The file could not be read. Choose it again, or paste its rows.",
  focusEmpty: "Nothing is pasted yet: copy the rows of a cost export with their header.",
  focusTooLarge:
    "This is larger than 100 MB. Nothing was read. Export fewer months, or only the columns that are needed.",
  focusUnclosed: (row: number) =>
    `A quote that opens in row ${row} never closes. Nothing was read. Export the file again.`,
  focusNoRows: "There is a header, and no row below it. Nothing was read.",
  focusMissing: (columns: readonly string[], found: string) =>
    `The header lacks ${columns.join(", ")}; it begins with: ${found}. Nothing was read. The first row must hold FOCUS's column names.`,
  focusTwice: (column: string) => `The header names ${column} twice. Nothing was read. Keep one of them.`,
  focusWidth: (fields: number, width: number) => `has ${plural(fields, "field")}, and the header ${width}`,
  focusDate: (column: string, text: string) =>
    `${column} is “${text}”, no day such as 2026-11-24 or 2026-11-24T00:00:00Z`,
  focusNumber: (column: string, text: string) =>
    text.includes(",")
      ? `${column} is “${text}”: numbers need a decimal point, and no commas between thousands`
      : `${column} is “${text}”, no number`,
  focusLong: (most: number) => `has a text of more than ${most} characters`,
  focusRow: (row: number, what: string) => `Row ${row}: ${what}.`,
  focusRefused: (first: string, others: number) =>
    others === 0
      ? `${first} Nothing was read.`
      : `${first} ${others === 1 ? "Another row is" : `${others} more rows are`} wrong, too. Nothing was read.`,
  focusRows: (rows: number) => `${plural(rows, "row")} read.`,
  focusWithout: (column: string) => `There is no ${column}: it stays empty.`,
  focusSummed: (rows: number, sums: number, room: number) =>
    `${rows.toLocaleString("en-US")} rows are more than the ${room.toLocaleString("en-US")} that fit: they are summed by month, SKU, status and tags to ${sums.toLocaleString("en-US")}, quantities and costs added up.`,
  focusTooMany: (rows: number, room: number) =>
    `${room.toLocaleString("en-US")} rows fit, and these are ${rows.toLocaleString("en-US")}, also when they are summed by month, SKU, status and tags. Nothing was written. Take fewer months, or shorter tags.`,
  focusWrite: "Write to the sheet",
  focusWriteLabel: (sheet: string) => `Write these rows to ${sheet}`,
  focusAsk: (sheet: string, before: number, after: number) =>
    `${plural(before, "row")} of the bill on ${sheet} will be replaced by ${after.toLocaleString("en-US")}. Everything else stays.`,
  focusReplace: "Replace them",
  focusKeep: "Keep them",
  focusWriting: (sheet: string) => `Writing the bill to ${sheet}`,
  focusWritten: (sheet: string, rows: number) =>
    `${plural(rows, "row")} of the bill ${rows === 1 ? "stands" : "stand"} on ${sheet}. Check which SKU is which GPU there.`,
} as const;
