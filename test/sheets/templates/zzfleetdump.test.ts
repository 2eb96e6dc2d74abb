import { test } from "@jest/globals";
import { writeFileSync } from "node:fs";
import { loadSpreadsheet } from "../../../src/cli/headless";
import { relative } from "../../../src/sheets/address";
import { brokenRules } from "../../../src/sheets/rules";
import * as f from "../../../src/sheets/templates/fleetPlan";import * as b from "../../../src/sheets/templates/budgetVersusActual";const all={...f,...b};
import { gridsOf, openGrids } from "../../support/gridWorkbook";
import { DIST } from "../../support/workbook";
test("dump", () => {
  const template = (all as any)[process.env.TPL ?? "fleetPlan"];
  const grids = gridsOf([template]);
  const grid = grids[0]!;
  const t = Date.now();
  const book = openGrids(loadSpreadsheet(DIST), grids);
  const rows = new Map<number, string[]>();
  const errors: string[] = [];
  for (const c of [...grid.cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const v = book.at(grid.name, relative(c.row, c.column));
    let s = String(v.value ?? "");
    if (typeof v.value === "number") s = c.format === "date" && v.value > 20000 ? new Date((v.value - 25569) * 864e5).toISOString().slice(0, 10) : c.format === "percent" ? (v.value * 100).toFixed(1) + "%" : Math.abs(v.value) > 1000 ? Math.round(v.value).toLocaleString("en") : String(Math.round(v.value * 1000) / 1000);
    if (s === "") continue;
    rows.set(c.row, [...(rows.get(c.row) ?? []), `${relative(c.row, c.column).replace(/\d+/, "")}:${s}`]);
    if (v.type === "error") errors.push(`${relative(c.row, c.column)} ${c.content} = ${v.value} ${v.message ?? ""}`);
    if (String(c.content).startsWith("=")) for (const r of brokenRules(String(c.content))) errors.push(`${relative(c.row, c.column)} ${c.content}: ${r}`);
  }
  writeFileSync("/tmp/fleet.txt", [...rows].map(([r, c]) => `${r} | ${c.join(" | ")}`).join("\n") + "\n\nERRORS\n" + errors.join("\n") + `\n${Date.now() - t} ms, ${grid.cells.length} cells`);
});
