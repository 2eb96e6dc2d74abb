// Excel.run as this pane uses it.
import { WorkbookFailure } from "../workbookHost";

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;
export type Run = <T>(batch: Batch<T>) => Promise<T>;

export const supports = (version: string): boolean => Office.context.requirements.isSetSupported("ExcelApi", version);

const grouped: Run = (batch) => (supports("1.20") ? Excel.run({ mergeUndoGroup: true }, batch) : Excel.run(batch));
const ungrouped: Run = (batch) => Excel.run(batch);

/**
 * What is written can be taken back by the user in one step, where Excel offers that. Some of its versions refuse so for
 * many cells at once: then without. An attempt that fails has put back what it wrote.
 */
export async function undoable<T>(attempt: (run: Run) => Promise<T>): Promise<T> {
  try {
    return await attempt(grouped);
  } catch (thrown) {
    if (codeOf(causeOf(thrown)) !== "UndoNotSupported") throw thrown;
    return attempt(ungrouped);
  }
}

/** For what writes one thing: where that is refused, nothing is to be put back. */
export const inOneUndoStep: Run = (batch) => undoable((run) => run(batch));

const causeOf = (thrown: unknown): unknown => (thrown instanceof WorkbookFailure ? thrown.cause : thrown);

export const codeOf = (thrown: unknown): string | undefined =>
  typeof thrown === "object" && thrown !== null && "code" in thrown ? String(thrown.code) : undefined;

/** Where in Excel it failed, such as "PageLayout.zoom". */
export function locationOf(thrown: unknown): string {
  if (typeof thrown !== "object" || thrown === null || !("debugInfo" in thrown)) return "";
  const { errorLocation } = thrown.debugInfo as { readonly errorLocation?: string };
  return errorLocation ?? "";
}

/** Page setups are asked last in their request: where one alone fails, for want of a printer, all else was done. */
export async function syncButForPrint(context: Excel.RequestContext): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (thrown) {
    if (!/^(PageLayout|HeaderFooter)/.test(locationOf(thrown))) throw thrown;
    return false;
  }
}
