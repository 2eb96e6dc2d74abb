// How large residuals usually are, by cell and by feature: means over families that lean on something wider.
import type { WidthCell, WidthFeature } from "../../engine/training/range";
import { groupBy, mean } from "./statistics";

export interface Residual {
  readonly family: string;
  /** From the widest to the narrowest. */
  readonly cells: readonly string[];
  readonly features: readonly string[];
  /** measured ÷ predicted - 1. */
  readonly residual: number;
}

/** A mean weighs as much as its families, what it leans on as much as so many. */
export interface Priors {
  readonly cells: number;
  readonly features: number;
  /** How far scales are told apart: 1 as they are, 0 all alike. Few families say little, and large ones regress. */
  readonly apart: number;
}

export interface Scales {
  readonly cells: ReadonlyMap<string, WidthCell>;
  readonly features: ReadonlyMap<string, WidthFeature>;
}

const familiesOf = (rows: readonly Residual[]) => [...groupBy(rows, ({ family }) => family).values()];
/** Mean over families of each family's mean. */
const overFamilies = (rows: readonly Residual[], value: (row: Residual) => number): number =>
  mean(familiesOf(rows).map((family) => mean(family.map(value))));
const leaning = (own: number, families: number, wider: number, prior: number): number =>
  (own * families + wider * prior) / (families + prior);
const rowsAt = (rows: readonly Residual[], level: number) => rows.filter((row) => row.cells.length > level);

function fitCells(
  rows: readonly Residual[],
  prior: number,
  factorOf: (row: Residual) => number,
): ReadonlyMap<string, WidthCell> {
  const cells = new Map<string, WidthCell>();
  const depth = Math.max(...rows.map((row) => row.cells.length));
  for (let level = 0; level < depth; level++)
    for (const [cell, members] of groupBy(rowsAt(rows, level), (row) => row.cells[level] as string)) {
      const families = familiesOf(members).length;
      const own = overFamilies(members, (row) => Math.abs(row.residual) / factorOf(row));
      const wider = cells.get(members[0]?.cells[level - 1] ?? "none")?.scale ?? own;
      cells.set(cell, { cell, scale: leaning(own, families, wider, prior), cases: members.length, families });
    }
  return cells;
}

const narrowest = (cells: ReadonlyMap<string, WidthCell>, row: Residual): WidthCell =>
  row.cells.reduce((found, cell) => cells.get(cell) ?? found, cells.get("") as WidthCell);

/** How the residuals of runs with a feature compare with their cells'; never below 1, leaning on 1. */
function fitFeatures(
  rows: readonly Residual[],
  prior: number,
  cells: ReadonlyMap<string, WidthCell>,
): ReadonlyMap<string, WidthFeature> {
  const features = [...new Set(rows.flatMap((row) => row.features))];
  return new Map(
    features.map((feature) => {
      const members = rows.filter((row) => row.features.includes(feature));
      const families = familiesOf(members).length;
      const own = overFamilies(members, (row) => Math.abs(row.residual) / narrowest(cells, row).scale);
      const factor = Math.max(1, leaning(own, families, 1, prior));
      return [feature, { feature, factor, cases: members.length, families }] as const;
    }),
  );
}

const widest = (features: ReadonlyMap<string, WidthFeature>, row: Residual): number =>
  row.features.reduce((factor, feature) => Math.max(factor, features.get(feature)?.factor ?? 1), 1);

/** Cells without what their features explain, then the features against these cells: two rounds settle both. */
export function fitScales(rows: readonly Residual[], priors: Priors): Scales {
  let features: ReadonlyMap<string, WidthFeature> = new Map();
  let cells = fitCells(rows, priors.cells, () => 1);
  for (let round = 0; round < 2; round++) {
    const settled = fitFeatures(rows, priors.features, cells);
    cells = fitCells(rows, priors.cells, (row) => widest(settled, row));
    features = settled;
  }
  return tempered({ cells, features }, priors.apart);
}

/** Every scale nearer to the common one, s·(scale ÷ s)^apart, and every factor nearer to 1. */
function tempered({ cells, features }: Scales, apart: number): Scales {
  const common = (cells.get("") as WidthCell).scale;
  const nearer = (scale: number) => common * (scale / common) ** apart;
  return {
    cells: new Map([...cells].map(([name, cell]) => [name, { ...cell, scale: nearer(cell.scale) }])),
    features: new Map([...features].map(([name, each]) => [name, { ...each, factor: each.factor ** apart }])),
  };
}

/** The scale that others give a run, and whether they have its cell and all its features. */
export function scaleOf({ cells, features }: Scales, row: Residual): { scale: number; measured: boolean } {
  const measured =
    cells.has(row.cells[row.cells.length - 1] ?? "") && row.features.every((feature) => features.has(feature));
  return { scale: narrowest(cells, row).scale * widest(features, row), measured };
}
