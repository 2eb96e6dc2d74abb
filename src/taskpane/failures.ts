// A rejection as what the pane says of it.
import { TEXT } from "./strings";
import type { Told } from "./work";
import { WorkbookFailure } from "./workbookHost";

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** The workbook's own sentence where it has one; otherwise one that promises nothing. */
export const failureSentence = (thrown: unknown): string =>
  thrown instanceof WorkbookFailure ? thrown.message : TEXT.unexpected(messageOf(thrown));

/** How work ended that did not succeed: stopped by the user, or failed. */
export function ending(thrown: unknown, aborted: boolean): Told {
  if (!aborted) return { kind: "told", tone: "failed", sentence: failureSentence(thrown) };
  const sentence = thrown instanceof WorkbookFailure ? thrown.message : TEXT.cancelled;
  return { kind: "told", tone: "cancelled", sentence };
}
