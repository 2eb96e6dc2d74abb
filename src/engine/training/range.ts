// How far a measurement may lie from an estimate: generated widths, looked up.
import type { Range } from "../memoryLine";
import { cellsOf, featuresOf, type TrainingQuantity } from "./rangeKey";
import type { TrainingRun } from "./run";
import { WIDTHS } from "./widths.generated";

/** A cell of runs that resemble each other; scale = typical |measured ÷ predicted - 1|, leaning on the wider cell. */
export interface WidthCell {
  readonly cell: string;
  readonly scale: number;
  readonly cases: number;
  readonly families: number;
}

/** How much wider a feature makes a range. */
export interface WidthFeature {
  readonly feature: string;
  readonly factor: number;
  readonly cases: number;
  readonly families: number;
}

export interface Widths {
  readonly cells: readonly WidthCell[];
  readonly features: readonly WidthFeature[];
  /** Scales below and above the estimate that hold what was left out. */
  readonly below: number;
  readonly above: number;
  /** A cell or feature without a measurement. */
  readonly unmeasured: number;
}

export interface TrainingRange extends Range {
  /** The narrowest cell that was measured. */
  readonly cell: string;
  /** What about the run was never measured; the range is wider for it. */
  readonly unmeasured: readonly string[];
}

const CELLS: ReadonlyMap<string, WidthCell> = new Map(WIDTHS.cells.map((each) => [each.cell, each]));
const FACTORS: ReadonlyMap<string, number> = new Map(WIDTHS.features.map((each) => [each.feature, each.factor]));

/** likely · [1 - below·w, 1 + above·w], w = scale of the cell · widest feature · (wider where nothing was measured). */
export function trainingRange(run: TrainingRun, quantity: TrainingQuantity, likely: number): TrainingRange {
  const path = cellsOf(run, quantity);
  const narrowest = path.reduce((found, cell) => CELLS.get(cell) ?? found, NO_CELL);
  const features = featuresOf(run);
  const factor = features.reduce((widest, feature) => Math.max(widest, FACTORS.get(feature) ?? 1), 1);
  const unknown = features.filter((feature) => !FACTORS.has(feature)) as string[];
  const unmeasured = narrowest.cell === path[path.length - 1] ? unknown : [path[path.length - 1] ?? "", ...unknown];
  const width = narrowest.scale * factor * (unmeasured.length > 0 ? WIDTHS.unmeasured : 1);
  return {
    likely,
    low: likely * (1 - WIDTHS.below * width),
    high: likely * (1 + WIDTHS.above * width),
    cell: narrowest.cell,
    unmeasured,
  };
}

const NO_CELL: WidthCell = { cell: "", scale: 0, cases: 0, families: 0 };
