// Cells that look alike, in few rectangles: every rectangle is one more thing to ask of Excel.
import type { Area } from "../../sheets/grid";

interface Position {
  readonly row: number;
  readonly column: number;
}

export function rectangles(cells: readonly Position[]): readonly Area[] {
  const done: Area[] = [];
  let open: Area[] = [];
  for (const run of runsOf(cells)) {
    const above = open.find((one) => continues(one, run));
    open = open.filter((one) => one !== above && one.row + one.rows >= run.row);
    const grown = above ? { ...above, rows: above.rows + 1 } : run;
    if (above) done.splice(done.indexOf(above), 1, grown);
    else done.push(grown);
    open.push(grown);
  }
  return done;
}

const continues = (above: Area, run: Area): boolean =>
  above.row + above.rows === run.row && above.column === run.column && above.columns === run.columns;

/** Neighbors in a row, by row and column. */
function runsOf(cells: readonly Position[]): readonly Area[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.row === row && column < last.column + last.columns) continue;
    if (last && last.row === row && column === last.column + last.columns)
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    else runs.push({ row, column, rows: 1, columns: 1 });
  }
  return runs;
}
