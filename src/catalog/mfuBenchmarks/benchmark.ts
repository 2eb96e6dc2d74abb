import type { Range } from "../../engine/memoryLine";

/** What the matmuls ran in: FP16 and BF16 have one peak on every GPU that has both. */
export type MatmulPrecision = "16 bit" | "fp8" | "fp4";

/** Smallest and largest of what was measured. */
export type Span = readonly [low: number, high: number];

/** Benchmark rows of one source, GPU, precision and size class, as one. */
export interface MfuBenchmark {
  readonly source: string;
  /** Id in `gpus`. */
  readonly gpu: string;
  readonly precision: MatmulPrecision;
  /** A mixture of experts: these reach far less. */
  readonly experts: boolean;
  /** Total parameters. */
  readonly parameters: Span;
  /** null where the source does not say. */
  readonly gpus: Span | null;
  readonly rows: number;
  /** Shares of the dense peak of `precision`; likely is the median. */
  readonly mfu: Range;
  /**
   * recomputed: from tokens per second, with attention counted as this engine counts it. printed: as the source says,
   * by its own count.
   */
  readonly basis: "recomputed" | "printed";
  readonly note: string;
}

type Compact = readonly [
  gpu: string,
  precision: MatmulPrecision,
  parameters: Span,
  gpus: Span | null,
  rows: number,
  low: number,
  median: number,
  high: number,
];

/** Benchmarks that share a source and how they were read. */
export const benchmarks = (
  source: string,
  basis: MfuBenchmark["basis"],
  kind: "dense" | "experts",
  note: string,
  groups: readonly Compact[],
): readonly MfuBenchmark[] =>
  groups.map(([gpu, precision, parameters, gpus, rows, low, likely, high]) => ({
    source,
    gpu,
    precision,
    experts: kind === "experts",
    parameters,
    gpus,
    rows,
    mfu: { likely, low, high },
    basis,
    note,
  }));
