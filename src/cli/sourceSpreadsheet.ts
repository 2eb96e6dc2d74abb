// The headless workbook with the functions as they are in the source: what is generated must not wait for a build.
import { functionsMetadata } from "../functions/metadata";
import { registry } from "../functions/registry";
import { customFunctionsRuntime } from "../workbench/customFunctions";
import type { FunctionsMetadata } from "../workbench/registerFunctions";
import type { SpreadsheetLibrary } from "../workbench/spreadsheet";
import { spreadsheetWith } from "./headless";

let library: SpreadsheetLibrary | undefined;

export function sourceSpreadsheet(): SpreadsheetLibrary {
  library ??= spreadsheetWith(functionsMetadata(registry) as FunctionsMetadata, associated);
  return library;
}

/** Excel's surface associates when it is run, with the runtime that it finds. */
function associated() {
  const { runtime, associated: functions } = customFunctionsRuntime();
  (globalThis as { CustomFunctions?: unknown }).CustomFunctions = runtime;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- after its runtime
  require("../functions/associate");
  return functions;
}
