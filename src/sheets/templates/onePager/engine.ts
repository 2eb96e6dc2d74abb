// What the engine says: the model's dimensions, the rule's elements, and what is really stored.
import type { EngineGroup, EngineLine, Section } from "../../sections";
import { memoryLine } from "../memoryLines";

const plain = (id: string, label: string, unit: string, note?: string): EngineLine => ({
  id,
  label,
  unit,
  format: "whole",
  ...(note !== undefined && { note }),
});

/** As RESULT calls them, in the order of its breakdown. */
export const STORED = [
  memoryLine("storedWeights", "Weights"),
  memoryLine("storedGradients", "Gradients", "at the peak; 0 where they are not there yet"),
  memoryLine("storedOptimizer", "Optimizer", "master copy and moments"),
  memoryLine("storedActivations", "Activations"),
  memoryLine("storedLogits", "Logits", "and what the loss adds"),
  memoryLine("storedBuffers", "Buffers", "gathered weights, communication, workspaces"),
  memoryLine("storedRuntime", "Runtime", "context, libraries, what the allocator keeps"),
];

/** As ACT_MEM and SWEEP call them; how section 5 reads. */
export const RECOMPUTES = [
  ["none", "nothing is recomputed"],
  ["selective", "attention is recomputed"],
  ["sqrt", "about √L checkpoints"],
  ["full", "every layer is recomputed"],
] as const;

const recomputes = (id: string, unit: string, format: EngineLine["format"], note: string): readonly EngineLine[] =>
  RECOMPUTES.map(([label, means]) => ({
    id: `${id}.${label}`,
    label,
    unit,
    ...(format !== undefined && { format }),
    note: `${note}: ${means}`,
  }));

const aligned = (id: string, call: string, lines: readonly EngineLine[]): EngineGroup => ({
  id,
  call,
  shape: { kind: "aligned" },
  lines,
});
const one = (call: string, line: EngineLine): EngineGroup => ({
  id: `${line.id}Call`,
  call,
  shape: { kind: "one" },
  lines: [line],
});

const SHAPE = "{microBatch},{sequenceLength},{hidden},{layers},{heads}";

export const engineSection: Section = {
  kind: "engine",
  title: "Engine results",
  groups: [
    aligned("dimensions", "GPUMEM.MODEL({known},{dimensions:labels})", [
      plain("parameters", "Parameters", "parameters"),
      plain("layers", "Layers", "layers", "L"),
      plain("hidden", "Hidden size", "elements", "D"),
      plain("heads", "Heads", "heads", "H"),
    ]),
    one('GPUMEM.PARAM_MEM({count},"int8",{unit})', memoryLine("oneM", "M", "the parameters at one byte each")),
    aligned(
      "rule",
      `GPUMEM.ACT_MEM(${SHAPE},{oneByte},,{rule:labels},{method},,{unit})`,
      recomputes("rule", "={unit}", undefined, "the rule's activations at one byte, flash attention"),
    ),
    one(
      "GPUMEM.FLASH_SAVING({microBatch},{sequenceLength},{layers},{heads},{oneByte},{unit})",
      memoryLine("scores", "Attention scores", "of standard attention, at one byte: B·H·S·S per layer"),
    ),
    aligned("counted", `GPUMEM.ACT_MEM(${SHAPE},,,{counted:labels},,,{unit})`, [
      ...recomputes("counted", "={unit}", undefined, "counted operator by operator, 16 bit"),
    ]),
    one(
      `GPUMEM.ACT_MEM(${SHAPE},,"standard",,,,{unit})`,
      memoryLine("countedStandard", "Standard attention", "counted, 16 bit, nothing recomputed"),
    ),
    aligned(
      "flops",
      "GPUMEM.RECOMPUTE_FLOPS({flops:labels},{layers})",
      recomputes("flops", "factor", "factor", "arithmetic of a step"),
    ),
    aligned("states", 'GPUMEM.TRAIN_MEM({count},{states:labels},"adam",,,,{unit})', [
      memoryLine("statesFp32", "fp32", "weights, gradients, moments: 16 bytes per parameter"),
      memoryLine("statesMixed", "fp16", "with the master copy: 16 bytes per parameter"),
    ]),
    aligned("optimizers", 'GPUMEM.TRAIN_MEM({count},"fp16",{optimizers:labels},,,,{unit},{method})', [
      memoryLine("withAdam", "adamw", "16 bytes per parameter"),
      memoryLine("withSgd", "sgd momentum", "12 bytes"),
      memoryLine("with8bit", "adamw 8-bit", "10 bytes, without block scales"),
    ]),
    aligned("stored", "GPUMEM.RESULT({scenario},{stored:labels},{unit})", [
      ...STORED,
      memoryLine("total", "Total", "on each GPU, at the peak"),
      memoryLine("totalLow", "Total low"),
      memoryLine("totalHigh", "Total high"),
      memoryLine("capacity", "Capacity", "what the GPU can hand out"),
      memoryLine("headroom", "Headroom", "less the safety margin; negative: over"),
      plain("minGpus", "Min GPUs", "GPUs", "that hold it for sure, sharded so; 0: none"),
      { id: "fits", label: "Fits", format: "text", note: "fits, borderline or no" },
    ]),
    aligned(
      "totals",
      'GPUMEM.SWEEP({scenario},"total","recompute",{totals:labels},,,{unit})',
      recomputes("totals", "={unit}", undefined, "all that is stored, per GPU"),
    ),
    one(
      'GPUMEM.SWEEP({scenario},"kv cache","task","serve",,,{unit})',
      memoryLine("cache", "KV cache", "while serving, all users"),
    ),
  ],
};
