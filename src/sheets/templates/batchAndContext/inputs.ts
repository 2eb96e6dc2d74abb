// The plan, and the micro batches and sequence lengths that are tried around it.
import { input, type Section } from "../../sections";
import { ownLines, ownRows } from "../ownRows";
import { scenarioLine, scenarioLink } from "../scenarioLines";
import { seldomNeeded } from "../memoryLines";

/** What is tried: micro batches down, sequence lengths across. */
export const BATCHES = [1, 2, 4, 6, 8, 12, 16];
export const LENGTHS = [2048, 4096, 8192, 12288, 16384, 24576, 32768];

export const batchLabels = BATCHES.map((_, i) => `={tried.batch.${i}}`);
export const lengthLabels = LENGTHS.map((_, i) => `={tried.length.${i}}`);

export const inputSections: readonly Section[] = [
  { kind: "lines", title: "Display", lines: [input("unit", "Unit of memory", "GB", { list: "lists.units" })] },
  {
    kind: "scenario",
    title: "Scenario: your plan",
    lines: [
      scenarioLine("model", "llama-3.1-8b"),
      scenarioLine("gpu", "h100-sxm"),
      scenarioLine("gpus", 8, { format: "whole", unit: "GPUs" }),
      scenarioLine("stack", "fsdp2"),
      scenarioLine("precision", "bf16"),
      scenarioLine("optimizer", "adamw"),
      scenarioLine("microBatch", 2, { format: "whole", unit: "sequences" }),
      scenarioLine("sequenceLength", 8192, { format: "whole", unit: "tokens" }),
      scenarioLine("recompute", "full"),
      scenarioLine("zeroStage", 3, { format: "whole" }),
    ],
  },
  {
    kind: "scenario",
    title: "More assumptions (empty: the default)",
    lines: [
      ...seldomNeeded,
      scenarioLink("safetyMargin", "assumptions.safetyMargin", { format: "percent" }),
      ...ownLines,
    ],
  },
  ownRows,
  {
    kind: "list",
    id: "tried",
    title: "What is tried, in rising order",
    columns: [
      { id: "batch", head: "Micro batch", format: "whole" },
      { id: "length", head: "Sequence length", format: "whole" },
    ],
    rows: BATCHES.map((batch, i) => [batch, LENGTHS[i] ?? ""]),
  },
];
