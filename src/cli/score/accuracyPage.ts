// The accuracy section of reference.html, from test/measured/accuracy.json alone.
import { escape, htmlTable } from "../../functions/reference/html";
import type { Accuracy, CellRange, Coverage, LargeError } from "./accuracy";

/** Cells of plain text. */
const table = (caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  htmlTable(
    escape(caption),
    heads,
    rows.map((cells) => cells.map(escape)),
  );

const percent = (value: number, digits = 1) => `${value.toFixed(digits)}%`;
const signed = (value: number) => `${value > 0 ? "+" : ""}${value.toFixed(1)}%`;
const PERCENT = 100;

const GROUP_HEADS = [
  "Runs",
  "Cases",
  "Families",
  "Median error",
  "Median over families",
  "90th percentile",
  "Largest",
  "Signed mean",
  "Inside the range",
  "Half-width, median",
];
const groupRow = (g: Accuracy["groups"][number]): readonly string[] => [
  g.group,
  String(g.n),
  String(g.families),
  percent(g.median_error_pct),
  percent(g.median_over_families_pct),
  percent(g.p90_error_pct),
  percent(g.max_error_pct),
  signed(g.mean_signed_error_pct),
  percent(g.inside_share * PERCENT, 0),
  percent(g.half_width_median_pct),
];

const coverageRow = ({ stack, measured, neverMeasured }: Coverage): readonly string[] => [
  stack,
  measured.join("; "),
  neverMeasured.join(", "),
];
const rangeRow = ({ cell, cases, belowPct, abovePct }: CellRange): readonly string[] => [
  cell.split("/").join(", "),
  String(cases),
  `−${percent(belowPct)} to +${percent(abovePct)}`,
];
const errorRow = ({ id, stack, quantity, errorPct, term, needed }: LargeError): readonly string[] => [
  id,
  stack,
  quantity,
  signed(errorPct),
  term,
  needed,
];

export function accuracySection({ groups, steady, differences, coverage, ranges, largeErrors }: Accuracy): string {
  return [
    '<section id="accuracy">',
    "<h2>Accuracy</h2>",
    "<p>Predictions beside published measurements. Error = (predicted − measured) ÷ measured. A family is the runs of one model by one source on one stack; its median counts once in the median over families. The prediction is made without sight of the measurement; but the engine was worked out with these cases in view, and others will lie further off.</p>",
    table("Errors by stack", GROUP_HEADS, groups.map(groupRow)),
    `<p>What stays allocated between steps: ${percent(steady.withinPct, 0)} of ${steady.n} within 1% or 32 MiB. What changing one option changes: ${percent(differences.withinPct, 0)} of ${differences.n} differences within 10% or 0.3 GiB.</p>`,
    table(
      "Training: what was measured, what never was",
      ["Stack", "Measured", "Never measured: the range is wider"],
      coverage.map(coverageRow),
    ),
    table(
      "Training: how far ranges reach where something was measured",
      ["Stack, total, recompute", "Cases", "Range"],
      ranges.map(rangeRow),
    ),
    "<p>Widths come from the residuals of families that were left out, by stack, total, recompute mode and features. Runs of a kind that nobody measured get a wider range.</p>",
    table(
      "Errors above 6%, and what would have to be known",
      ["Case", "Stack", "Total", "Error", "Term", "Needed"],
      largeErrors.map(errorRow),
    ),
    "</section>",
  ].join("\n");
}
