// Days as Excel counts them, from the end of 1899.

const DAY_MS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** The day on the user's own calendar. */
export const serialOf = (moment: Date): number =>
  (Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) - DAY_ZERO) / DAY_MS;

export const isoOfSerial = (serial: number): string =>
  new Date(DAY_ZERO + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);

/** A date cell: as it shows where that is a date; a narrow column shows "####". */
export function isoDate(value: unknown, shown: unknown): string {
  if (typeof shown === "string" && /^\d{4}-\d\d-\d\d$/.test(shown)) return shown;
  return typeof value === "number" ? isoOfSerial(value) : String(value ?? "");
}
