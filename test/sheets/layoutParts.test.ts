// Parts of the layout on a template of a few lines: a second scenario, looks of a table, addresses in the same column, charts beside.
import { expect, test } from "@jest/globals";
import { layOut } from "../../src/sheets/layout/layout";
import { formula, input, type SheetTemplate } from "../../src/sheets/sections";

const template: SheetTemplate = {
  id: "small",
  name: "Small",
  question: "What?",
  summary: "A few lines.",
  keywords: [],
  picture: "table",
  shape: "columns",
  verdict: "{state}",
  verdictWords: { line: "state", good: "inside", warning: "close", failed: "outside" },
  sections: [
    { kind: "scenario", title: "First", lines: [input("model", "Model", "llama-3-8b")] },
    { kind: "scenario", title: "More", lines: [input("gpu", "GPU", "h100-sxm")] },
    {
      kind: "scenario",
      id: "other",
      title: "Second",
      lines: [input("other.model", "Model", "llama-2-7b"), input("other.gpu", "GPU", "h100-sxm")],
    },
    {
      kind: "engineTable",
      id: "wide",
      title: "Wide",
      call: "GPUMEM.SWEEP({scenario},{other})",
      rows: 2,
      columns: 12,
      rowLabels: ["a", "b"],
      columnLabels: Array.from({ length: 12 }, (_, i) => `=${i}`),
      looks: [{ formula: '{twin:here}="no"', look: "failed" }],
    },
    {
      kind: "engineTable",
      id: "twin",
      title: "Twin",
      call: "GPUMEM.SWEEP({scenario})",
      rows: 2,
      columns: 2,
      rowLabels: ["a", "b"],
      columnLabels: ["x", "y"],
    },
    {
      kind: "table",
      id: "below",
      title: "Below",
      heads: ["x", "y"],
      lines: [
        { id: "sums", label: "Sums", kind: "formula", formula: "SUM({twin:column})" },
        { id: "tops", label: "Tops", kind: "formula", formula: "{twin:head}" },
      ],
    },
    {
      kind: "lines",
      title: "Lines",
      lines: [
        formula("state", "State", '"inside"'),
        formula("anchored", "Anchored", "SUM({twin:all})"),
        formula("bare", "Bare", "SUM({twin:all})", { anchors: false }),
      ],
    },
    { kind: "notes", title: "Notes", texts: Array.from({ length: 30 }, () => "A long sheet.") },
  ],
  charts: [1, 2].map((n) => ({
    title: `Chart ${n}`,
    kind: "lines",
    categories: "{twin:heads}",
    series: [{ name: "{twin.row1:label}", values: "{twin.row1:all}" }],
    valueAxis: "GB",
  })),
  outputs: [],
};
const grid = layOut(template, new Map());
const content = (row: number, column: number) =>
  grid.cells.find((one) => one.row === row && one.column === column)?.content;
const rowOf = (label: string) => grid.cells.find(({ content: text }) => text === label)?.row ?? NaN;

test("scenarios of one id are one range, another id begins another; calls are spelled without anchors", () => {
  const calls = grid.cells.filter(({ role }) => role === "spill").map(({ content: call }) => call);
  expect(calls).toEqual(["=GPUMEM.SWEEP(B8:C10,B13:C14)", "=GPUMEM.SWEEP(B8:C10)"]);
});

test("a look stands on the table's body and is written for its first cell", () => {
  const [wide, twin] = [rowOf("Wide") + 2, rowOf("Twin") + 2];
  expect(grid.conditions.filter(({ formula: text }) => text.endsWith('="no"'))).toEqual([
    { area: { row: wide, column: 3, rows: 2, columns: 12 }, formula: `=C${twin}="no"`, look: "failed" },
  ]);
});

test("the same column of a table, and what stands over it, are copied right", () => {
  const [sums, first] = [rowOf("Sums"), rowOf("Twin") + 2];
  expect([content(sums, 3), content(sums, 4)]).toEqual([
    `=SUM(C$${first}:C$${first + 1})`,
    `=SUM(D$${first}:D$${first + 1})`,
  ]);
  expect([content(sums + 1, 3), content(sums + 1, 4)]).toEqual([`=C${first - 1}`, `=D${first - 1}`]);
});

test("addresses without anchors where a line says so", () => {
  const first = rowOf("Twin") + 2;
  expect(content(rowOf("Anchored"), 3)).toBe(`=SUM($C$${first}:$D$${first + 1})`);
  expect(content(rowOf("Bare"), 3)).toBe(`=SUM(C${first}:D${first + 1})`);
});

test("the verdict is colored by the template's own words", () => {
  const looks = grid.conditions.filter(({ area }) => area.row === 2);
  const at = `$C$${rowOf("State")}`;
  expect(looks.map(({ formula: text, look }) => [text, look])).toEqual([
    [`=${at}="inside"`, "good"],
    [`=${at}="close"`, "warning"],
    [`=${at}="outside"`, "failed"],
  ]);
});

test("a chart stands right of what is in its own rows, never on a cell", () => {
  const [first, second] = grid.charts.map(({ at }) => at);
  expect(first?.column).toBeGreaterThan(14);
  expect(second?.column).toBe(8);
});
