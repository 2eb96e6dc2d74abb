// The benchmark rows as their sources print them.
import fs from "node:fs";
import path from "node:path";
import type { MatmulPrecision } from "../../../src/catalog/mfuBenchmarks/benchmark";
import { gpus, type GpuRow } from "../../../src/catalog/gpus";
import { models } from "../../../src/catalog/models";
import { resolveModel } from "../../../src/catalog/models/resolve";
import { resolve } from "../../../src/catalog/table";
import type { Architecture } from "../../../src/engine/architecture";

type Line = Readonly<Record<string, string>>;

function read(file: string): readonly Line[] {
  const [head = "", ...lines] = fs.readFileSync(path.join(__dirname, file), "utf8").trim().split("\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell])));
}

const number = (line: Line, name: string): number => Number(line[name]);
const optional = (line: Line, name: string): number | undefined => (line[name] ? Number(line[name]) : undefined);

/** mosaicml/llm-foundry scripts/train/benchmarking/README.md, all 216 rows of its three GPUs. */
export interface MosaicRow {
  readonly gpu: string;
  readonly precision: MatmulPrecision;
  readonly model: string;
  readonly sequence: number;
  readonly gpus: number;
  /** In percent. */
  readonly mfu: number;
  readonly hfu: number;
  readonly tokensPerSecondPerGpu: number;
  readonly checkpointing: boolean;
  readonly parameters: number;
}

export const mosaicRows: readonly MosaicRow[] = read("mosaicml.csv").map((line) => ({
  gpu: line["gpu"] ?? "",
  precision: line["precision"] === "amp_fp8" ? "fp8" : "16 bit",
  model: `mosaic-${line["model"]}`,
  sequence: number(line, "sequence"),
  gpus: number(line, "gpus"),
  mfu: number(line, "mfu"),
  hfu: number(line, "hfu"),
  tokensPerSecondPerGpu: number(line, "tokensPerSecondPerGpu"),
  checkpointing: line["checkpointing"] === "1",
  parameters: number(line, "parameters"),
}));

export interface OtherRow {
  readonly source: string;
  readonly gpu: string;
  readonly precision: MatmulPrecision;
  /** Id in `models`, or the name in the source. */
  readonly model: string;
  readonly gpus: number | undefined;
  readonly sequence: number | undefined;
  readonly tokensPerSecondPerGpu: number | undefined;
  /** In percent, as printed. */
  readonly mfu: number | undefined;
  /** Megatron-Bridge's own count. */
  readonly modelTflops: number | undefined;
  readonly note: string;
  /** Cited: quoted from the paper without its table at hand. */
  readonly basis: "read" | "cited";
}

export const otherRows: readonly OtherRow[] = read("others.csv").map((line) => ({
  source: line["source"] ?? "",
  gpu: line["gpu"] ?? "",
  precision: line["dtype"] as MatmulPrecision,
  model: line["model"] ?? "",
  gpus: optional(line, "gpus"),
  sequence: optional(line, "sequence"),
  tokensPerSecondPerGpu: optional(line, "tokensPerSecondPerGpu"),
  mfu: optional(line, "mfu"),
  modelTflops: optional(line, "modelTflops"),
  note: line["note"] ?? "",
  basis: line["basis"] === "read" ? "read" : "cited",
}));

export function gpuRow(id: string): GpuRow {
  const found = resolve(gpus, id);
  if (found.kind !== "found") throw new Error(`no GPU ${id}`);
  return found.row;
}

export function architectureOf(id: string): Architecture {
  const found = resolveModel(id);
  if (found.kind !== "found") throw new Error(`no model ${id}`);
  return found.row.architecture;
}

export const isCataloged = (id: string): boolean => models.rows.some((row) => row.id === id);

/** llm-foundry's models learn one position per token of the sequence. */
export const mosaicArchitecture = ({ model, sequence }: MosaicRow): Architecture => ({
  ...architectureOf(model),
  learnedPositions: sequence,
});

/** Dense peak in TFLOPS. */
export function peakTflops(gpu: string, precision: MatmulPrecision): number {
  const { peakTflops: peaks } = gpuRow(gpu);
  const peak = precision === "16 bit" ? (peaks.bf16 ?? peaks.fp16) : peaks[precision];
  if (peak === undefined) throw new Error(`${gpu} has no ${precision} peak`);
  return peak;
}
