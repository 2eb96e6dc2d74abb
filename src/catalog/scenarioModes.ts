// Short closed lists that only scenarios choose from.
import type { Recompute } from "../engine/training/run";
import { type CatalogRow, table } from "./table";

export interface TaskRow extends CatalogRow {
  readonly id: "train" | "serve";
}
export const tasks = table<TaskRow>("task", [
  {
    id: "train",
    label: "Train",
    aliases: ["training", "pretrain", "fine-tune", "finetune", "fine-tuning", "lora", "qlora"],
  },
  { id: "serve", label: "Serve", aliases: ["serving", "inference", "infer", "deploy"] },
]);

export interface ScenarioRecomputeRow extends CatalogRow {
  readonly doc: string;
  /** `layers`: the label "recompute layers". */
  readonly recompute: (layers: number) => Recompute;
}
export const scenarioRecomputes = table<ScenarioRecomputeRow>("recompute", [
  {
    id: "none",
    label: "None",
    aliases: ["no", "off"],
    doc: "everything that the backward pass reads is stored",
    recompute: () => ({ kind: "none" }),
  },
  {
    id: "selective",
    label: "Selective (attention core)",
    aliases: ["selective attention", "attention", "core attention"],
    doc: "the attention core is recomputed",
    recompute: () => ({ kind: "selectiveAttention" }),
  },
  {
    id: "full",
    label: "Full",
    aliases: ["yes", "on", "all", "checkpointing", "gradient checkpointing", "activation checkpointing"],
    doc: "each layer, or unit of recompute layers, is recomputed from its input",
    recompute: (layers) => ({ kind: "full", method: "uniform", layers }),
  },
  {
    id: "selective-ops",
    label: "Selective by operator",
    aliases: ["selective ops", "op sac", "per op"],
    doc: "torchtitan's policy: attention and every second matrix product are kept",
    recompute: () => ({ kind: "selectiveOps", saved: ["wq", "wv", "w1", "w2", "sdpa"] }),
  },
  {
    id: "every-nth",
    label: "Every n-th layer",
    aliases: ["every nth layer", "every nth"],
    doc: "only every n-th layer is recomputed; n is recompute layers",
    recompute: (layers) => ({ kind: "everyNth", n: layers }),
  },
  {
    id: "sqrt",
    label: "Every √L layers",
    aliases: ["sqrt(L)", "√L", "every √L layers"],
    doc: "about √L checkpoints",
    recompute: () => ({ kind: "sqrt" }),
  },
  {
    id: "mlp",
    label: "MLP only",
    aliases: ["mlp only"],
    doc: "the MLP is recomputed",
    recompute: () => ({ kind: "modules", modules: ["mlp"] }),
  },
]);

export interface OffloadRow extends CatalogRow {
  readonly optimizer: boolean;
  readonly parameters: boolean;
  readonly activations: boolean;
}
const NOTHING = { optimizer: false, parameters: false, activations: false };
export const offloads = table<OffloadRow>("offload", [
  { id: "none", label: "Nothing", aliases: ["no", "off"], ...NOTHING },
  { id: "optimizer", label: "Optimizer state", aliases: ["optimizer state"], ...NOTHING, optimizer: true },
  {
    id: "parameters",
    label: "Optimizer state and weights",
    aliases: ["params", "all", "weights"],
    ...NOTHING,
    optimizer: true,
    parameters: true,
  },
  { id: "activations", label: "Activations", aliases: [], ...NOTHING, activations: true },
]);
