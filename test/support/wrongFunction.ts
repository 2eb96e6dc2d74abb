// Another copy of the spreadsheet in which one function answers wrongly.
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { jest } from "@jest/globals";
import { customFunctionsRuntime, type CustomFunction } from "../../src/workbench/customFunctions";
import { installOfficePlugins } from "../../src/workbench/office/install";
import { type FunctionsMetadata, registerFunctions } from "../../src/workbench/registerFunctions";
import type { SpreadsheetLibrary } from "../../src/workbench/spreadsheet";
import { DIST } from "./workbook";

const file = (name: string) => fs.readFileSync(path.join(DIST, name), "utf8");

/** As Excel's runtime gets them, with `wrong` in place of one. */
function associations(id: string, wrong: (right: CustomFunction) => CustomFunction) {
  const { runtime, associated } = customFunctionsRuntime();
  vm.runInNewContext(file("functions.js"), { CustomFunctions: runtime, console });
  const right = associated.get(id);
  if (!right) throw new Error(`There is no function ${id}.`);
  return new Map([...associated, [id, wrong(right)]]);
}

/** After loadSpreadsheet, which prepares Node. */
export function libraryWith(id: string, wrong: (right: CustomFunction) => CustomFunction): SpreadsheetLibrary {
  let copy: SpreadsheetLibrary | undefined;
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- another copy than the one that is loaded
    copy = require("@odoo/o-spreadsheet") as SpreadsheetLibrary;
  });
  const library = copy as unknown as SpreadsheetLibrary;
  registerFunctions(library, JSON.parse(file("functions.json")) as FunctionsMetadata, associations(id, wrong));
  installOfficePlugins(library);
  return library;
}
