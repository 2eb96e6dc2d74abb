// Will this run fit, and what eats the memory?
import { check, type EngineLine, formula, input, type SheetTemplate } from "../sections";
import { ownLines, ownRows } from "./ownRows";
import { scenarioLine, scenarioLink } from "./scenarioLines";

const memory = (id: string, label: string, note?: string): EngineLine => ({
  id,
  label,
  unit: "={unit}",
  ...(note !== undefined && { note }),
});
const PARTS = [
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

export const trainingBreakdown: SheetTemplate = {
  id: "training-breakdown",
  name: "Training breakdown",
  question: "Will this run fit, and what eats the memory?",
  summary: "Memory per GPU by component with its range against the GPU's capacity, what would save, hours and cost.",
  keywords: ["train", "fine-tune", "OOM", "out of memory", "activations", "optimizer", "FSDP", "ZeRO", "LoRA"],
  picture: "stack",
  shape: "columns",
  verdict: "{verdictText}",
  sections: [
    { kind: "lines", title: "Display", lines: [input("unit", "Unit of memory", "GB", { list: "lists.units" })] },
    {
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
    },
    {
      kind: "scenario",
      title: "More assumptions (empty: the default)",
      lines: [
        scenarioLine("tp", ""),
        scenarioLine("pp", ""),
        scenarioLine("cp", ""),
        scenarioLine("ep", ""),
        scenarioLine("microbatches", ""),
        scenarioLine("attention", ""),
        scenarioLine("loss", ""),
        scenarioLine("compile", ""),
        scenarioLine("loraRank", ""),
        scenarioLine("baseWeights", ""),
        scenarioLine("offload", ""),
        scenarioLine("gpusPerNode", ""),
        scenarioLine("mfu", 0.4, { format: "percent", band: "mfuBand", source: "published runs: 38-43% on H100" }),
        scenarioLink("goodput", "assumptions.goodput", { format: "percent" }),
        scenarioLink("safetyMargin", "assumptions.safetyMargin", { format: "percent" }),
        scenarioLink("pue", "assumptions.pue", { format: "price" }),
        scenarioLink("serverWatts", "assumptions.serverWatts", { format: "whole", unit: "W" }),
        ...ownLines,
      ],
    },
    ownRows,
    {
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
    },
    {
      kind: "lines",
      title: "Does it fit?",
      lines: [
        formula("usable", "May be used", "{capacity}*(1-{safetyMargin})", { unit: "={unit}", format: "decimal" }),
        formula("spare", "To spare per GPU", "{usable}-{total}", { unit: "={unit}", format: "decimal" }),
        formula("spareLow", "At the high end of the range", "{usable}-{totalHigh}", {
          unit: "={unit}",
          format: "decimal",
        }),
        formula("spareHigh", "At the low end of the range", "{usable}-{totalLow}", {
          unit: "={unit}",
          format: "decimal",
        }),
        formula("sumOfParts", "Sum of the parts", "SUM({weights}:{runtime})", {
          unit: "={unit}",
          format: "decimal",
          look: "total",
        }),
        formula("best", "Best single measure would leave", "MIN({remedies:all})", {
          unit: "={unit}",
          format: "decimal",
        }),
        formula("bestName", "Best single measure", "INDEX({remedies:labels},MATCH({best},{remedies:all},0))", {
          look: "text",
        }),
        formula("bestSaves", "It would save", "MAX(0,{total}-{best})", { unit: "={unit}", format: "decimal" }),
      ],
    },
    {
      kind: "lines",
      title: "Hours and money",
      lines: [
        formula("priceRow", "Row of the price list", "MATCH({gpu},{assumptions.prices.gpu:all},0)", {
          format: "whole",
        }),
        formula("price", "Price", "IFERROR(INDEX({assumptions.prices.price:all},{priceRow}),0)", {
          unit: "USD per GPU-hour",
          format: "price",
          note: "of GM Assumptions; 0: this GPU has no price there",
        }),
        formula("days", "Days", "{wallHours}/{assumptions.hoursPerDay}", { unit: "days", format: "decimal" }),
        formula("compute", "Compute", "{gpuHours}*{price}", { unit: "USD", format: "money" }),
        formula("energy", "Energy, if you pay for it", "{kwh}*{assumptions.energyPrice}", {
          unit: "USD",
          format: "money",
          note: "part of the price when you rent",
        }),
      ],
    },
    {
      kind: "table",
      id: "range",
      title: "Memory per GPU against its capacity (feeds the chart)",
      corner: "Component",
      heads: ["Low end", "Likely", "High end"],
      lines: [
        ...PARTS.map(({ id, label }) => ({
          id: `chart.${id}`,
          label,
          kind: "formula" as const,
          formula: `{${id}}*{isLikely}`,
          format: "decimal" as const,
        })),
        {
          id: "chart.ends",
          label: "Ends of the range",
          kind: "formula",
          formula: "{isLow}*{totalLow}+{isHigh}*{totalHigh}",
          format: "decimal",
        },
        {
          id: "chart.capacity",
          label: "Capacity less margin",
          kind: "formula",
          formula: "{usable}",
          format: "decimal",
        },
        { id: "isLow", label: "Column is the low end", kind: "input", values: [1, 0, 0], format: "whole" },
        { id: "isLikely", label: "Column is the likely value", kind: "input", values: [0, 1, 0], format: "whole" },
        { id: "isHigh", label: "Column is the high end", kind: "input", values: [0, 0, 1], format: "whole" },
      ],
    },
    {
      kind: "lines",
      title: "Verdict in words",
      lines: [
        formula("where", "Where", '{gpus}&" × "&{gpu}', { look: "text" }),
        formula("spareText", "To spare", 'FIXED(ABS({spare}),1)&" "&{unit}', { look: "text" }),
        formula("rangeText", "Range", '"(range "&FIXED({spareLow},1)&" to "&FIXED({spareHigh},1)&")"', {
          look: "text",
        }),
        formula("bestText", "What would help", '{bestName}&" would save "&FIXED({bestSaves},1)&" "&{unit}', {
          look: "text",
        }),
        formula("fitsText", "If it fits", '"Fits on "&{where}&": "&{spareText}&" to spare per GPU "&{rangeText}', {
          look: "text",
        }),
        formula("closeText", "If it may fit", '"Borderline on "&{where}&": headroom "&{unit}&" "&{rangeText}', {
          look: "text",
        }),
        formula("overText", "If it does not", '"Does not fit on "&{where}&": "&{spareText}&" over per GPU."', {
          look: "text",
        }),
        formula("helpText", "And then", 'IF({bestSaves}>0,{overText}&" "&{bestText},{overText})', { look: "text" }),
        formula("chosenText", "Which", 'IF({fits}="fits",{fitsText},IF({fits}="no",{helpText},{closeText}))', {
          look: "text",
        }),
        formula("verdictText", "Verdict", 'IFERROR({chosenText},"No verdict: an engine result is an error.")', {
          look: "text",
        }),
      ],
    },
    {
      kind: "checks",
      lines: [
        check(
          "partsReconcile",
          "Parts do not add up to the total",
          "(ABS({sumOfParts}-{total})>{assumptions.tolerance})*1",
        ),
        check("noPrice", "This GPU has no price on GM Assumptions", "({price}<=0)*1"),
      ],
    },
    {
      kind: "notes",
      title: "Notes",
      texts: [
        "Likely is the engine's estimate; low and high are its range from published measurements (GM Audit shows how many of this stack).",
        "Each saving stands on top of the ones above it; each remedy stands alone. Sources: =GPUMEM.WHY(scenario, component).",
        "A wrong input shows its sentence when you point at the red cell of the spill at the right.",
      ],
    },
  ],
  charts: [
    {
      title: "Memory per GPU",
      kind: "stackedColumns",
      categories: "{range:heads}",
      series: [
        ...PARTS.map(({ id }) => ({ name: `{chart.${id}:label}`, values: `{chart.${id}:all}` })),
        { name: "{chart.ends:label}", values: "{chart.ends:all}" },
        { name: "{chart.capacity:label}", values: "{chart.capacity:all}", asLine: true },
      ],
      valueAxis: "per GPU",
    },
    {
      title: "What each measure leaves",
      kind: "columns",
      categories: "{savings:labels}",
      series: [{ name: "{total:label}", values: "{savings:all}" }],
      valueAxis: "per GPU",
    },
  ],
  outputs: ["fits", "total", "spare", "compute", "days", "gpuHours"],
};
