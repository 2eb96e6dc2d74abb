// TransformerEngine from 2.8 on caches one dummy weight gradient per shape and dtype; equal shapes share it.
import type { Architecture } from "../architecture";
import { layerTensors } from "../parameters";
import type { ParameterTensor } from "../tensors";
import type { Stage } from "./pipeline";
import { splitOverTp } from "./rankParameters";
import type { TrainingRun } from "./run";

/** Projections that are stored as one matrix. */
const FUSED: Readonly<Record<string, string>> = {
  q_proj: "qkv",
  k_proj: "qkv",
  v_proj: "qkv",
  gate_proj: "fc1",
  up_proj: "fc1",
};

interface Fused {
  readonly key: string;
  readonly part: ParameterTensor["part"];
  readonly rows: number;
  readonly columns: number;
  readonly split: boolean;
}

const cache = new WeakMap<Architecture, { readonly dense: readonly Fused[]; readonly sparse: readonly Fused[] }>();

function fusedMatrices(a: Architecture) {
  const known = cache.get(a);
  if (known) return known;
  const value = {
    dense: fuse(layerTensors(a, { all: 1, dense: 1, sparse: 0 })),
    sparse: a.experts ? fuse(layerTensors(a, { all: 1, dense: 0, sparse: 1 })) : [],
  };
  cache.set(a, value);
  return value;
}

function fuse(tensors: readonly ParameterTensor[]): readonly Fused[] {
  const matrices = new Map<string, Fused>();
  for (const tensor of tensors) {
    const [rows = 0, columns = 0] = tensor.shape;
    if (tensor.shape.length !== 2 || tensor.part === "router" || rows * columns * tensor.copies === 0) continue;
    const key = `${tensor.part}/${FUSED[tensor.name] ?? tensor.name}`;
    const before = matrices.get(key)?.rows ?? 0;
    matrices.set(key, { key, part: tensor.part, rows: rows + before, columns, split: splitOverTp(tensor) });
  }
  return [...matrices.values()];
}

/** Parameters of the distinct shapes on a stage. */
export function dummyGradients(run: TrainingRun, { chunks }: Stage): number {
  const { dense, sparse } = fusedMatrices(run.architecture);
  const shapes = new Map<string, number>();
  const add = (matrices: readonly Fused[]) => {
    for (const { part, rows, columns, split } of matrices) {
      const ways = part === "experts" ? run.parallel.etp : split ? run.parallel.tp : 1;
      shapes.set(`${rows}x${columns}`, (rows * columns) / ways);
    }
  };
  if (chunks.some((chunk) => chunk.dense > 0)) add(dense);
  if (chunks.some((chunk) => chunk.sparse > 0 || chunk.mtp > 0)) add(sparse);
  let sum = 0;
  for (const parameters of shapes.values()) sum += parameters;
  return sum;
}
