// Excel's documented examples of these functions, and their edges.
import { expect, test } from "@jest/globals";
import { calculate } from "../support/workbook";

test.each([
  ["=FIXED(1234.567,1)", "1,234.6"],
  ["=FIXED(1234.567,-1)", "1,230"],
  ["=FIXED(-1234.567,-1,TRUE)", "-1230"],
  ["=FIXED(44.332)", "44.33"],
  ["=FIXED(1.005,2)", "1.01"],
  ["=FIXED(-0.001,2)", "0.00"],
  ["=FIXED(1234567.5,0,FALSE)", "1,234,568"],
  ["=FIXED(999.999,2)", "1,000.00"],
  ['=FIXED("12.5",0)', "13"],
  ["=SIGN(10)", 1],
  ["=SIGN(4-4)", 0],
  ["=SIGN(-0.00001)", -1],
  ['=REPT("*-",3)', "*-*-*-"],
  ['=REPT("-",10)', "----------"],
  ['=REPT("ab",0)', ""],
  ['=REPT("ab",2.9)', "abab"],
  ["=REPT(12,2)", "1212"],
  ["=N(7)", 7],
  ["=N(TRUE)", 1],
  ["=N(FALSE)", 0],
  ['=N("7")', 0],
  ['=T("Rainfall")', "Rainfall"],
  ["=T(19)", ""],
  ["=T(TRUE)", ""],
  ["=MROUND(10,3)", 9],
  ["=MROUND(-10,-3)", -9],
  ["=MROUND(1.3,0.2)", 1.4000000000000001],
  ["=MROUND(6.05,0.1)", 6.1000000000000005],
  ["=MROUND(5,0)", 0],
] as const)("%s", (formula, expected) => {
  expect(calculate(formula)).toEqual(expected);
});

test.each([
  ['=REPT("a",-1)', "#VALUE!"],
  ['=REPT("abcd",8192)', "#VALUE!"],
  ['=FIXED("x")', "#VALUE!"],
  ['=SIGN("x")', "#VALUE!"],
  ["=MROUND(5,-2)", "#NUM!"],
  ["=N(1/0)", "#DIV/0!"],
  ["=T(NA())", "#N/A"],
  ["=SIGN(NA())", "#N/A"],
])("%s is %s", (formula, error) => {
  expect(calculate(formula)).toMatchObject({ error });
});

test("ranges are gone through cell by cell", () => {
  expect(calculate("=SIGN({-2;0;3})")).toEqual([[-1], [0], [1]]);
  expect(calculate('=IFERROR(REPT("a",-1),"none")')).toBe("none");
});
