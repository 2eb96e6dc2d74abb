// Widths of ranges from residuals. Every scale is a mean over families, leaning on the next wider cell; what turns a scale
// into a range comes from residuals of families that were left out of the scale (leave-one-family-out), side by side.
// How much is leaned is chosen by the interval score of the families left out.
import type { Widths } from "../../engine/training/range";
import { fitScales, scaleOf, type Priors, type Residual, type Scales } from "./fitScales";
import { ALPHA } from "./metrics";
import { groupBy, mean, quantile, share } from "./statistics";

/**
 * Shares of left-out measurements that a range holds, on one side and in all. More than 95%, because the engine was worked
 * out with these cases in view: others will lie further off.
 */
const HOLDS = { side: 0.985, both: 0.965 };
/** What is tried. */
const CANDIDATES: readonly Priors[] = [1, 2, 4].flatMap((cells) =>
  [4, 16].flatMap((features) => [0.25, 0.5, 0.75, 1].map((apart) => ({ cells, features, apart }))),
);

interface LeftOut {
  readonly residual: number;
  /** As the other families give it. */
  readonly scale: number;
  /** The other families have the cell and every feature. */
  readonly measured: boolean;
}

function leftOut(rows: readonly Residual[], priors: Priors): readonly LeftOut[] {
  return [...groupBy(rows, ({ family }) => family)].flatMap(([name, family]) => {
    const scales = fitScales(
      rows.filter((row) => row.family !== name),
      priors,
    );
    return family.map((row) => ({ residual: row.residual, ...scaleOf(scales, row) }));
  });
}

interface Reach {
  readonly below: number;
  readonly above: number;
  readonly unmeasured: number;
}

/**
 * Scales that hold the residuals on each side. Few residuals say little of one side: it leans on both together. What was
 * never measured is as wide as the worst of those that the others had nothing like.
 */
function reachOf(rows: readonly LeftOut[]): Reach {
  const ratios = rows.filter(({ measured }) => measured).map(({ residual, scale }) => residual / scale);
  const both = quantile(ratios.map(Math.abs), HOLDS.both);
  const side = (signed: readonly number[]) => mean([Math.max(0, quantile(signed, HOLDS.side)), both]);
  const above = side(ratios);
  const below = side(ratios.map((ratio) => -ratio));
  const beyond = rows
    .filter(({ measured }) => !measured)
    .map(({ residual, scale }) => Math.abs(residual) / scale / (residual < 0 ? below : above));
  return { below, above, unmeasured: Math.max(1, ...beyond) };
}

/** The interval score of what was left out, relative to predictions. */
function lossOf(rows: readonly LeftOut[], { below, above, unmeasured }: Reach): number {
  return mean(
    rows.map(({ residual, scale, measured }) => {
      const width = measured ? scale : scale * unmeasured;
      const outside = Math.max(0, residual - above * width, -residual - below * width);
      return (below + above) * width + (2 / ALPHA) * outside;
    }),
  );
}

/** The share of the rows that the ranges made from them hold. */
function holds(rows: readonly Residual[], scales: Scales, { below, above }: Reach): number {
  return share(
    rows.map((row) => {
      const { scale } = scaleOf(scales, row);
      return -below * scale <= row.residual && row.residual <= above * scale;
    }),
  );
}

/** Of the candidates that hold what they were made from, the one with the best score on what was left out. */
export function fitWidths(rows: readonly Residual[]): Widths {
  const tried = CANDIDATES.map((priors) => {
    const left = leftOut(rows, priors);
    const reach = reachOf(left);
    const scales = fitScales(rows, priors);
    return { scales, reach, loss: lossOf(left, reach), holds: holds(rows, scales, reach) };
  });
  const enough = tried.filter((each) => each.holds >= HOLDS.both);
  const candidates = enough.length > 0 ? enough : tried;
  const { scales, reach } = candidates.reduce((least, each) => (each.loss < least.loss ? each : least));
  return { cells: [...scales.cells.values()], features: [...scales.features.values()], ...reach };
}
