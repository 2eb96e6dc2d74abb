// All cells of a batch in one command: a command per cell asks every plugin for permission every time.
import type { OfficeLibrary, OfficeStyle } from "../library";

export const CELL_WRITES = "OFFICE_CELLS";

/** What is set stays out of what is not: undefined leaves a part of the cell as it is. */
export interface CellChange {
  readonly content?: string;
  /** "" is General. */
  readonly format?: string;
  readonly style?: OfficeStyle;
}

export type CellWrite = readonly [col: number, row: number, change: CellChange];

interface CellWritesCommand {
  readonly type: typeof CELL_WRITES;
  readonly sheetId: string;
  readonly cells: readonly CellWrite[];
}

export const isCellWrites = (command: { readonly type: string }): command is CellWritesCommand =>
  command.type === CELL_WRITES;

interface OwnCell {
  readonly isFormula: boolean;
  readonly content?: string;
  readonly format?: string;
  readonly style?: object;
}

export const cellWritesPlugin = (library: OfficeLibrary) =>
  class CellWrites extends library.CorePlugin {
    handle(command: { readonly type: string }): void {
      if (!isCellWrites(command)) return;
      const { sheetId, cells } = command;
      for (const [col, row, change] of cells) {
        const position = { sheetId, col, row };
        for (const part of parts(change)) {
          const update = updateOf(part, this.getters.getCell(position) as OwnCell | undefined);
          if (update) this.dispatch("UPDATE_CELL", { ...position, ...update });
        }
      }
    }
  };

/** General and text change what a content is read as, so the content comes first by itself. */
function parts(change: CellChange): readonly CellChange[] {
  const { content, format, style } = change;
  if (content === undefined || (format !== "" && format !== "@")) return [change];
  return [{ content, style }, { format }];
}

/** undefined where the cell is like that already. */
function updateOf({ content, format, style }: CellChange, cell: OwnCell | undefined): CellChange | undefined {
  const update = {
    ...(content !== undefined && content !== (cell?.isFormula ? undefined : (cell?.content ?? "")) && { content }),
    ...(format !== undefined && format !== (cell?.format ?? "") && { format }),
    ...(style && !includes(cell?.style, style) && { style: { ...cell?.style, ...style } }),
  };
  return Object.keys(update).length > 0 ? update : undefined;
}

const includes = (style: object = {}, wanted: object) =>
  Object.entries(wanted).every(([key, value]) => (style as Record<string, unknown>)[key] === value);
