// An error must not be saved: it would reach everything that refers to the results.
import { WorkbookFailure } from "../workbookHost";
import { isPending } from "./pending";
import { failedRows } from "./results";
import type { Results } from "./savedCells";

const MOST_NAMED = 3;

export function refuseErrors({ name, pairs, labels }: Results, kept: string, act: "save" | "accept"): void {
  const rows = pairs.flatMap(({ at, types }) => failedRows(types, at.live));
  if (rows.length === 0) return;
  const isBusy = pairs.some(({ live }) => live.flat().some(isPending));
  const where = rowsInWords(rows, labels);
  throw new WorkbookFailure(
    isBusy
      ? `On ${name} Excel is still calculating ${where}. ${kept} Wait a moment, then ${act} again.`
      : `On ${name} the live results show an error in ${where}. ${kept} Correct the inputs, then ${act} again.`,
  );
}

/** “Weights” (row 21), “Optimizer state” (row 23) and 2 more. */
function rowsInWords(rows: readonly number[], { area, contents }: Results["labels"]): string {
  const named = rows.slice(0, MOST_NAMED).map((row) => {
    const label = String(contents[row - area.row]?.[0] ?? "");
    return label === "" ? `row ${row}` : `“${label}” (row ${row})`;
  });
  const more = rows.length > MOST_NAMED ? ` and ${rows.length - MOST_NAMED} more` : "";
  return `${named.join(", ")}${more}`;
}
