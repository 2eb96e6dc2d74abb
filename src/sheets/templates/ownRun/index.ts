// Does the estimate agree with what we measured?
import type { SheetTemplate } from "../../sections";
import { accuracySections } from "./accuracy";
import { estimateSections } from "./estimate";
import { inputSections } from "./inputs";
import { readingSections } from "./reading";
import { verdictSections } from "./verdict";

export const ownRun: SheetTemplate = {
  id: "own-run",
  name: "Check against your run",
  question: "Does it agree with what we measured?",
  summary:
    "A measured peak, or a line of vLLM's log, beside the estimate with its range: the difference, and how near this stack usually is.",
  keywords: ["measured", "validate", "accuracy", "nvidia-smi", "max_memory_allocated", "vLLM log", "KV cache", "peak"],
  picture: "bars",
  shape: "columns",
  verdict: "{verdictText}",
  verdictWords: { line: "state", good: "inside", warning: "close", failed: "outside" },
  sections: [
    ...inputSections,
    ...readingSections,
    ...estimateSections,
    ...accuracySections,
    ...verdictSections,
    {
      kind: "notes",
      title: "Notes",
      texts: [
        "Compare like with like. Allocated: what the program holds. Reserved: also what it keeps for later. Total: also the driver and libraries, as nvidia-smi shows.",
        "Take the fullest GPU, after some steps: the first step has no optimizer state yet, and the last GPU of a pipeline holds other layers.",
        "Allocated and reserved have the range of the total in proportion: the engine gives one range, that of everything on the GPU.",
        "Lines that are read: vLLM's GPU KV cache size, Maximum concurrency, GPU blocks, Available KV cache memory; torchtitan's memory. Else type the number.",
        "Outside the range: see first whether stack, recompute, loss, attention and precision are those of the run; then =GPUMEM.WHY(scenario, component).",
        "The example: Llama 3.1 8B on 8 GPUs with torchtitan, its log of 2025-02-05.",
      ],
    },
  ],
  charts: [
    {
      title: "Estimate and measurement",
      kind: "columns",
      categories: "{ranges:heads}",
      series: [
        { name: "{estimateOf:label}", values: "{estimateOf:all}" },
        { name: "{measuredOf:label}", values: "{measuredOf:all}", asLine: true },
      ],
      valueAxis: "in the unit shown",
    },
  ],
  outputs: ["state", "measured", "likely", "low", "high", "differenceShare"],
};
