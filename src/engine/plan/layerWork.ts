// Work of one layer, per token, by what is multiplied.
import { loraParameters } from "../adapters";
import { attentionCoreFlops } from "../attentionFlops";
import { layerCounts, type Architecture } from "../architecture";
import { modelWork, trainingFlopsPerToken } from "../compute";
import { layerTensors, linearTensors } from "../parameters";
import type { Recompute, SavedOperator, TrainingRun } from "../training/run";

/** Parameters that a token is multiplied with in a layer: 2 FLOPs each in forward. */
export interface LayerWork {
  /** Attention, dense or shared MLP, router; by name for what is recomputed apart. */
  readonly dense: number;
  readonly byName: ReadonlyMap<string, number>;
  /** Of the chosen experts. */
  readonly routed: number;
  readonly shared: number;
  readonly mlp: number;
}

export interface PlanWork {
  readonly layers: { readonly dense: number; readonly sparse: number };
  readonly denseLayer: LayerWork;
  readonly sparseLayer: LayerWork;
  /** FLOPs of the attention core in a layer's forward, per token, the causal half. */
  readonly core: number;
  readonly head: number;
  /** Of training, without recompute, attention in full: what MFU counts. */
  readonly flopsPerToken: number;
}

export function planWork(run: TrainingRun): PlanWork {
  const { architecture: a, sequence } = run;
  return {
    layers: layerCounts(a),
    denseLayer: layerWork(a, false),
    sparseLayer: layerWork(a, true),
    core: attentionCoreFlops(a, sequence, "causal") / a.numHiddenLayers,
    head: a.lmHead ? a.vocabSize * a.hiddenSize : 0,
    flopsPerToken: trainingFlopsPerToken({ ...modelWork(a, sequence, "full"), ...adapters(run) }),
  };
}

/** A frozen base has no gradients of weights: what MFU counts is less. */
function adapters({ lora, architecture }: TrainingRun): { readonly adapterParameters?: number } {
  if (!lora) return {};
  const adapted = linearTensors(architecture).filter(({ name }) => lora.targets.includes(name));
  return { adapterParameters: loraParameters(adapted, lora.rank) };
}

function layerWork(a: Architecture, sparse: boolean): LayerWork {
  const matrices = layerTensors(a, { all: 1, dense: sparse ? 0 : 1, sparse: sparse ? 1 : 0 }).filter(
    ({ shape }) => shape.length === 2,
  );
  const byName = new Map<string, number>();
  const byPart = new Map<string, number>();
  for (const { name, part, shape, activeCopies } of matrices) {
    const multiplied = (shape[0] ?? 0) * (shape[1] ?? 0) * activeCopies;
    if (part !== "experts") byName.set(name, (byName.get(name) ?? 0) + multiplied);
    byPart.set(part, (byPart.get(part) ?? 0) + multiplied);
  }
  const of = (part: string) => byPart.get(part) ?? 0;
  const dense = of("attention") + of("mlp") + of("sharedExperts") + of("router");
  return { dense, byName, routed: of("experts"), shared: of("sharedExperts"), mlp: of("mlp") };
}

/** What of a layer's forward runs a second time. */
export interface Recomputed {
  readonly dense: number;
  readonly routed: number;
  /** Share of whole layers. */
  readonly all: number;
  /** Shares of the attention core, and of the collectives of tensor and expert parallelism. */
  readonly core: number;
  readonly tensor: number;
  readonly expert: number;
}

const NOTHING: Recomputed = { dense: 0, routed: 0, all: 0, core: 0, tensor: 0, expert: 0 };
/** Matrices behind torchtitan's names; the last product of a block is needed by no backward. */
const MATRICES: readonly (readonly [SavedOperator, string])[] = [
  ["wq", "q_proj"],
  ["wk", "k_proj"],
  ["wv", "v_proj"],
  ["wo", "o_proj"],
  ["w1", "gate_proj"],
  ["w3", "up_proj"],
];

export function recomputed(recompute: Recompute, work: LayerWork, layersPerStage: number): Recomputed {
  switch (recompute.kind) {
    case "none":
      return NOTHING;
    case "sqrt":
      return wholly(work, 1);
    case "everyNth":
      return wholly(work, 1 / recompute.n);
    case "full":
      return wholly(work, recompute.method === "block" ? Math.min(1, recompute.layers / layersPerStage) : 1);
    case "selectiveAttention":
      return { ...NOTHING, core: 1 };
    case "selectiveOps":
      return ofOperators(recompute.saved, work);
    case "modules":
      return recompute.modules.map((module) => ofModule(module, work)).reduce(add, NOTHING);
    default:
      return recompute satisfies never;
  }
}

function ofOperators(saved: readonly SavedOperator[], { byName, routed }: LayerWork): Recomputed {
  let dense = 0;
  for (const [operator, name] of MATRICES) if (!saved.includes(operator)) dense += byName.get(name) ?? 0;
  return { ...NOTHING, dense, routed, core: saved.includes("sdpa") ? 0 : 1, tensor: 0.5, expert: 1 };
}

type Module = Extract<Recompute, { kind: "modules" }>["modules"][number];

/** Norms and the experts' activation are no products: their second run is in no count. */
function ofModule(module: Module, { byName, routed, shared, mlp }: LayerWork): Recomputed {
  switch (module) {
    case "core_attn":
      return { ...NOTHING, core: 1 };
    case "mla_up_proj":
      return { ...NOTHING, dense: (byName.get("q_b_proj") ?? 0) + (byName.get("kv_b_proj") ?? 0) };
    case "mlp":
      return { ...NOTHING, dense: mlp, tensor: mlp > 0 ? 0.5 : 0 };
    case "moe":
      return { ...NOTHING, dense: shared, routed, expert: 1 };
    case "shared_experts":
      return { ...NOTHING, dense: shared };
    case "layernorm":
    case "moe_act":
      return NOTHING;
    default:
      return module satisfies never;
  }
}

const wholly = ({ dense, routed }: LayerWork, share: number): Recomputed => ({
  dense: dense * share,
  routed: routed * share,
  all: share,
  core: share,
  tensor: share,
  expert: share,
});

const add = (a: Recomputed, b: Recomputed): Recomputed => ({
  dense: a.dense + b.dense,
  routed: a.routed + b.routed,
  all: a.all + b.all,
  core: a.core + b.core,
  tensor: a.tensor + b.tensor,
  expert: a.expert + b.expert,
});
