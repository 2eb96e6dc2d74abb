// A learned tensor: the unit that counts, optimizer states, quantization and LoRA share.

import type { Architecture } from "./architecture";

export type ParameterPart =
  "embedding" | "positions" | "attention" | "mlp" | "experts" | "sharedExperts" | "router" | "norms" | "head" | "extra";

/** Tensors of one name and shape. Fused checkpoints (qkv_proj, gate_up_proj) are listed as their separate matrices. */
export interface ParameterTensor {
  /** Hugging Face's module name as PEFT's target_modules spells it; biases end in ".bias". */
  readonly name: string;
  readonly part: ParameterPart;
  /** [out, in] of a matrix, [n] of a vector. */
  readonly shape: readonly number[];
  /** How many of them the model has. */
  readonly copies: number;
  /** How many of them one token passes through: the chosen experts instead of all. */
  readonly activeCopies: number;
}

/** A number of parameters, and the tensors themselves where a model is named. */
export interface ParameterSet {
  readonly count: number;
  readonly tensors?: readonly ParameterTensor[];
}

/** Numbers in one copy of a tensor. */
export const elements = (tensor: ParameterTensor): number => tensor.shape.reduce((product, n) => product * n, 1);

/** A tensor that every token passes through. */
export function tensor(name: string, part: ParameterPart, shape: readonly number[], copies = 1): ParameterTensor {
  return { name, part, shape, copies, activeCopies: copies };
}

/** A matrix and, where it has one, its bias. */
export function linear(
  name: string,
  part: ParameterPart,
  shape: readonly [number, number],
  copies: number,
  bias: boolean,
) {
  const weight = tensor(name, part, shape, copies);
  return bias ? [weight, tensor(`${name}.bias`, part, [shape[0]], copies)] : [weight];
}

/** Vectors of a norm over the hidden size: n·D, or n·2D where it has a bias. */
export function normTensors(a: Architecture, name: string, copies: number): readonly ParameterTensor[] {
  if (a.norm === "none") return [];
  const weight = tensor(name, "norms", [a.hiddenSize], copies);
  return a.norm === "layernorm" ? [weight, tensor(`${name}.bias`, "norms", [a.hiddenSize], copies)] : [weight];
}
