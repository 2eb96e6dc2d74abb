// Mode 2 without the add-in: every Used value and all below it stays right, and no error reaches it.
import { beforeAll, describe, expect, test } from "@jest/globals";
import { loadSpreadsheet } from "../../src/cli/headless";
import { relative } from "../../src/sheets/address";
import { templates } from "../../src/sheets/templates";
import type { CellSheet, ReadCell } from "../support/cellSheets";
import { gridsOf, openGrids } from "../support/gridWorkbook";
import { findLibreOffice, recalculatedByLibreOffice } from "../support/libreOffice";
import { cellSheets, saved } from "../support/savedMode";
import { DIST } from "../support/workbook";

const grids = gridsOf(templates);
const library = loadSpreadsheet(DIST);
const workbook = saved(library, grids);
const soffice = findLibreOffice();
if (!soffice)
  process.stderr.write("LibreOffice is not installed: saved sheets were recalculated in the workbench only\n");
const SLOW = 180_000;
const CANARY: CellSheet = { name: "Canary", cells: [{ row: 1, column: 1, content: "=1+1" }] };

/** Programs agree to about fifteen digits; text to the letter. */
function expectSame(at: string, received: unknown, expected: unknown): void {
  if (typeof expected === "number" && typeof received === "number")
    expect([at, Math.abs(received - expected) <= Math.max(1e-9, Math.abs(expected) * 1e-9)]).toEqual([at, true]);
  else expect([at, String(received ?? "")]).toEqual([at, spelled(expected)]);
}
/** LibreOffice spells TRUE and FALSE in capitals, and an empty text as nothing. */
const spelled = (value: unknown) => (typeof value === "boolean" ? String(value).toUpperCase() : String(value ?? ""));

function compare(name: string, read: () => ReadCell): void {
  describe(name, () => {
    test.each(grids.map((grid) => [grid.name, grid] as const))(
      "%s",
      (sheet, grid) => {
        const cells = workbook.lasting(grid);
        for (const { row, column } of cells) {
          const address = relative(row, column);
          const expected = workbook.before.at(sheet, address);
          expect([address, expected.type]).not.toEqual([address, "error"]);
          expectSame(`${sheet} ${address}`, read()(sheet, row, column), expected.value);
        }
      },
      SLOW,
    );
  });
}

let inWorkbench: ReadCell;
beforeAll(() => {
  const book = openGrids(library, workbook.without);
  inWorkbench = (sheet, row, column) => book.at(sheet, relative(row, column)).value;
});

test("the functions are gone indeed: live results are errors", () => {
  const [first] = grids;
  const live = first?.cells.find(({ role }) => role === "live");
  expect(inWorkbench(String(first?.name), Number(live?.row), Number(live?.column))).toBe("#NAME?");
});
compare("in the workbench", () => inWorkbench);

if (soffice) {
  let read: ReadCell | undefined;
  const inLibreOffice = () => (read ??= recalculatedByLibreOffice(soffice, [CANARY, ...cellSheets(workbook.without)]));
  test(
    "LibreOffice recalculates: a wrong stored result does not survive",
    () => expect(inLibreOffice()("Canary", 1, 1)).toBe(2),
    SLOW,
  );
  compare("in LibreOffice", inLibreOffice);
}
