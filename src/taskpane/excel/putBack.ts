// Changes of cells that come together or not at all.
import { type Change, revert } from "./change";

/** Says what became of the cells. */
export async function putBack(changes: readonly Change[], nothing: string, partly: string): Promise<string> {
  if (changes.length === 0) return nothing;
  try {
    await Excel.run(async (context) => {
      revert(context.workbook.worksheets, changes);
      await context.sync();
    });
    return nothing;
  } catch {
    return partly;
  }
}
