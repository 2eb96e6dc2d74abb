// What timelines add to a sheet: lines over periods, pasted rows, lists that read the line of their row, charts at the top.
import { expect, test } from "@jest/globals";
import { relative } from "../../src/sheets/address";
import type { SheetGrid } from "../../src/sheets/grid";
import { layOut } from "../../src/sheets/layout/layout";
import { check, type SheetTemplate } from "../../src/sheets/sections";

const TEMPLATE: SheetTemplate = {
  id: "small-timeline",
  name: "Small timeline",
  question: "What?",
  summary: "Small.",
  keywords: [],
  picture: "timeline",
  shape: "timeline",
  sections: [
    {
      kind: "paste",
      id: "bill",
      title: "Paste here",
      columns: [
        { id: "sku", head: "SkuId" },
        { id: "cost", head: "EffectiveCost", format: "price" },
      ],
      rows: [["a", 1.5]],
      room: 2000,
    },
    { kind: "charts", title: "Charts" },
    {
      kind: "periods",
      title: "Spend",
      periods: 3,
      lines: [
        { id: "plan.0", label: "Plan", unit: "USD", format: "money", values: [10, 20] },
        { id: "plan.1", label: "Plan of another", unit: "USD", format: "money", values: [5] },
        {
          id: "left",
          label: "Left",
          unit: "USD",
          formula: "{left:previous}+SUM({plan.0}:{plan.1})-SUMIF({bill.sku:whole},{left:label},{bill.cost:whole})",
          opening: "{plan.0:first}",
          total: "SUM({left:all})",
          check: "(MIN({left:all})<0)*1",
        },
      ],
    },
    {
      kind: "list",
      id: "rows",
      title: "By row",
      columns: [
        { id: "sum", head: "Sum", formula: "SUM({plan.@:all})" },
        { id: "pue", head: "PUE", formula: "{assumptions.pue}" },
        { id: "both", head: "Both", formula: "{sum}*{pue}" },
      ],
      rows: [],
      spare: 2,
    },
    { kind: "checks", lines: [check("rowsPasted", "No row", "(COUNTA({bill.sku:all})=0)*1")] },
  ],
  charts: [
    {
      title: "Left",
      kind: "columns",
      categories: "{plan.0:all}",
      series: [{ name: "{left:label}", values: "{left:all}" }],
      valueAxis: "USD",
    },
  ],
  outputs: ["left"],
};

const PUE = { row: 5, column: 3, rows: 1, columns: 1, sheet: "GM Assumptions" };
const grid: SheetGrid = layOut(TEMPLATE, new Map([["assumptions.pue", PUE]]));
const cells = new Map(grid.cells.map((cell) => [relative(cell.row, cell.column), cell]));
const content = (address: string) => cells.get(address)?.content;
const rowOf = (label: string) => grid.cells.find((cell) => cell.content === label)?.row ?? 0;

test("lines over periods stand from H on, one formula copied right; total, check and opening stand left of it", () => {
  const [plan, left] = [rowOf("Plan"), rowOf("Left")];
  expect(["H", "I", "J", "K"].map((column) => content(`${column}${plan}`))).toEqual([10, 20, 10, undefined]);
  expect(cells.get(`H${plan}`)?.role).toBe("input");
  expect(content(`I${left}`)).toBe(`=H${left}+SUM(I${plan}:I${plan + 1})-SUMIF($L:$L,$B$${left},$M:$M)`);
  expect(content(`G${left}`)).toBe(`=$H$${plan}`);
  expect(content(`E${left}`)).toBe(`=SUM($H$${left}:$J$${left})`);
  expect(cells.get(`F${left}`)?.role).toBe("check");
  expect(content("C3")).toBe(`=SUM($F$${left},$C$${rowOf("No row")})`);
});

test("pasted rows stand right of everything, heads beside the frozen ones, cells for the example alone", () => {
  expect([content("L5"), content("L6"), content("M6"), content("L7"), content("M7")]).toEqual([
    "Paste here",
    "SkuId",
    "EffectiveCost",
    "a",
    1.5,
  ]);
  expect(content("L8")).toBeUndefined();
  expect(content(`C${rowOf("No row")}`)).toBe("=(COUNTA($L$7:$L$2006)=0)*1");
});

test("a list reads the line of its row; what comes from another sheet is a link", () => {
  const [plan, first] = [rowOf("Plan"), rowOf("Sum") + 1];
  expect([content(`B${first}`), content(`B${first + 1}`)]).toEqual([
    `=SUM($H$${plan}:$J$${plan})`,
    `=SUM($H$${plan + 1}:$J$${plan + 1})`,
  ]);
  expect(cells.get(`C${first}`)?.role).toBe("link");
  expect(content(`D${first + 1}`)).toBe(`=$B${first + 1}*$C${first + 1}`);
});

test("charts stand where the template says", () => {
  const [chart] = grid.charts;
  expect(chart?.at.row).toBe(rowOf("Charts") + 1);
  expect(rowOf("Spend")).toBeGreaterThan((chart?.at.row ?? 0) + (chart?.at.rows ?? 0) - 1);
});
