// Excel.run as this pane uses it.

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

export const supports = (version: string): boolean => Office.context.requirements.isSetSupported("ExcelApi", version);

/** What is written can be taken back by the user in one step, where Excel offers that. */
export const inOneUndoStep = <T>(batch: Batch<T>): Promise<T> =>
  supports("1.20") ? Excel.run({ mergeUndoGroup: true }, batch) : Excel.run(batch);

export const codeOf = (thrown: unknown): string | undefined =>
  typeof thrown === "object" && thrown !== null && "code" in thrown ? String(thrown.code) : undefined;

/** Where in Excel it failed, such as "PageLayout.zoom". */
function locationOf(thrown: unknown): string {
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
