import { type Area, clipped } from "../area";
import { invalidArgument } from "../apiError";
import type { Book } from "../book";
import { styleAt, writeContents } from "../cells";
import { denyIfProtected } from "../protected";

const WHAT = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"];

/** Contents go without the drop-downs, which o-spreadsheet's own deletion takes along. */
export function clearRange(book: Book, range: Area, applyTo: unknown = "All"): void {
  const what = applyTo ?? "All";
  if (typeof what !== "string" || !WHAT.includes(what)) throw invalidArgument("Range.clear");
  if (what === "All" || what === "Contents") clearContents(book, range);
  if (what === "All" || what === "Formats") clearFormats(book, range);
}

function clearContents(book: Book, range: Area): void {
  const { sheetId } = range;
  const zone = clipped(book, range);
  if (zone.bottom < zone.top || zone.right < zone.left) return;
  writeContents(book, { kind: "Range", sheetId, zone }, "", "Range.clear");
}

function clearFormats(book: Book, range: Area): void {
  const { sheetId } = range;
  const zone = clipped(book, range);
  if (zone.bottom < zone.top || zone.right < zone.left) return;
  denyIfProtected(book, { type: "CLEAR_FORMATTING", sheetId }, "Range.clear");
  book.cells.flush();
  const styled = book.getters
    .getCells(sheetId)
    .map(({ id }) => book.getters.getCellPosition(id))
    .filter(({ row, col }) => row >= zone.top && row <= zone.bottom && col >= zone.left && col <= zone.right);
  const hasFormats = styled.some(
    ({ row, col }) =>
      Object.keys(styleAt(book, sheetId, row, col)).length > 0 || book.getters.getCell({ sheetId, row, col })?.format,
  );
  if (hasFormats) book.dispatch("CLEAR_FORMATTING", { sheetId, target: [zone] });
}
