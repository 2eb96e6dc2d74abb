/** How well the estimates agree with published measurements of one stack, in percent of the measured figure. */
export interface AccuracyRow {
  readonly stack: string;
  readonly cases: number;
  readonly families: number;
  readonly medianErrorPct: number;
  readonly p90ErrorPct: number;
  readonly signedMeanPct: number;
  readonly insideRangePct: number;
}
