// The scenario of a training run: what is in sight, and the rest.
import { input, type LinesSection, type ScenarioSection } from "../../sections";
import { ownLines } from "../ownRows";
import { scenarioLine, scenarioLink } from "../scenarioLines";
import { seldomNeeded } from "../memoryLines";

export const display: LinesSection = {
  kind: "lines",
  title: "Display",
  lines: [input("unit", "Unit of memory", "GB", { list: "lists.units" })],
};

export const scenario: ScenarioSection = {
  kind: "scenario",
  title: "Scenario",
  lines: [
    scenarioLine("model", "llama-3.1-8b"),
    scenarioLine("gpu", "h100-sxm"),
    scenarioLine("gpus", 8, { format: "whole", unit: "GPUs" }),
    scenarioLine("stack", "fsdp2"),
    scenarioLine("precision", "bf16"),
    scenarioLine("optimizer", "adamw"),
    scenarioLine("microBatch", 1, { format: "whole", unit: "sequences" }),
    scenarioLine("sequenceLength", 8192, { format: "whole", unit: "tokens" }),
    scenarioLine("recompute", "full"),
    scenarioLine("zeroStage", 3, { format: "whole" }),
    scenarioLine("trainingTokens", 100e9, { format: "whole", unit: "tokens" }),
  ],
};

export const more: ScenarioSection = {
  kind: "scenario",
  title: "More assumptions (empty: the default)",
  lines: [
    ...seldomNeeded,
    scenarioLine("gpusPerNode", ""),
    scenarioLine("mfu", 0.4, { format: "percent", band: "mfuBand", source: "published runs: 38-43% on H100" }),
    scenarioLink("goodput", "assumptions.goodput", { format: "percent" }),
    scenarioLink("safetyMargin", "assumptions.safetyMargin", { format: "percent" }),
    scenarioLink("pue", "assumptions.pue", { format: "price" }),
    scenarioLink("serverWatts", "assumptions.serverWatts", { format: "whole", unit: "W" }),
    ...ownLines,
  ],
};
