import type { ParameterTensor } from "../engine/tensors";
import { type CatalogRow, table } from "./table";

/** A set of matrices that adapters are put on, by the names that PEFT's target_modules uses. */
export interface LoraTargetRow extends CatalogRow {
  readonly matches: (tensor: ParameterTensor) => boolean;
}

const named = (id: string, ...aliases: string[]): LoraTargetRow => ({
  id,
  label: id,
  aliases,
  matches: (tensor) => tensor.name === id,
});
const inPart = (id: string, label: string, aliases: readonly string[], ...parts: string[]): LoraTargetRow => ({
  id,
  label,
  aliases,
  matches: (tensor) => parts.includes(tensor.part),
});

const MLP_PARTS = ["mlp", "experts", "sharedExperts"];

export const loraTargets = table<LoraTargetRow>("LoRA target", [
  inPart("all", "All matrices of the layers", ["all linear", "all-linear"], "attention", ...MLP_PARTS),
  inPart("attention", "All attention matrices", ["attn"], "attention"),
  inPart("mlp", "All MLP and expert matrices", ["ffn"], ...MLP_PARTS),
  named("q_proj", "q", "query"),
  named("k_proj", "k", "key"),
  named("v_proj", "v", "value"),
  named("o_proj", "o", "out", "output"),
  named("gate_proj", "gate"),
  named("up_proj", "up"),
  named("down_proj", "down"),
  named("q_a_proj"),
  named("q_b_proj"),
  named("kv_a_proj_with_mqa", "kv_a_proj"),
  named("kv_b_proj"),
]);

/** How target sets are written: separated by commas, plus signs or spaces. */
export const LORA_TARGET_SEPARATORS = /[,+;\s]+/;
