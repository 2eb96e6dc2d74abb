// Every template as a file, checked by Microsoft's Open XML SDK: Excel was not at hand, its schema was.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "@jest/globals";
import { inSavedMode } from "../../src/sheets/savedMode";
import { templates } from "../../src/sheets/templates";
import { workbookFile } from "../../src/xlsx/workbookFile";
import { gridsOf, openGrids } from "../support/gridWorkbook";
import { findOpenXmlValidator, schemaErrors } from "../support/openXml";
import { reading } from "../support/savedMode";
import { spreadsheet } from "../support/workbook";

const program = findOpenXmlValidator();
if (!program)
  process.stderr.write("The Open XML validator runs on 64-bit Linux: files were not checked against the schema\n");
const SLOW = 180_000;

function check(file: Uint8Array, validator: string): readonly string[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gpumem-schema-"));
  try {
    const name = path.join(folder, "book.xlsx");
    fs.writeFileSync(name, file);
    return schemaErrors(validator, name);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Not registered where it is missing: the test runner counts a skipped test as a failed one. */
function validate(validator: string): void {
  const live = gridsOf(templates);
  const library = spreadsheet();
  const first = openGrids(library, live);
  const grids = live.map((grid) => inSavedMode(grid, reading(first)));
  const read = reading(openGrids(library, grids));

  test.each(["live", "values"] as const)(
    "all templates in one workbook, %s",
    async (form) => expect(check(await workbookFile(grids, read, form), validator)).toEqual([]),
    SLOW,
  );

  test(
    "the check can fail: a font with its properties out of order is found",
    async () => {
      const parts = unzipSync(await workbookFile(grids.slice(0, 1), read, "values"));
      const styles = strFromU8(parts["xl/styles.xml"] as Uint8Array);
      parts["xl/styles.xml"] = strToU8(
        styles.replace(/<font>(.*?)<\/font>/s, '<font><name val="Calibri"/><b/></font>'),
      );
      expect(check(zipSync(parts), validator)).not.toEqual([]);
    },
    SLOW,
  );
}
if (program) describe("Microsoft's schema", () => validate(program));
