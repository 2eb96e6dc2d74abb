// Memory outside PyTorch's allocator, which no formula gives: one table of constants, each with its source.
import { addRanges, exactly, type Range } from "../memoryLine";
import { fromUnit } from "../units";
import type { ServingRun } from "./run";

export interface RuntimeConstant {
  readonly name: string;
  readonly gib: Range;
  readonly basis: "empirical";
  readonly source: string;
  readonly witnesses: string;
}

const constant = (name: string, likely: number, low: number, high: number, source: string, witnesses: string) =>
  ({ name, gib: { likely, low, high }, basis: "empirical", source, witnesses }) as const;

export const CUDA_CONTEXT: RuntimeConstant = constant(
  "CUDA context",
  0.5,
  0.4,
  1.3,
  "stas00/ml-engineering training/performance: 0.47 GiB lazy to 0.92 eager",
  "A100 and H100, torch 2.1",
);

export const LIBRARIES: RuntimeConstant = constant(
  "kernels and libraries loaded on the first pass",
  0.15,
  0.01,
  0.4,
  "vLLM logs non_torch_memory, one GPU",
  "cards of 15 to 80 GiB: between almost nothing and a quarter of a GiB",
);

export const COMMUNICATOR_PAIR: RuntimeConstant = constant(
  "communicators of 2 ranks",
  0.33,
  0.2,
  0.7,
  "ai-dynamo/aiconfigurator systems/*.yaml nccl_mem: 342 MiB",
  "NCCL ≥ 2.22 connects lazily; measured 0.5-0.7 GiB per eager communicator",
);

export const COMMUNICATOR_GROUP: RuntimeConstant = constant(
  "communicators of more ranks",
  0.38,
  0.2,
  1.4,
  "ai-dynamo/aiconfigurator systems/*.yaml nccl_mem: 392 MiB for 4 to 8 GPUs",
  "NCCL ≥ 2.22 connects lazily; measured 0.5-0.7 GiB per eager communicator",
);

export const CUDA_GRAPHS: RuntimeConstant = constant(
  "CUDA graphs",
  0.5,
  0.05,
  2,
  'vLLM and SGLang logs "Graph capturing finished … took"',
  "logs between a tenth of a GiB and one GiB; 2 GiB remembered, not read",
);

/** How much of the device's free memory loading takes beside the tensors: kernels, communicators. */
const LOAD_GROWTH: RuntimeConstant = constant(
  "context growth while loading",
  0,
  0,
  0.25,
  'SGLang logs "Load weight end … mem usage" minus the segments of the tensors',
  "segments alone in two logs, some more in a third: cause open",
);

const inBytes = ({ gib }: RuntimeConstant): Range => ({
  likely: fromUnit(gib.likely, "GiB"),
  low: fromUnit(gib.low, "GiB"),
  high: fromUnit(gib.high, "GiB"),
});

export interface RuntimeMemory {
  readonly context: Range;
  /** What the engine subtracts from its budget as memory outside the allocator. */
  readonly nonTorch: Range;
  readonly graphs: Range;
}

const ranksOf = ({ layout }: ServingRun): number => layout.tp * layout.pp * (layout.ep > 1 ? layout.dp : 1);

export function runtimeMemory(run: ServingRun): RuntimeMemory {
  const { engine, logged, scheduler } = run;
  const ranks = ranksOf(run);
  const communicators = ranks === 1 ? exactly(0) : inBytes(ranks === 2 ? COMMUNICATOR_PAIR : COMMUNICATOR_GROUP);
  return {
    context: inBytes(CUDA_CONTEXT),
    nonTorch:
      logged.nonTorchBytes === null ? addRanges([inBytes(LIBRARIES), communicators]) : exactly(logged.nonTorchBytes),
    graphs: engine.cudaGraphs && scheduler.cudaGraphs ? inBytes(CUDA_GRAPHS) : exactly(0),
  };
}

export const loadGrowth = (): Range => inBytes(LOAD_GROWTH);
