// A sheet that runs every documented example and compares: how the add-in is verified where it is loaded.
import { registry } from "../functions/registry";
import type { GridCell, SheetGrid } from "./grid";

const FIRST = 7;
const [NUMBER, FUNCTION, EXAMPLE, RESULT, EXPECTED, EQUAL, PASS] = [1, 2, 3, 4, 5, 6, 7] as const;
/** Results are compared to twelve digits: hosts add in different orders. */
const TOLERANCE = 1e-12;

export interface SelfCheckExample {
  readonly id: string;
  /** Without its "=". */
  readonly formula: string;
  readonly expected: number | string | boolean;
}

export const selfCheckExamples: readonly SelfCheckExample[] = registry.flatMap(({ id, examples }) =>
  examples.map(({ formula, result }) => ({ id, formula: formula.replace(/^=/, ""), expected: result })),
);

export const SELF_CHECK_ID = "self-check";

const head = (column: number, content: string): GridCell => ({ row: FIRST - 1, column, role: "header", content });

/** The first cell of what the example answers: examples that spill do not run into each other. */
function exampleCells({ id, formula, expected }: SelfCheckExample, i: number): readonly GridCell[] {
  const row = FIRST + i;
  const [result, wanted, equal] = [`$D${row}`, `$E${row}`, `$F${row}`];
  return [
    { row, column: NUMBER, role: "source", content: i + 1 },
    { row, column: FUNCTION, role: "label", content: id },
    { row, column: EXAMPLE, role: "note", content: formula },
    { row, column: RESULT, role: "formula", content: `=INDEX(${formula},1,1)` },
    { row, column: EXPECTED, role: "saved", content: expected },
    {
      row,
      column: EQUAL,
      role: "formula",
      content: `=IFERROR(ABS(${result}-${wanted})<=ABS(${wanted})*$C$4,${result}=${wanted})`,
    },
    { row, column: PASS, role: "check", content: `=IF(ISERROR(${equal}),0,${equal}*1)` },
  ];
}

export function selfCheckGrid(): SheetGrid {
  const count = selfCheckExamples.length;
  const last = FIRST + count - 1;
  const passes = `$G$${FIRST}:$G$${last}`;
  return {
    name: "GM Self-check",
    template: SELF_CHECK_ID,
    cells: [
      { row: 1, column: 1, role: "title", content: "Self-check" },
      { row: 1, column: EXPECTED, role: "question", content: "Does every function answer here as documented?" },
      { row: 2, column: 2, role: "verdict", content: `=SUM(${passes})&" of "&ROWS(${passes})&" examples pass"` },
      { row: 3, column: 2, role: "label", content: "Examples that fail" },
      { row: 3, column: 3, role: "check", content: `=ROWS(${passes})-SUM(${passes})`, format: "whole" },
      { row: 3, column: PASS, role: "source", content: SELF_CHECK_ID },
      { row: 4, column: 2, role: "label", content: "Tolerance, relative" },
      { row: 4, column: 3, role: "input", content: TOLERANCE },
      head(NUMBER, "#"),
      head(FUNCTION, "Function"),
      head(EXAMPLE, "Example"),
      head(RESULT, "Here"),
      head(EXPECTED, "Documented"),
      head(EQUAL, "Equal"),
      head(PASS, "Pass"),
      ...selfCheckExamples.flatMap(exampleCells),
    ],
    widths: [5, 20, 70, 18, 18, 9, 12].map((characters, i) => ({ column: i + 1, characters })),
    freeze: { rows: FIRST - 1, columns: 2 },
    validations: [],
    conditions: [
      { area: { row: FIRST, column: PASS, rows: count, columns: 1 }, formula: `=$G${FIRST}<>1`, look: "failed" },
      { area: { row: 3, column: 3, rows: 1, columns: 1 }, formula: "=$C$3<>0", look: "failed" },
    ],
    charts: [],
    names: [
      { name: "gm_template", area: { row: 3, column: PASS, rows: 1, columns: 1 } },
      { name: "gm_verdict", area: { row: 2, column: 2, rows: 1, columns: 1 } },
      { name: "gm_checks", area: { row: 3, column: 3, rows: 1, columns: 1 } },
      { name: "gm_results", area: { row: FIRST, column: FUNCTION, rows: count, columns: PASS - FUNCTION + 1 } },
    ],
    print: { area: { row: 1, column: 1, rows: last, columns: PASS }, titleRows: FIRST - 1, orientation: "landscape" },
    tabColor: "#6B7280",
  };
}
