// The sheets of a worked example, inserted one after the other.
import type { Example } from "../sheets/examples/example";
import { TEXT } from "./strings";
import type { Job } from "./useWork";
import { WorkbookFailure, type WorkbookHost } from "./workbookHost";

export const insertingExample = (workbook: WorkbookHost, { title, sheets }: Example): Job<readonly string[]> => ({
  title: TEXT.inserting(title),
  cancellable: true,
  work: async (work) => {
    const inserted: string[] = [];
    for (const sheet of sheets)
      try {
        inserted.push((await workbook.insert(sheet, work)).sheet);
      } catch (thrown) {
        throw afterSome(thrown, inserted);
      }
    return inserted;
  },
  done: (inserted) => TEXT.insertedExample(inserted),
});

/** Sheets that were inserted before stay, and the sentence says so. */
function afterSome(thrown: unknown, inserted: readonly string[]): unknown {
  if (inserted.length === 0 || !(thrown instanceof WorkbookFailure)) return thrown;
  return new WorkbookFailure(`${thrown.message} ${TEXT.insertedBefore(inserted)}`, thrown.cause);
}
