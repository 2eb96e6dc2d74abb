// The source text of src/engine/training/widths.generated.ts, as Prettier would lay it out.
import type { Widths } from "../../engine/training/range";

const DIGITS = 4;
const number = (value: number): string => String(Number(value.toPrecision(DIGITS)));
const text = (value: string): string => JSON.stringify(value);

export function widthsFile({ cells, features, below, above, unmeasured }: Widths): string {
  const cellLines = cells.map(
    ({ cell, scale, cases, families }) =>
      `    { cell: ${text(cell)}, scale: ${number(scale)}, cases: ${cases}, families: ${families} },`,
  );
  const featureLines = features.map(
    ({ feature, factor, cases, families }) =>
      `    { feature: ${text(feature)}, factor: ${number(factor)}, cases: ${cases}, families: ${families} },`,
  );
  return [
    "// Generated from residuals of the measured cases by `node dist/cli/widths.cjs`; src/cli/score/fitWidths.ts says how.",
    'import type { Widths } from "./range";',
    "",
    "export const WIDTHS: Widths = {",
    "  cells: [",
    ...cellLines,
    "  ],",
    "  features: [",
    ...featureLines,
    "  ],",
    `  below: ${number(below)},`,
    `  above: ${number(above)},`,
    `  unmeasured: ${number(unmeasured)},`,
    "};",
    "",
  ].join("\n");
}
