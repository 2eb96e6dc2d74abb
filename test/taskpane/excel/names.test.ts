import { expect, test } from "@jest/globals";
import { asText } from "../../../src/taskpane/excel/asText";
import { isoDate, isoOfSerial, serialOf } from "../../../src/taskpane/excel/dates";
import { freeName } from "../../../src/taskpane/excel/freeName";
import { areaOfFormula, namesFrom } from "../../../src/taskpane/excel/nameFormula";
import { paperFor } from "../../../src/taskpane/excel/writePrint";

test.each([
  ["Plan", [], "Plan"],
  ["Plan", ["plan"], "Plan 2"],
  ["Plan", ["Plan", "PLAN 2", "Plan 4"], "Plan 3"],
  ["Batch and context sensitivity of it", [], "Batch and context sensitivity o"],
  ["Batch and context sensitivity of it", ["Batch and context sensitivity o"], "Batch and context sensitivity 2"],
  ["Rent/buy: [all]?", [], "Rent buy   all"],
  ["'", [], "Sheet"],
] as const)("the name %s among %j is %s", (wished, taken, name) => {
  expect(freeName(wished, taken)).toBe(name);
  expect(freeName(wished, taken).length).toBeLessThanOrEqual(31);
});

test.each([
  ["='GM Lists'!$B$4:$B$40", { row: 4, column: 2, rows: 37, columns: 1 }],
  ["=Plan!$C$3", { row: 3, column: 3, rows: 1, columns: 1 }],
  ["='It''s, 50%! off'!$AA$10:$AB$11", { row: 10, column: 27, rows: 2, columns: 2 }],
  ["=$A$1", { row: 1, column: 1, rows: 1, columns: 1 }],
  ["='GM Lists'!#REF!", undefined],
  ["=0.5", undefined],
])("the name that is %s", (formula, area) => {
  expect(areaOfFormula(formula)).toEqual(area);
});

test("names without an area are left out, and a sheet in front of a name too", () => {
  const items = [
    { name: "'GM Lists'!gpus", formula: "='GM Lists'!$B$4" },
    { name: "gone", formula: "=#REF!" },
  ];
  expect(namesFrom(items)).toEqual([{ name: "gpus", area: { row: 4, column: 2, rows: 1, columns: 1 } }]);
});

test.each(["=A1", "+5", "-", "@home", "'tis", "#N/A", "7B", "1.10", " 50%", "$5", "(5)", "TRUE", "Jan 5", "nov-2026"])(
  "%s is kept as text",
  (text) => expect(asText(text)).toBe(`'${text}`),
);
test.each(["", "Weights", "bf16", "Mayfair", "January", "llama-3.1-70b", "truest"])("%j needs nothing", (text) => {
  expect(asText(text)).toBe(text);
});

test("days count as in Excel", () => {
  expect(serialOf(new Date(2026, 10, 24, 23, 59))).toBe(46350);
  expect(isoOfSerial(46350)).toBe("2026-11-24");
  expect(isoDate(46350, "########")).toBe("2026-11-24");
  expect(isoDate(44888, "2026-11-24")).toBe("2026-11-24");
  expect(isoDate("", "")).toBe("");
});

test("Letter where Letter lies in the printer", () => {
  expect(["en-US", "en-us", "fr-CA", "en-GB", "de-DE", undefined].map(paperFor)).toEqual([
    "Letter",
    "Letter",
    "Letter",
    "A4",
    "A4",
    "A4",
  ]);
});
