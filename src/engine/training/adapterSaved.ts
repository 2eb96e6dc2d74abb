// What LoRA changes: a frozen weight needs no saved input, an adapter needs its own.
import type { TrainingRun } from "./run";
import { saved, type Saved } from "./savedTensors";
import type { RankShape } from "./shape";

const MASK = 1;
const QKV: ReadonlySet<string> = new Set(["q_proj", "k_proj", "v_proj"]);
const FROM_MLP: ReadonlySet<string> = new Set(["down_proj"]);

/** Whether the products of the layers keep their inputs: for the weight's gradient, or by the habit of a quantized kernel. */
export function trainsLinear({ lora, stack }: TrainingRun): boolean {
  if (!lora) return true;
  return stack.keepsQuantizedInputs && lora.base !== null && lora.base.bits < 16;
}

interface Widths {
  readonly h: number;
  readonly q: number;
  readonly k: number;
  readonly f: number;
}

export function adapterSaved(run: TrainingRun, shape: RankShape): readonly Saved[] {
  const { lora, stack } = run;
  if (!lora) return [];
  const layer = lora.targets.filter((target) => target !== "lm_head");
  const widths = widthsOf(run);
  const inputs = stack.fusedQkvAdapter ? withoutRepeatedQkv(layer) : layer;
  const bytes = inputs.reduce((sum, target) => sum + inputBytes(run, shape, target, widths), 0);
  return [
    saved("inputs of the adapters", "adapters", bytes),
    saved("results of their first matrices", "adapters", shape.w * lora.rank * layer.length),
    saved(
      "outputs of base and adapter, scaled by magnitudes",
      "adapters",
      lora.dora ? doraBytes(layer, widths, shape) : 0,
    ),
    saved(
      "adapted outputs before they are padded",
      "adapters",
      stack.fusedQkvAdapter ? paddedBytes(layer, widths, shape) : 0,
    ),
  ];
}

/** With dropout a copy and its mask; without, the input itself, once for those that share it. */
function inputBytes(run: TrainingRun, { w }: RankShape, target: string, { h, q, f }: Widths): number {
  const width = FROM_MLP.has(target) ? f : target === "o_proj" ? q : h;
  if (run.lora?.dropout) return (w + MASK) * width;
  if (target === "o_proj" || trainsLinear(run)) return 0;
  return target === "q_proj" || target === "gate_proj" || FROM_MLP.has(target) ? w * width : 0;
}

/** The head's adapter, which stands behind the layers. */
export function headAdapterSaved({ lora }: TrainingRun, { h, w }: RankShape): number {
  if (!lora?.targets.includes("lm_head")) return 0;
  return (lora.dropout ? w + MASK : w) * h + w * lora.rank;
}

/** DoRA (PEFT lora/dora.py): (m/‖W‖ - 1)·base + m/‖W‖·adapter keeps both outputs of each target. */
function doraBytes(targets: readonly string[], { h, q, k, f }: Widths, { w }: RankShape): number {
  const outputs: Readonly<Record<string, number>> = { q_proj: q, k_proj: k, v_proj: k, gate_proj: f, up_proj: f };
  return targets.reduce((sum, target) => sum + 2 * w * (outputs[target] ?? h), 0);
}

function withoutRepeatedQkv(targets: readonly string[]): readonly string[] {
  const first = targets.find((target) => QKV.has(target));
  return targets.filter((target) => !QKV.has(target) || target === first);
}

/** Where only some of q, k and v are adapted, their result is copied into a tensor of the fused width. */
function paddedBytes(targets: readonly string[], { q, k }: Widths, { w }: RankShape): number {
  const adapted = targets.filter((target) => QKV.has(target));
  if (adapted.length === 0 || adapted.length === QKV.size) return 0;
  return adapted.reduce((sum, target) => sum + w * (target === "q_proj" ? q : k), 0);
}

function widthsOf({ architecture: a }: TrainingRun): Widths {
  const { attention } = a;
  const head = attention.kind === "grouped" ? attention.headDim : attention.vHeadDim;
  const q = attention.numAttentionHeads * head;
  const k = attention.kind === "grouped" ? attention.numKeyValueHeads * head : q;
  return { h: a.hiddenSize, q, k, f: a.intermediateSize };
}
