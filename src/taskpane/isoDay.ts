// A day as Excel counts it, from text as standards write it: 2026-11-24, with or without a time.

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const DAY_MS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_YEAR = 1901;

/** Undefined for what is no day, such as 2026-02-30. The day is the one that is written, in whatever time zone. */
export function dayOf(text: string): number | undefined {
  const [, year, month, day] = (ISO.exec(text.trim()) ?? []).map(Number) as (number | undefined)[];
  if (year === undefined || month === undefined || day === undefined || year < FIRST_YEAR) return undefined;
  const moment = new Date(Date.UTC(year, month - 1, day));
  const isThere = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return isThere ? (moment.getTime() - DAY_ZERO) / DAY_MS : undefined;
}
