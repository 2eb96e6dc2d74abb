// What a file shows after another program recalculated it without the functions, against what it showed with them.
import { expect } from "@jest/globals";
import { serialOf } from "../../src/functions/dates";
import { relative } from "../../src/sheets/address";
import type { SheetGrid } from "../../src/sheets/grid";
import type { ReadValue } from "../../src/xlsx/values";
import type { ReadCell } from "./cellSheets";

/** Percentages and days come as text. */
function numberIn(shown: unknown): unknown {
  const text = String(shown);
  if (/^-?[\d.]+%$/.test(text)) return Number(text.slice(0, -1)) / 100;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? serialOf(text) : shown;
}

/** What is left where millions cancel out. */
const NOISE = 1e-6;

function isSame(received: unknown, expected: unknown): boolean {
  if (typeof expected === "number") {
    const tolerated = Math.abs(expected) < NOISE ? NOISE : Math.abs(expected) * 1e-9;
    return Math.abs(Number(received) - expected) <= tolerated;
  }
  return String(received) === (typeof expected === "boolean" ? String(expected).toUpperCase() : String(expected ?? ""));
}

/** Text that looks like a number is one in the other program's listing, too. */
function asListed(expected: unknown): unknown {
  if (typeof expected !== "string" || expected.trim() === "") return expected;
  return Number.isFinite(Number(expected)) ? Number(expected) : numberIn(expected);
}

/** Everything but the calls and their Live cells stays as it was. */
export function expectLasting(there: ReadCell, grids: readonly SheetGrid[], read: ReadValue): void {
  for (const { name, cells } of grids)
    for (const { row, column, role, content } of cells) {
      if (role === "spill" || role === "live" || content === "") continue;
      const received = numberIn(there(name, row, column));
      const expected = asListed(read(name, row, column));
      expect([name, relative(row, column), received, isSame(received, expected) || expected]).toEqual([
        name,
        relative(row, column),
        received,
        true,
      ]);
    }
}
