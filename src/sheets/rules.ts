// What a formula of a sheet may not be (FAST and ICAEW practice; what every spreadsheet program computes alike).

const MAX_FORMULA_LENGTH = 60;

const CONSTANTS = new Set(["0", "1", "12", "8760", "3600", "1000000"]);
const VOLATILE_OR_UNREADABLE = /\b(OFFSET|INDIRECT|TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|LET|LAMBDA|CELL|INFO)\(/g;
/** Not in LibreOffice before 24.8, or not in Excel 2016. */
const TOO_NEW =
  /\b(SEQUENCE|XLOOKUP|XMATCH|FILTER|UNIQUE|SORT|SORTBY|VSTACK|HSTACK|TEXTSPLIT|MAP|REDUCE|BYROW|SCAN)\(/g;
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'!/g;
const ADDRESS = /\$?\b[A-Z]{1,3}\$?\d+\b/g;
const NUMBER = /(?<![A-Za-z_])\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The broken rules of one spelled formula, as sentences. */
export function brokenRules(formula: string): readonly string[] {
  const bare = formula.replace(QUOTED, "");
  const numbers = bare.replace(ADDRESS, "").match(NUMBER) ?? [];
  return [
    ...(formula.length > MAX_FORMULA_LENGTH ? [`${formula.length} characters`] : []),
    ...(bare.match(VOLATILE_OR_UNREADABLE) ?? []).map((name) => `${name}) is not allowed`),
    ...(bare.match(TOO_NEW) ?? []).map((name) => `${name}) is not known everywhere`),
    ...(bare.includes("#") ? ["a reference with #"] : []),
    ...(/\[/.test(formula.replace(/"(?:[^"]|"")*"/g, "")) ? ["a reference to another workbook"] : []),
    ...numbers.filter((text) => !CONSTANTS.has(String(Number(text)))).map((text) => `the constant ${text}`),
  ];
}
