// The benchmark that comes nearest to a plan: a default MFU with its source and its spread.
import type { Range } from "../../engine/memoryLine";
import { type ComputeDtype, gpus, type GpuRow } from "../gpus";
import type { MatmulPrecision, MfuBenchmark, Span } from "./benchmark";
import { mfuBenchmarks } from "./rows";

export interface MfuQuestion {
  readonly gpu: GpuRow;
  /** What the matmuls run in. */
  readonly dtype: ComputeDtype;
  /** Total parameters, with experts those of all experts. */
  readonly parameters: number;
  readonly experts: boolean;
  readonly gpus: number;
}

/** How near the GPU of the benchmark is: the same, one of its architecture, or only one of its vendor. */
export type GpuMatch = "same GPU" | "same architecture" | "same vendor";
const MATCHES: readonly GpuMatch[] = ["same GPU", "same architecture", "same vendor"];

/** What nobody trains in (TF32, INT8) has no benchmarks. */
const BENCHMARKED: Partial<Readonly<Record<ComputeDtype, MatmulPrecision>>> = {
  fp16: "16 bit",
  bf16: "16 bit",
  fp8: "fp8",
  fp4: "fp4",
};

export interface NearestMfu {
  readonly benchmark: MfuBenchmark;
  readonly match: GpuMatch;
  /** The benchmark's median, and a spread that may come from its peers. */
  readonly mfu: Range;
}

/** With fewer rows low and high say nothing about spread. */
const ROWS_FOR_A_SPREAD = 3;

/**
 * Nearest by GPU first, then by size and scale. Precision and kind must agree: an MFU is a share of that precision's peak,
 * and experts reach about half of it. undefined: nobody measured this, so an MFU must be given.
 */
export function nearestMfu(asked: MfuQuestion, known = mfuBenchmarks): NearestMfu | undefined {
  const alike = known.filter((one) => one.precision === BENCHMARKED[asked.dtype] && one.experts === asked.experts);
  for (const match of MATCHES) {
    const peers = alike.filter((one) => gpuMatch(gpuOf(one), asked.gpu) === match);
    const [benchmark] = [...peers].sort((a, b) => distance(a, asked) - distance(b, asked));
    if (benchmark) return { benchmark, match, mfu: spreadOf(benchmark, peers, alike) };
  }
  return undefined;
}

const gpuOf = (one: MfuBenchmark): GpuRow | undefined => gpus.rows.find(({ id }) => id === one.gpu);

function gpuMatch(row: GpuRow | undefined, asked: GpuRow): GpuMatch | undefined {
  if (row === undefined || row.vendor !== asked.vendor) return undefined;
  if (row.id === asked.id) return "same GPU";
  return row.architecture === asked.architecture ? "same architecture" : "same vendor";
}

/** A reservation about a benchmark weighs as much as four times the size. */
const RESERVATION = 2;

/** Doublings of size, half as much for each doubling of the number of GPUs, years between the GPUs. More rows win a tie. */
const distance = (one: MfuBenchmark, asked: MfuQuestion): number =>
  doublings(one.parameters, asked.parameters) +
  (one.gpus === null ? 1 : doublings(one.gpus, asked.gpus) / 2) +
  Math.abs((gpuOf(one)?.year ?? 0) - asked.gpu.year) +
  (one.note ? RESERVATION : 0) -
  one.rows / 1e6;

/** 0 within the span. */
function doublings([low, high]: Span, value: number): number {
  if (value < low) return Math.log2(low / value);
  return value > high ? Math.log2(value / high) : 0;
}

/** The benchmark's own spread, or of all on such GPUs, or of all of the kind: the first with enough rows to have one. */
function spreadOf(benchmark: MfuBenchmark, peers: readonly MfuBenchmark[], alike: readonly MfuBenchmark[]): Range {
  const wideEnough = [[benchmark], peers].find((group) => rowsIn(group) >= ROWS_FOR_A_SPREAD) ?? alike;
  return {
    likely: benchmark.mfu.likely,
    low: Math.min(...wideEnough.map(({ mfu }) => mfu.low)),
    high: Math.max(...wideEnough.map(({ mfu }) => mfu.high)),
  };
}

const rowsIn = (group: readonly MfuBenchmark[]): number => group.reduce((sum, { rows }) => sum + rows, 0);
