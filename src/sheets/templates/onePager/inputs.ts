// What the one-pager is asked for: a model, a batch, and the GPUs that hold it sharded.
import { formula, input, type Section } from "../../sections";
import { ownLines, ownRows } from "../ownRows";
import { scenarioLine, scenarioLink } from "../scenarioLines";

const whole = (unit: string) => ({ format: "whole", unit }) as const;
const text = { look: "text" } as const;

export const inputSections: readonly Section[] = [
  {
    kind: "lines",
    title: "Display and count",
    lines: [
      input("unit", "Unit of memory", "GB", { list: "lists.units" }),
      formula("method", "The one-pager's way", '"rule"', { ...text, note: "8·B·S·D + B·H·S·S elements per layer" }),
      formula("oneByte", "One byte per element", '"int8"', { ...text, note: "to count elements: M and A" }),
      input("rounded", "Parameters, if you round them", 7e9, {
        ...whole("parameters"),
        source: "the one-pager: LLaMA-7B",
        note: "counted with while it is near the model's exact count; empty: exact",
      }),
    ],
  },
  {
    kind: "scenario",
    title: "Scenario",
    lines: [
      scenarioLine("model", "llama-7b"),
      scenarioLine("gpu", "a100-sxm-80gb"),
      scenarioLine("gpus", 2, whole("GPUs")),
      scenarioLine("precision", "fp16"),
      scenarioLine("microBatch", 4, { ...whole("sequences"), source: "the one-pager, section 7", note: "B" }),
      scenarioLine("sequenceLength", 2048, { ...whole("tokens"), source: "the one-pager, section 7", note: "S" }),
      scenarioLine("attention", "flash"),
      scenarioLine("sequences", 4, { ...whole("users"), note: "for the KV cache while serving" }),
      scenarioLine("contextLength", 2048, { ...whole("tokens"), note: "for the KV cache while serving" }),
    ],
  },
  {
    kind: "scenario",
    title: "More assumptions (empty: the default)",
    lines: [
      scenarioLine("zeroStage", 3, { ...whole("stage"), note: "3 is FSDP: weights, gradients and states sharded" }),
      scenarioLine("recompute", ""),
      scenarioLine("stack", ""),
      scenarioLine("kvCache", ""),
      scenarioLink("safetyMargin", "assumptions.safetyMargin", { format: "percent" }),
      ...ownLines,
    ],
  },
  ownRows,
  {
    kind: "lines",
    title: "Counted with (more inputs)",
    lines: [
      formula("known", "Read from", 'IF({config}="",{model},{config})', { ...text, note: "a name, or a config.json" }),
      input("near", "Rounded counts may differ by", 0.05, { format: "percent", unit: "of the exact count" }),
      formula("isNear", "Rounded count is near (1)", "(ABS({rounded}-{parameters})<={near}*{parameters})*1", {
        format: "whole",
      }),
      formula("count", "Parameters", "IF({isNear}=1,{rounded},{parameters})", { ...whole("parameters"), note: "M" }),
    ],
  },
];
