import { choiceArgument } from "../arguments";
import { invalidArgument } from "../apiError";
import type { Book } from "../book";
import { isItem } from "../kind";
import { denyIfProtected } from "../protected";
import { freeSheetName, LONGEST_NAME } from "../sheetNames";
import { moveSheet } from "./worksheet";
import { type Sheet, sheet } from "./worksheets";

type Place = (ids: readonly string[], beside: string) => number;

/** Where the copy goes, in the list without it. */
const PLACES: Readonly<Record<string, Place>> = {
  None: (ids) => ids.length,
  End: (ids) => ids.length,
  Beginning: () => 0,
  Before: (ids, beside) => ids.indexOf(beside),
  After: (ids, beside) => ids.indexOf(beside) + 1,
};

/** Formulas, formats, validations, charts, names and page layout come along. */
export function copySheet(book: Book, { sheetId }: Sheet, position: unknown, beside: unknown): Sheet {
  const location = "Worksheet.copy";
  const place = choiceArgument(position ?? "None", PLACES, location);
  const relativeTo = isItem(beside) && beside.kind === "Worksheet" ? (beside as Sheet).sheetId : undefined;
  if ((position === "Before" || position === "After") && relativeTo === undefined) throw invalidArgument(location);
  denyIfProtected(book, { type: "DUPLICATE_SHEET" }, location);
  const others = [...book.getters.getSheetIds()];
  const sheetIdTo = book.newId();
  book.dispatch("DUPLICATE_SHEET", { sheetId, sheetIdTo, sheetNameTo: nameOfCopy(book, sheetId) });
  moveSheet(book, sheetIdTo, place(others, relativeTo ?? ""));
  return sheet(sheetIdTo);
}

function nameOfCopy(book: Book, sheetId: string): string {
  const name = book.getters.getSheetName(sheetId);
  return freeSheetName(book, (number) => `${name.slice(0, LONGEST_NAME - ` (${number})`.length)} (${number})`, 2);
}
