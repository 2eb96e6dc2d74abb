// Derives the table that the add-in ships from the full rows: one line per source, GPU, precision, kind and size class.
import type { MatmulPrecision, MfuBenchmark, Span } from "../../../src/catalog/mfuBenchmarks/benchmark";
import { modelWork, trainingFlopsPerToken } from "../../../src/engine/compute";
import { parameterCount } from "../../../src/engine/parameters";
import {
  architectureOf,
  isCataloged,
  mosaicArchitecture,
  type MosaicRow,
  mosaicRows,
  type OtherRow,
  otherRows,
  peakTflops,
} from "./rows";

/** Models that the catalog lacks: total parameters as their papers round them. */
const PAPER_SIZES: Readonly<Record<string, number>> = {
  "PaLM 540B": 540e9,
  "GLM-130B": 130e9,
  "Megatron-Core 2B": 2e9,
  "Megatron-Core 462B": 462e9,
};
/** TPU v3 is in no catalog. */
const LEFT_OUT = "Gopher 280B";

/** Upper bounds of the size classes, in parameters. */
const CLASSES = [1e9, 4e9, 20e9, 100e9, Infinity];
/** From here on llm-foundry's tables are "large scale". */
const LARGE_SCALE = 128;

interface Point {
  readonly source: string;
  readonly gpu: string;
  readonly precision: MatmulPrecision;
  readonly experts: boolean;
  readonly parameters: number;
  readonly gpus: number | undefined;
  readonly mfu: number;
  readonly basis: MfuBenchmark["basis"];
  readonly note: string;
}

const recomputed = (flopsPerToken: number, speed: number, gpu: string, precision: MatmulPrecision): number =>
  (flopsPerToken * speed) / (peakTflops(gpu, precision) * 1e12);

function mosaicPoint(row: MosaicRow): Point {
  const flops = trainingFlopsPerToken(modelWork(mosaicArchitecture(row), row.sequence, "full"));
  return {
    source: "mosaicml/llm-foundry scripts/train/benchmarking",
    gpu: row.gpu,
    precision: row.precision,
    experts: false,
    parameters: row.parameters,
    gpus: row.gpus,
    mfu: recomputed(flops, row.tokensPerSecondPerGpu, row.gpu, row.precision),
    basis: "recomputed",
    note: "",
  };
}

function otherPoint(row: OtherRow): Point {
  const architecture = isCataloged(row.model) ? architectureOf(row.model) : undefined;
  const shared = {
    gpu: row.gpu,
    precision: row.precision,
    gpus: row.gpus,
    source: sourceOf(row.source),
    note: noteOf(row),
    experts: Boolean(architecture?.experts),
    parameters: architecture ? parameterCount(architecture).total : (PAPER_SIZES[row.model] ?? NaN),
  };
  const speed = row.tokensPerSecondPerGpu;
  if (speed === undefined || !architecture) return { ...shared, mfu: (row.mfu ?? NaN) / 100, basis: "printed" };
  const flops = trainingFlopsPerToken(modelWork(architecture, row.sequence, "full"));
  return { ...shared, mfu: recomputed(flops, speed, row.gpu, row.precision), basis: "recomputed" };
}

/** Releases and pages of one benchmark belong together. */
const sourceOf = (source: string): string =>
  source.replace(/ benchmarks\/.*/, " benchmarks").replace(/(performance summary) .*/, "$1");

/** What the reader must know of a row; recipes and rounding are no such thing. */
function noteOf({ note, basis }: OtherRow): string {
  if (basis === "cited") return "cited, not read";
  return note.startsWith("a 500 W") ? note : "";
}

const points = (): readonly Point[] => [
  ...mosaicRows.map(mosaicPoint),
  ...otherRows.filter(({ model }) => model !== LEFT_OUT).map(otherPoint),
];

const sizeClass = (parameters: number): number => CLASSES.findIndex((bound) => parameters < bound);
const keyOf = (p: Point): string =>
  [p.source, p.basis, p.experts, p.gpu, p.precision, sizeClass(p.parameters), (p.gpus ?? 0) >= LARGE_SCALE].join("|");

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const [below, above] = [sorted[middle - 1] ?? NaN, sorted[middle] ?? NaN];
  return sorted.length % 2 ? above : (below + above) / 2;
}

const span = (values: readonly number[]): Span => [Math.min(...values), Math.max(...values)];
const threeDigits = (value: number): number => Number(value.toPrecision(3));

function condensed(group: readonly Point[]): MfuBenchmark {
  const [first] = group;
  if (!first) throw new Error("empty group");
  const sorted = group.map(({ mfu }) => mfu).sort((a, b) => a - b);
  const scale = group.map(({ gpus }) => gpus).filter((n) => n !== undefined);
  const [low, high] = span(sorted);
  return {
    source: first.source,
    gpu: first.gpu,
    precision: first.precision,
    experts: first.experts,
    parameters: span(group.map((p) => threeDigits(p.parameters))),
    gpus: scale.length ? span(scale) : null,
    rows: group.length,
    mfu: { likely: threeDigits(median(sorted)), low: threeDigits(low), high: threeDigits(high) },
    basis: first.basis,
    note: [...new Set(group.map(({ note }) => note))].join("; "),
  };
}

export function condensedBenchmarks(): readonly MfuBenchmark[] {
  const groups = new Map<string, Point[]>();
  for (const point of points()) groups.set(keyOf(point), [...(groups.get(keyOf(point)) ?? []), point]);
  return [...groups.values()].map(condensed);
}
