import { dtypes } from "../../../src/catalog/dtypes";
import { engineAt, engines } from "../../../src/catalog/engines";
import { resolveModel } from "../../../src/catalog/models";
import { resolve, type CatalogRow, type Resolved, type Table } from "../../../src/catalog/table";
import { weightStorage } from "../../../src/catalog/weightStorages";
import type { Architecture } from "../../../src/engine/architecture";
import type { ServingLayout, ServingLoad, ServingRun } from "../../../src/engine/serving/run";

export const GIB = 2 ** 30;

const found = <R>(resolved: Resolved<R>, text: string): R => {
  if (resolved.kind !== "found") throw new Error(`${text}: ${resolved.kind}`);
  return resolved.row;
};
const row = <R extends CatalogRow>(catalog: Table<R>, id: string): R => found(resolve(catalog, id), id);
export const model = (name: string): Architecture => found(resolveModel(name), name).architecture;
export const dtype = (id: string) => row(dtypes, id);
export const storage = (id: string) => weightStorage(dtype(id));
export const engine = (id: string, version: string | null = null) => engineAt(row(engines, id), version);

export interface Choices extends Partial<Omit<ServingRun, "architecture" | "engine" | "weights" | "layout">> {
  readonly architecture?: Architecture;
  readonly engine?: readonly [string, string | null];
  readonly weights?: string;
  readonly kv?: string;
  readonly layout?: Partial<ServingLayout>;
  readonly tokens?: { readonly sequences: number; readonly context: number };
}

const H100_80GB = 79.18 * GIB;

export function loadOf(sequences: number, context: number): ServingLoad {
  const lengths = { p50: context, p95: context, max: context };
  return { sequences, context: lengths, promptTokens: context, prefixHitRate: 0 };
}

/** A deployment on H100s; what is not chosen has the engine's defaults. */
export function runOf(name: string, choices: Choices = {}): ServingRun {
  const { engine: chosen = ["generic", null], weights = "bf16", kv = "bf16", layout, tokens, ...rest } = choices;
  return {
    architecture: choices.architecture ?? model(name),
    engine: engine(chosen[0], chosen[1]),
    weights: storage(weights),
    kvCache: dtype(kv),
    layout: { tp: 1, pp: 1, ep: 1, dp: 1, gpusPerNode: 8, ...layout },
    gpu: {
      usableBytes: H100_80GB,
      computeCapability: 9,
      bandwidth: 3.35e12,
      matmulFlops: 794e12,
      linkBandwidth: 450e9,
    },
    scheduler: {
      utilization: null,
      maxBatchedTokens: null,
      maxSequences: null,
      blockSize: null,
      chunkedPrefill: null,
      flashAttention: true,
      cudaGraphs: true,
    },
    load: loadOf(tokens?.sequences ?? 1, tokens?.context ?? 8192),
    lora: null,
    draft: null,
    logged: { nonTorchBytes: null, activationBytes: null, weightBytes: null, kvBudgetBytes: null },
    gpuLayers: null,
    efficiency: null,
    ...rest,
  };
}
