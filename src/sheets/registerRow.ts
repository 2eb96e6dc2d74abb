// A sheet's row of GM Audit's register: its name, its template, and links to what it says.
import type { Area, SheetGrid } from "./grid";
import { areaText } from "./layout/places";

export function registerRow(sheet: string, template: string, grid: SheetGrid): readonly string[] {
  const named = (wanted: string) => grid.names.find(({ name }) => name === wanted)?.area;
  const link = (area: Area | undefined) => (area ? `=${areaText(area, sheet)}` : "");
  return [
    sheet,
    template,
    link(named("gm_checks")),
    link(named("gm_mode")),
    link(usedVersion(grid, named("gm_version_live"))),
    link(named("gm_verdict")),
  ];
}

/** The Used cell beside the version that the live cells show. */
function usedVersion({ cells }: SheetGrid, live: Area | undefined): Area | undefined {
  const used = cells.find((cell) => cell.row === live?.row && cell.role === "used");
  return used && { row: used.row, column: used.column, rows: 1, columns: 1 };
}
