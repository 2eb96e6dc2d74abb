// The matrices that LoRA adapts, for building blocks and scenarios alike.
import type { Architecture } from "../engine/architecture";
import { EngineError } from "../engine/issues";
import { linearTensors } from "../engine/parameters";
import type { ParameterTensor } from "../engine/tensors";
import type { LoraTargetRow } from "../catalog/loraTargets";

/** The matrices that some target names; a target that this model lacks is an error, not nothing. */
export function adaptedTensors(
  { id, architecture }: { readonly id: string; readonly architecture: Architecture },
  targets: readonly LoraTargetRow[],
): readonly ParameterTensor[] {
  const candidates = linearTensors(architecture).filter((tensor) => tensor.part !== "router");
  const names = [...new Set(candidates.map((tensor) => tensor.name))];
  for (const target of targets)
    if (!candidates.some(target.matches))
      throw new EngineError({ code: "no_such_tensor", model: id, target: target.id, names });
  return candidates.filter((tensor) => targets.some((target) => target.matches(tensor)));
}
