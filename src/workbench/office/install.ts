// What a model needs so that an Office host can work on it. Call it once, before the model is made.
import type { SpreadsheetLibrary } from "../spreadsheet";
import { officeLibrary } from "./library";
import { CELL_WRITES, cellWritesPlugin } from "./plugins/cellWrites";
import { installCharts } from "./plugins/chartDrawing";
import { listSourcesPlugin } from "./plugins/listSources";
import { officeBatchPlugin } from "./plugins/officeBatch";
import { NAMES_RECORD, recordsPlugin, SHEET_RECORD, WORKBOOK_RECORD } from "./plugins/records";

const COMMANDS = [CELL_WRITES, SHEET_RECORD, WORKBOOK_RECORD, NAMES_RECORD];

export function installOfficePlugins(spreadsheet: SpreadsheetLibrary): void {
  const library = officeLibrary(spreadsheet);
  const { corePluginRegistry, featurePluginRegistry, inverseCommandRegistry } = library.registries;
  if (corePluginRegistry.contains("office_records")) return;
  for (const command of COMMANDS) {
    library.coreTypes.add(command as never);
    // Without an inverse, undo never ends.
    inverseCommandRegistry.add(command as never, (own) => [own]);
  }
  corePluginRegistry.add("office_cells", cellWritesPlugin(library) as never);
  corePluginRegistry.add("office_records", recordsPlugin(library) as never);
  corePluginRegistry.add("office_list_sources", listSourcesPlugin(library) as never);
  featurePluginRegistry.add("office_batch", officeBatchPlugin(library) as never);
  installCharts(library);
}
