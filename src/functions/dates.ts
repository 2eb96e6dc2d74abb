// Dates in cells: Excel's serial numbers, or text as YYYY-MM-DD.
import type { Value } from "./cells";
import { refuse } from "./inputIssues";
import type { Kind } from "./spec";

/** Excel's day 1 is 1900-01-01, and it believes in a 1900-02-29: from March 1900 on, day 0 is 1899-12-30. */
const SERIAL_OF_UNIX_EPOCH = 25_569;
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_465;
const ISO = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** YYYY-MM-DD of a serial number, by Fliegel and Van Flandern's integer arithmetic (CACM 11(10), 1968). */
export function isoDate(serial: number): string {
  const julianDay = Math.floor(serial) - SERIAL_OF_UNIX_EPOCH + 2_440_588;
  let l = julianDay + 68_569;
  const n = Math.trunc((4 * l) / 146_097);
  l -= Math.trunc((146_097 * n + 3) / 4);
  const i = Math.trunc((4000 * (l + 1)) / 1_461_001);
  l += 31 - Math.trunc((1461 * i) / 4);
  const j = Math.trunc((80 * l) / 2447);
  const day = l - Math.trunc((2447 * j) / 80);
  const month = j + 2 - 12 * Math.trunc(j / 11);
  const year = 100 * (n - 49) + i + Math.trunc(j / 11);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The serial number of a day written YYYY-MM-DD: the inverse of isoDate. */
export function serialOf(iso: string): number {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  const early = Math.trunc((month - 14) / 12);
  const julianDay =
    day -
    32_075 +
    Math.trunc((1461 * (year + 4800 + early)) / 4) +
    Math.trunc((367 * (month - 2 - early * 12)) / 12) -
    Math.trunc((3 * Math.trunc((year + 4900 + early) / 100)) / 4);
  return julianDay - 2_440_588 + SERIAL_OF_UNIX_EPOCH;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysOf = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

export const date: Kind<string> = {
  accepts: 'a date cell, or text such as "2026-11-22"',
  zeroIsValue: false,
  read: (cell: Value) => {
    if (typeof cell === "number" && cell >= FIRST_SERIAL && cell <= LAST_SERIAL) return isoDate(cell);
    const text = String(cell).trim();
    return ISO.test(text) && Number(text.slice(8)) <= daysOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
      ? text
      : refuse({ code: "bad_date", received: text });
  },
};
