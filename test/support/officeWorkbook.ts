// A workbook that an add-in can work on through Microsoft's client, and eyes of its own for the test.
import { jest } from "@jest/globals";
import { loadSpreadsheet } from "../../src/cli/headless";
import { registerExcelFunctions } from "../../src/workbench/excelFunctions";
import { officeHost, type OfficeHostOptions } from "../../src/workbench/office/host";
import { installOfficePlugins } from "../../src/workbench/office/install";
import { officeModel } from "../../src/workbench/office/library";
import type { SpreadsheetLibrary } from "../../src/workbench/spreadsheet";
import { loadOfficeClient } from "./officeClient";
import { readersOf } from "./officeReaders";
import { DIST } from "./workbook";

export interface OpenOptions extends OfficeHostOptions {
  /** false: the add-in is gone, its functions are #NAME?. */
  readonly functions?: boolean;
  /** Another copy of the spreadsheet, with functions of its own. */
  readonly library?: SpreadsheetLibrary;
  /** Names; or the data of a workbook that was saved. */
  readonly sheets?: readonly string[];
  readonly data?: object;
}

let withAddIn: SpreadsheetLibrary | undefined;
let withoutAddIn: SpreadsheetLibrary | undefined;

function libraryWithAddIn(): SpreadsheetLibrary {
  if (withAddIn) return withAddIn;
  withAddIn = loadSpreadsheet(DIST);
  installOfficePlugins(withAddIn);
  return withAddIn;
}

/** Functions belong to the library, not to a model: this is a second copy of it. */
function libraryWithoutAddIn(): SpreadsheetLibrary {
  if (withoutAddIn) return withoutAddIn;
  // Prepares Node for the library, too.
  libraryWithAddIn();
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- another copy than the one that is loaded
    withoutAddIn = require("@odoo/o-spreadsheet") as SpreadsheetLibrary;
  });
  const library = withoutAddIn as unknown as SpreadsheetLibrary;
  library.registries.errorTypes.add("#VALUE!");
  registerExcelFunctions(library);
  installOfficePlugins(library);
  return library;
}

const emptyWorkbook = (sheets: readonly string[]) => ({
  sheets: sheets.map((name, index) => ({ id: `sheet${index + 1}`, name, rowNumber: 200, colNumber: 30 })),
});

export async function openWorkbook(opened: OpenOptions = {}) {
  const { functions = true, library, sheets = ["Sheet1"], data, ...options } = opened;
  const spreadsheet = library ?? (functions ? libraryWithAddIn() : libraryWithoutAddIn());
  const model = new spreadsheet.Model(data ?? emptyWorkbook(sheets));
  const errors: unknown[] = [];
  const host = officeHost(spreadsheet, model, { onInternalError: (error) => void errors.push(error), ...options });
  const client = await loadOfficeClient(host.external);
  return {
    ...client,
    host,
    library: spreadsheet,
    model: officeModel(model),
    /** Exceptions in the host's own code: none is right. */
    internalErrors: errors,
    ...readersOf(officeModel(model)),
  };
}
