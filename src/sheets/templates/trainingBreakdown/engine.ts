// What the engine answers of a training run, under its own names.
import type { EngineLine, EngineSection } from "../../sections";
const memory = (id: string, label: string, note?: string): EngineLine => ({
  id,
  label,
  unit: "={unit}",
  ...(note !== undefined && { note }),
});
export const PARTS = [
  memory("weights", "Weights"),
  memory("gradients", "Gradients", "at the peak: without accumulation they may not be there yet"),
  memory("optimizerStates", "Optimizer", "master copy and states"),
  memory("activations", "Activations"),
  memory("logits", "Logits", "and what the loss adds"),
  memory("buffers", "Buffers", "gathered weights, communication, workspaces"),
  memory("runtime", "Runtime", "context, libraries, what the allocator keeps"),
];
const FIGURES: readonly EngineLine[] = [
  ...PARTS,
  memory("total", "Total", "on the fullest GPU, at the peak"),
  memory("totalLow", "Total low"),
  memory("totalHigh", "Total high"),
  memory("capacity", "Capacity", "what the GPU can hand out"),
  { id: "maxMicroBatch", label: "Max micro batch", unit: "sequences", format: "whole", note: "0: none fits" },
  { id: "minGpus", label: "Min GPUs", unit: "GPUs", format: "whole", note: "0: no number of GPUs holds it so" },
  { id: "gpuHours", label: "GPU hours", unit: "GPU-hours", format: "whole", note: "incl. goodput" },
  { id: "wallHours", label: "Wall hours", unit: "hours", format: "whole" },
  { id: "kwh", label: "kWh", unit: "kWh", format: "whole" },
  { id: "fits", label: "Fits", format: "text", note: "fits, borderline or no" },
];

/** As SAVINGS names its rows. */
const SAVINGS = [
  ["start", "FP32, nothing saved"],
  ["mixed", "mixed precision"],
  ["recomputed", "recompute"],
  ["flash", "flash attention"],
  ["sharded", "ZeRO-3 / FSDP"],
  ["eightBit", "8-bit optimizer"],
] as const;

/** As OOM_STEPS names its remedies for training. */
const REMEDIES = [
  ["ifBatch1", "Set micro batch to 1 and accumulate"],
  ["ifRecompute", "Recompute every layer"],
  ["ifSharded", "Shard all states over the GPUs (ZeRO-3 / FSDP)"],
  ["ifEightBit", "Use an 8-bit optimizer"],
  ["ifOffload", "Keep the optimizer state in host memory"],
] as const;

export const engine: EngineSection = {
  kind: "engine",
  title: "Engine results",
  groups: [
    {
      id: "figures",
      call: "GPUMEM.RESULT({scenario},{figures:labels},{unit})",
      shape: { kind: "aligned" },
      lines: FIGURES,
    },
    {
      id: "savings",
      call: "GPUMEM.SAVINGS({scenario},{unit})",
      shape: { kind: "table", rows: 1 + SAVINGS.length, columns: 4, column: 2 },
      lines: SAVINGS.map(([id, label]) => memory(id, label, "total, with the measures up to here")),
    },
    {
      id: "remedies",
      call: "GPUMEM.OOM_STEPS({scenario},{unit})",
      shape: { kind: "table", rows: 15, columns: 3, column: 2 },
      lines: REMEDIES.map(([id, label]) => memory(id, label, "total with this change alone")),
    },
  ],
};
