// All cells of one write in one command: a command per cell asks every plugin for permission every time.
import type { OfficeLibrary } from "../library";

export const CELL_WRITES = "OFFICE_CELLS";

export type CellWrite = readonly [col: number, row: number, content: string];

interface CellWritesCommand {
  readonly type: typeof CELL_WRITES;
  readonly sheetId: string;
  readonly cells: readonly CellWrite[];
}

export const isCellWrites = (command: { readonly type: string }): command is CellWritesCommand =>
  command.type === CELL_WRITES;

export const cellWritesPlugin = (library: OfficeLibrary) =>
  class CellWrites extends library.CorePlugin {
    handle(command: { readonly type: string }): void {
      if (!isCellWrites(command)) return;
      const { sheetId, cells } = command;
      for (const [col, row, content] of cells) this.dispatch("UPDATE_CELL", { sheetId, col, row, content });
    }
  };
