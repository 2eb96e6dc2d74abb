// What autograd keeps of one layer, operator by operator, in bytes per token on one rank.
import type { Experts } from "../architecture";
import { adapterSaved, trainsLinear } from "./adapterSaved";
import { attentionSaved } from "./attentionSaved";
import type { RankShape } from "./shape";
import type { TrainingRun } from "./run";
import { CONSTANTS } from "./constants";

/** What a tensor belongs to, as far as recomputation distinguishes. */
export type SavedGroup =
  | "norm input"
  | "norm output"
  | "latent"
  | "projections"
  | "scores"
  | "attention output"
  | "masks"
  | "mlp"
  | "router"
  | "expert input"
  | "expert"
  | "expert activation"
  | "shared expert"
  | "adapters";

export interface Saved {
  readonly name: string;
  readonly group: SavedGroup;
  readonly bytesPerToken: number;
}

export const saved = (name: string, group: SavedGroup, bytesPerToken: number): Saved => ({
  name,
  group,
  bytesPerToken,
});

/** Mean and 1/σ of a LayerNorm, 1/rms of an RMSNorm, in fp32. */
const STATISTICS = { layernorm: 8, layernormNoBias: 8, none: 8, rmsnorm: 4 } as const;
const FP32 = 4;

/** Everything that one layer keeps, of a kind. A tensor that two operators read is listed once. */
export function layerSaved(run: TrainingRun, shape: RankShape, sparse: boolean): readonly Saved[] {
  const e = run.architecture.experts;
  return [
    ...normsSaved(run, shape),
    ...attentionSaved(run, shape),
    ...(run.dropout ? [saved("masks of hidden dropout", "masks", (2 * shape.h) / shape.sp)] : []),
    ...(sparse && e ? expertsSaved(run, shape, e) : mlpSaved(run, shape, run.architecture.intermediateSize, "mlp")),
    ...adapterSaved(run, shape),
  ].filter((each) => each.bytesPerToken > 0);
}

/** n norms: what each reads, and what each hands to the products behind it. */
function normsSaved(run: TrainingRun, shape: RankShape): readonly Saved[] {
  const n = run.architecture.normsPerLayer;
  return [
    saved("inputs of the norms", "norm input", n * normInputBytes(run, shape)),
    saved("outputs of the norms, inputs of products", "norm output", n * normOutputBytes(run, shape)),
  ];
}

/** One kernel keeps the 16-bit input; primitive operations an fp32 copy, and for the weight's gradient its normalized form. */
export function normInputBytes(run: TrainingRun, { h, sp, stream, fusedNorm }: RankShape): number {
  const statistics = STATISTICS[run.architecture.norm];
  const normalized = run.lora ? 0 : Math.max(stream, run.stack.normalizedBytes);
  const input = fusedNorm ? stream * h : (FP32 + normalized) * h;
  return (input + statistics) / sp;
}

function normOutputBytes(run: TrainingRun, { h, mi, inputs }: RankShape): number {
  return trainsLinear(run) ? (mi * h) / inputs : 0;
}

/** Gated: gate, up and their product, as well as the activation where it is an operator of its own. */
export function mlpSaved(run: TrainingRun, shape: RankShape, f: number, group: SavedGroup): readonly Saved[] {
  const { w, mi, tp, fusedMlp } = shape;
  const inner = run.architecture.gated ? (fusedMlp ? 2 : 3) : 1;
  return [
    saved("inputs of the MLP's activation and product", group, (w * inner * f) / tp),
    saved("input of the down projection", group, trainsLinear(run) ? (mi * f) / tp : 0),
  ];
}

/** Rows of tokens that the experts of one rank compute, per token of the rank. */
export function routedRows(run: TrainingRun, { sp }: RankShape, e: Experts): number {
  return ((e.numExpertsPerTok * (run.experts.capacityFactor ?? 1)) / sp) * run.experts.imbalance;
}

/** Scores of all experts at the router, and per routed row its input, the inner tensors and their product with the probability. */
function expertsSaved(run: TrainingRun, shape: RankShape, e: Experts): readonly Saved[] {
  const { h, w, mi, sp } = shape;
  const rows = routedRows(run, shape, e);
  const inner = 2 * e.moeIntermediateSize;
  return [
    saved("probabilities and map of the router", "router", (CONSTANTS.routerBytes.value * e.numExperts) / sp),
    saved("inputs of the experts", "expert input", rows * mi * h * run.parallel.etp),
    saved("inputs of the experts' activation", "expert", rows * w * inner),
    saved("inputs of the experts' down projection", "expert activation", rows * mi * e.moeIntermediateSize),
    ...mlpSaved(run, shape, e.sharedExpertIntermediateSize, "shared expert"),
  ];
}
