// Rows that the user pastes: right of everything, so that they may be as many as the sheet has rows.
import type { PasteSection } from "../sections";
import { type Draft, FIRST_ROW, HEADER_ROW, name, put } from "./draft";
import { area, cell } from "./places";

export function placePaste(draft: Draft, { id, title, columns, rows, room }: PasteSection): void {
  const left = draft.nextSpill;
  put(draft, HEADER_ROW - 1, left, "section", title);
  columns.forEach(({ id: column, head, format }, i) => {
    put(draft, HEADER_ROW, left + i, "header", head);
    rows.forEach((row, at) => put(draft, FIRST_ROW + at, left + i, "input", row[i] ?? "", { format }));
    name(draft, `${id}.${column}`, { ...area(FIRST_ROW, left + i, room, 1), label: cell(HEADER_ROW, left + i) });
  });
  name(draft, id, area(FIRST_ROW, left, room, columns.length));
  draft.nextSpill = left + columns.length + 1;
}
