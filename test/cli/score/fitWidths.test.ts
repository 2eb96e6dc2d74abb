import { expect, test } from "@jest/globals";
import { fitScales, type Residual } from "../../../src/cli/score/fitScales";
import { fitWidths } from "../../../src/cli/score/fitWidths";
import { widthsFile } from "../../../src/cli/score/widthsFile";

/** A fixed sequence that looks like noise: fractions of multiples of the golden ratio, as a triangle around 0. */
const noise = (i: number) => ((i * 0.618034) % 1) + ((i * 0.754878) % 1) - 1;
const rows = (families: number, scale: (i: number) => number, changes: (i: number) => Partial<Residual> = () => ({})) =>
  Array.from({ length: families * 4 }, (_, i): Residual => ({
    family: `f${i % families}`,
    cells: ["", "stack", "stack/allocated"],
    features: [],
    residual: scale(i) * noise(i + 1),
    ...changes(i),
  }));

test("a range holds nearly all of what it was not made from", () => {
  const { cells, below, above } = fitWidths(rows(20, () => 0.05));
  const scale = cells[cells.length - 1]?.scale ?? 0;
  const fresh = Array.from({ length: 400 }, (_, i) => 0.05 * noise(i + 1000));
  const held = fresh.filter((residual) => -below * scale <= residual && residual <= above * scale);
  expect(held.length / fresh.length).toBeGreaterThan(0.93);
});

test("a cell of one family leans on the wider cell", () => {
  const one = rows(
    1,
    () => 1,
    () => ({ family: "odd", cells: ["", "odd"], residual: 0.2 }),
  );
  const { cells } = fitScales([...rows(20, () => 0.01), ...one], { cells: 1, features: 1, apart: 1 });
  expect(cells.get("odd")?.scale).toBeCloseTo((0.2 + (cells.get("")?.scale ?? 0)) / 2, 6);
});

test("a feature that goes with larger residuals widens, one that does not leaves the width alone", () => {
  const widths = fitWidths(
    rows(
      20,
      (i) => (i % 2 ? 0.01 : 0.04),
      (i) => ({ features: i % 2 ? ["calm"] : ["rough"] }),
    ),
  );
  const factors = Object.fromEntries(widths.features.map(({ feature, factor }) => [feature, factor]));
  expect(factors["calm"]).toBe(1);
  expect(factors["rough"]).toBeGreaterThan(1.3);
});

test("sides are apart: with residuals above only the range reaches further up", () => {
  const widths = fitWidths(
    rows(
      20,
      () => 1,
      (i) => ({ residual: 0.03 * Math.abs(noise(i + 1)) }),
    ),
  );
  expect(widths.above).toBeGreaterThan(1.5 * widths.below);
  expect(widths.below).toBeGreaterThan(0);
});

test("the file lists what was fitted", () => {
  const text = widthsFile(fitWidths(rows(5, () => 0.05)));
  expect(text).toMatch(/\{ cell: "stack\/allocated", scale: 0\.0\d+, cases: 20, families: 5 \},/);
});
