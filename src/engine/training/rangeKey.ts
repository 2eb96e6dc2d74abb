// What the width of a range may depend on: the stack, which total, the recompute mode, and features of the run.
import { bytesPerLogit } from "../logits";
import type { TrainingRun } from "./run";

/** Totals that are measured apart: tensors, blocks in use, blocks held, everything on the device. */
export type TrainingQuantity = "allocated" | "active" | "reserved" | "device";

/** Features of a run, with whether it has them. A new one is measured nowhere until a case has it. */
const FEATURES = {
  "mixture of experts": (run) => run.architecture.experts !== null,
  "latent attention": (run) => run.architecture.attention.kind === "latent",
  "multi-token prediction": (run) => run.mtpLayers > 0,
  encoder: (run) => run.architecture.kind === "encoder",
  "tensor parallel": (run) => run.parallel.tp > 1,
  "pipeline parallel": (run) => run.parallel.pp > 1,
  "interleaved pipeline": (run) => run.parallel.virtualStages > 1,
  "context parallel": (run) => run.parallel.cp > 1,
  "expert parallel": (run) => run.parallel.ep > 1,
  "hybrid sharding": (run) => run.parallel.dpReplicate > 1,
  "ZeRO stage 1": (run) => run.zero === 1,
  "ZeRO stage 2": (run) => run.zero === 2,
  "ZeRO stage 3": (run) => run.zero === 3,
  "no reshard after forward": (run) => run.zero === 3 && !run.reshardAfterForward,
  LoRA: (run) => run.lora !== null,
  DoRA: (run) => run.lora?.dora === true,
  "quantized base": (run) => run.lora?.base != null && run.lora.base.bits < 16,
  compile: (run) => run.compile,
  float8: (run) => run.float8 !== null || run.precision.matmulInputBytes === 1,
  "standard attention": (run) => run.attention === "standard",
  dropout: (run) => run.dropout,
  "loss with an open range": (run) => run.loss.highPerLogit > bytesPerLogit(run.loss),
  "optimizer in backward": (run) => run.optimizerInBackward,
  "paged optimizer": (run) => run.pagedOptimizer,
  "offloaded activations": (run) => run.offload.activations,
  "offloaded optimizer": (run) => run.offload.optimizer,
  "offloaded parameters": (run) => run.offload.parameters,
  "first step": (run) => run.firstStep,
} as const satisfies Readonly<Record<string, (run: TrainingRun) => boolean>>;

export type TrainingFeature = keyof typeof FEATURES;
export const TRAINING_FEATURES = Object.keys(FEATURES) as readonly TrainingFeature[];

export const featuresOf = (run: TrainingRun): readonly TrainingFeature[] =>
  TRAINING_FEATURES.filter((feature) => FEATURES[feature](run));

/** Blocks in use are tensors and little else: one cell for both. */
const total = (quantity: TrainingQuantity) => (quantity === "active" ? "allocated" : quantity);

/** From the widest to the narrowest cell that a run lies in. */
export function cellsOf(run: TrainingRun, quantity: TrainingQuantity): readonly string[] {
  const { id } = run.stack;
  return ["", id, `${id}/${total(quantity)}`, `${id}/${total(quantity)}/${run.recompute.kind}`];
}
