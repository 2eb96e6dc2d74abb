// What the engine answers: hours, energy, whether it fits, what matters most, and other sizes of the run.
import type { EngineLine, Section } from "../../sections";

const FIGURES: readonly EngineLine[] = [
  {
    id: "gpuHours",
    label: "GPU hours",
    unit: "GPU-hours",
    format: "whole",
    note: "paid: incl. goodput and allocation",
  },
  { id: "wallHours", label: "Wall hours", unit: "hours", format: "whole" },
  { id: "kwh", label: "kWh", unit: "kWh", format: "whole", note: "GPUs and servers at full power, times PUE" },
  { id: "engineCost", label: "Cost", unit: "={assumptions.currency}", format: "money", note: "GPU-hours × price" },
  { id: "engineLow", label: "Cost low", unit: "={assumptions.currency}", format: "money" },
  { id: "engineHigh", label: "Cost high", unit: "={assumptions.currency}", format: "money" },
  { id: "totalMemory", label: "Total", unit: "GB", note: "memory on the fullest GPU" },
  { id: "capacity", label: "Capacity", unit: "GB", note: "what the GPU can hand out" },
  { id: "fits", label: "Fits", format: "text", note: "fits, borderline or no; Training breakdown says why" },
];

const lengthHeads = Array.from({ length: 5 }, () => '=TEXT({tokenShare},"0%")');

export const engineSections: readonly Section[] = [
  {
    kind: "engine",
    title: "Engine results",
    groups: [
      {
        id: "figures",
        call: "GPUMEM.RESULT({scenario},{figures:labels})",
        shape: { kind: "aligned" },
        lines: FIGURES,
      },
    ],
  },
  {
    kind: "engineTable",
    id: "tornado",
    title: "What moves the cost most",
    call: 'GPUMEM.TORNADO({scenario},{ranges:block},"cost")',
    rows: 6,
    columns: 5,
    formats: ["text", "money", "money", "money", "money"],
  },
  {
    kind: "list",
    id: "sizes",
    title: "Other numbers of GPUs",
    columns: [
      { id: "what", head: "What" },
      { id: "share", head: "Share of GPUs", format: "percent" },
      { id: "count", head: "GPUs", format: "whole", formula: "MAX(1,ROUND({share}*{gpuCount},0))" },
    ],
    rows: [
      ["as planned", 1],
      ["a quarter", 0.25],
      ["half", 0.5],
      ["double", 2],
      ["four times", 4],
    ],
  },
  {
    kind: "table",
    id: "lengths",
    title: "Other lengths of the run",
    corner: "Length",
    heads: lengthHeads,
    lines: [
      {
        id: "tokenShare",
        label: "Share of the tokens",
        kind: "input",
        values: [0.5, 0.75, 1, 1.25, 1.5],
        format: "percent",
        unit: "yours",
      },
      { id: "tokens", label: "Tokens", kind: "formula", formula: "{trainingTokens}*{tokenShare}", format: "whole" },
    ],
  },
  {
    kind: "engineTable",
    id: "sweep",
    title: "Wall hours by GPUs and tokens, same MFU",
    call: "GPUMEM.SWEEP({scenario},{wallHours:label},{gpus:label},{sizes.count:all},{trainingTokens:label},{tokens:all})",
    rows: 5,
    columns: 5,
    rowLabels: [0, 1, 2, 3, 4].map((i) => `={sizes.count.${i}}&" GPUs"`),
    columnLabels: lengthHeads,
    formats: ["whole", "whole", "whole", "whole", "whole"],
  },
];
