// What the engine answers of a training run, under its own names.
import type { EngineLine, EngineSection } from "../../sections";
import { memoryLine } from "../memoryLines";
export const PARTS = [
  memoryLine("weights", "Weights"),
  memoryLine("gradients", "Gradients", "at the peak: without accumulation they may not be there yet"),
  memoryLine("optimizerStates", "Optimizer", "master copy and states"),
  memoryLine("activations", "Activations"),
  memoryLine("logits", "Logits", "and what the loss adds"),
  memoryLine("buffers", "Buffers", "gathered weights, communication, workspaces"),
  memoryLine("runtime", "Runtime", "context, libraries, what the allocator keeps"),
];
const FIGURES: readonly EngineLine[] = [
  ...PARTS,
  memoryLine("total", "Total", "on the fullest GPU, at the peak"),
  memoryLine("totalLow", "Total low"),
  memoryLine("totalHigh", "Total high"),
  memoryLine("capacity", "Capacity", "what the GPU can hand out"),
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
      lines: SAVINGS.map(([id, label]) => memoryLine(id, label, "total, with the measures up to here")),
    },
    {
      id: "remedies",
      call: "GPUMEM.OOM_STEPS({scenario},{unit})",
      shape: { kind: "table", rows: 15, columns: 3, column: 2 },
      lines: REMEDIES.map(([id, label]) => memoryLine(id, label, "total with this change alone")),
    },
  ],
};
