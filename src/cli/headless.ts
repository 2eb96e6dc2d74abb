// The workbench without a page: o-spreadsheet's model in Node, with the functions.js and functions.json that Excel loads.
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { type CustomFunction, customFunctionsRuntime } from "../workbench/customFunctions";
import { type FunctionsMetadata, registerFunctions } from "../workbench/registerFunctions";
import type { SpreadsheetLibrary } from "../workbench/spreadsheet";

/** o-spreadsheet is written for Node 22: it groups, and it talks about its loading on console.debug. */
function prepareNode(): void {
  const object = Object as unknown as { groupBy?: unknown };
  object.groupBy ??= <T>(items: Iterable<T>, keyOf: (item: T, index: number) => PropertyKey) => {
    const groups: Record<PropertyKey, T[]> = Object.create(null) as Record<PropertyKey, T[]>;
    let index = 0;
    for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
    return groups;
  };
  console.debug = () => {};
}

/** Runs the compiled functions.js as Excel's runtime would: it finds CustomFunctions and associates with it. */
function loadFunctions(dist: string) {
  const { runtime, associated } = customFunctionsRuntime();
  const file = path.join(dist, "functions.js");
  vm.runInNewContext(fs.readFileSync(file, "utf8"), { CustomFunctions: runtime, console }, { filename: file });
  return associated;
}

/** The spreadsheet library with every GPUMEM function registered. `dist` is the built add-in. */
export function loadSpreadsheet(dist: string): SpreadsheetLibrary {
  const metadata = JSON.parse(fs.readFileSync(path.join(dist, "functions.json"), "utf8")) as FunctionsMetadata;
  return spreadsheetWith(metadata, () => loadFunctions(dist));
}

/** The same with functions that come from elsewhere. */
export function spreadsheetWith(
  metadata: FunctionsMetadata,
  functions: () => ReadonlyMap<string, CustomFunction>,
): SpreadsheetLibrary {
  prepareNode();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- after prepareNode, and never bundled
  const library = require("@odoo/o-spreadsheet") as SpreadsheetLibrary;
  registerFunctions(library, metadata, functions());
  return library;
}
