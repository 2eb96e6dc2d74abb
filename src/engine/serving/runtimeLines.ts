// Lines of what lies outside the allocator.
import type { Basis, Range } from "../memoryLine";
import type { ServingRun } from "./run";
import {
  COMMUNICATOR_GROUP,
  COMMUNICATOR_PAIR,
  CUDA_CONTEXT,
  CUDA_GRAPHS,
  LIBRARIES,
  type RuntimeConstant,
} from "./runtime";
import type { StageMemory } from "./stageMemory";

/** A line before it is known whether its component is used at all. */
export interface Explained {
  readonly component: string;
  readonly range: Range;
  readonly formula: string;
  readonly basis: Exclude<Basis, "not used">;
  readonly source: string;
}

const constantLine = (range: Range, constant: RuntimeConstant, formula: string): Explained => ({
  component: constant.name,
  range,
  formula,
  basis: "empirical",
  source: `${constant.source}; ${constant.witnesses}`,
});

export function runtimeLines(run: ServingRun, memory: StageMemory): readonly Explained[] {
  const { context, nonTorch, graphs } = memory.runtime;
  const ranks = run.layout.tp * run.layout.pp;
  const communicator = ranks === 2 ? COMMUNICATOR_PAIR : COMMUNICATOR_GROUP;
  const source = ranks === 1 ? LIBRARIES.source : `${LIBRARIES.source}; ${communicator.source}`;
  const logged = run.logged.nonTorchBytes !== null;
  return [
    constantLine(context, CUDA_CONTEXT, "per process"),
    {
      component: "libraries and communicators",
      range: nonTorch,
      formula: logged ? "as logged" : `${ranks} ranks`,
      basis: logged ? "exact" : "empirical",
      source,
    },
    constantLine(graphs, CUDA_GRAPHS, "decode batches captured"),
  ];
}
