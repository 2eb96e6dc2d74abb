// Excel's surface: the entry of functions.js, loaded by the shared runtime, the workbench and the terminal alike.
import { isCellError, type Cell } from "./cells";
import { invoke } from "./invoke";
import { registry } from "./registry";

const toHost = (cell: Cell) =>
  isCellError(cell) ? new CustomFunctions.Error(cell.error as CustomFunctions.ErrorCode, cell.message) : cell;

// Outside Excel and the workbench there is nobody to associate with: the pane then says where to open it.
if (typeof CustomFunctions !== "undefined")
  for (const spec of registry)
    CustomFunctions.associate(spec.id, (...args: unknown[]) => {
      const block = invoke(spec, args);
      const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
      // Excel shows the sentence of a thrown error in every version that has one.
      if (only !== undefined && isCellError(only)) throw toHost(only);
      return block.map((row) => row.map(toHost));
    });
