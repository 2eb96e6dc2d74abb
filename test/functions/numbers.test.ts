import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isoDate } from "../../src/functions/dates";
import { print, readNumber } from "../../src/functions/numbers";

describe("numbers written as text", () => {
  test.each([
    ["7e9", 7e9],
    [" 7B ", 7e9],
    ["350m", 350e6],
    ["1.5T", 1.5e12],
    ["8,192", 8192],
    ["1,000,000", 1e6],
    ["35%", 0.35],
    ["-2", -2],
    [".5", 0.5],
    ["4k", 4000],
  ])("%s", (text, value) => expect(readNumber(text)).toEqual({ kind: "number", value }));

  test("k is 1,024 where tokens are counted", () =>
    expect(readNumber("4K", "tokens")).toEqual({ kind: "number", value: 4096 }));

  test.each(["0,35", "1,5", "12,34", "1.000,5", "0,35%"])("%s says what to write", (text) =>
    expect(readNumber(text).kind).toBe("comma"),
  );
  test.each(["abc", "7X", "1.2.3", "--1", "1,2345x", "NaN", "Infinity", ""])("%s is text", (text) =>
    expect(readNumber(text).kind).toBe("text"),
  );

  test("any number that JavaScript prints without an exponent sign is read back", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const read = readNumber(String(value));
        return read.kind === "number" && read.value === value;
      }),
    );
  });
});

test.each([
  [4096, "4,096"],
  [0.1 + 0.2, "0.3"],
  [1234567.891, "1,234,570"],
  [7e9, "7,000,000,000"],
  [-1.5, "-1.5"],
  [1e-7, "1e-7"],
])("sentences print %d as %s", (value, text) => expect(print(value)).toBe(text));

test("Excel's dates, against JavaScript's calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 109_574 }), (serial) => {
      expect(isoDate(serial)).toBe(new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10));
    }),
  );
});
