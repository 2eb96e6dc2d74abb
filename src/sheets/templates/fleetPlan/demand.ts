// Demand: what each workload needs, per quarter. GPU-hours of training runs come from the engine.
import type { EngineSection, ListSection, Section } from "../../sections";
import { CENTERS, each, GPU_TYPES, PERIODS, stack, WORKLOADS } from "./size";

const [JANUARY_2027, JULY_2027, APRIL_2028, JULY_2028] = [46_388, 46_569, 46_844, 46_935];
const RUNS = 3;

export const runs: ListSection = {
  kind: "list",
  id: "runs",
  title: "Training runs: the engine counts the GPU-hours of one",
  columns: [
    { id: "run", head: "Run" },
    { id: "model", head: "Model", list: "lists.modelsCatalog" },
    { id: "gpu", head: "GPU", list: "lists.gpusCatalog" },
    { id: "tokens", head: "Training tokens", format: "whole" },
    { id: "sequence", head: "Sequence", format: "whole" },
    { id: "mfu", head: "MFU", format: "percent" },
    { id: "precision", head: "Precision", list: "lists.precisions" },
    { id: "goodput", head: "Goodput", format: "percent", formula: "{assumptions.goodput}" },
  ],
  rows: [
    ["Pretrain 70B", "llama-3.1-70b", "b200-sxm", 6e12, 4096, 0.4, "bf16"],
    ["Tune 8B", "llama-3.1-8b", "h100-sxm", 20e9, 4096, 0.4, "bf16"],
    ["Extend 70B", "llama-3.1-70b", "h200-sxm", 50e9, 32768, 0.4, "bf16"],
  ],
  note: "MFU: share of the GPU's peak that a run uses; published runs on H100 reach 38 to 43%. Fill every row.",
};

export const engine: EngineSection = {
  kind: "engine",
  title: "Engine results: GPU-hours of one run",
  groups: [
    {
      id: "runHours",
      call: 'GPUMEM.RESULT({runs.model:label}:{runs.goodput:last},"gpu hours")',
      shape: { kind: "aligned" },
      lines: each(RUNS, (i) => ({
        id: `runHours.${i}`,
        label: `={runs.run.${i}}`,
        unit: "GPU-hours",
        format: "whole",
        note: "incl. goodput",
      })),
    },
  ],
};

export const demand: ListSection = {
  kind: "list",
  id: "demand",
  title: "Demand: one workload a row",
  columns: [
    { id: "workload", head: "Workload" },
    { id: "center", head: "Cost center", list: "centers.name" },
    { id: "owner", head: "Owner" },
    { id: "kind", head: "Kind" },
    { id: "gpu", head: "GPU", list: "types.gpu" },
    { id: "start", head: "Start", format: "date" },
    { id: "end", head: "End", format: "date" },
    { id: "volume", head: "Units/quarter", format: "whole" },
    { id: "unit", head: "Unit of work" },
    { id: "run", head: "Engine's run", list: "runs.run" },
    { id: "typed", head: "or hours each", format: "decimal" },
    { id: "priority", head: "Priority", format: "whole" },
    {
      id: "runAt",
      head: "Run no.",
      format: "whole",
      formula: "IFERROR(MATCH({run},{runs.run:all},0),0)",
    },
    {
      id: "perUnit",
      head: "Hours per unit",
      format: "decimal",
      formula: "IF({runAt}=0,{typed},INDEX({runHours:all},{runAt}))",
    },
    { id: "quarterly", head: "Hours/quarter", format: "whole", formula: "{volume}*{perUnit}" },
    {
      id: "order",
      head: "Rank",
      format: "whole",
      formula: "{priority}*1e6+ROW()",
    },
    {
      id: "known",
      head: "Known",
      format: "whole",
      formula: "COUNTIF({types.gpu:all},{gpu})*COUNTIF({centers.name:all},{center})",
    },
    {
      id: "runFits",
      head: "Run fits",
      format: "whole",
      formula: 'IF({run}="",1,COUNTIFS({runs.run:all},{run},{runs.gpu:all},{gpu}))',
    },
  ],
  rows: [
    [
      "Pretraining 70B",
      "Research",
      "Research lead",
      "training",
      "b200-sxm",
      JULY_2027,
      "",
      1,
      "run",
      nameOfRun(0),
      "",
      1,
    ],
    ["Experiments", "Research", "Research lead", "research", "b200-sxm", JANUARY_2027, "", 400, "job", "", 1080, 3],
    ["Chat", "Product", "Product lead", "serving", "h100-sxm", JANUARY_2027, "", 2700, "1B tokens", "", 450, 1],
    [
      "Customer tuning",
      "Product",
      "Product lead",
      "tuning",
      "h100-sxm",
      JANUARY_2027,
      "",
      600,
      "run",
      nameOfRun(1),
      "",
      2,
    ],
    ["Evaluation", "Safety", "Safety lead", "serving", "h200-sxm", JANUARY_2027, "", 500, "suite", "", 400, 2],
    [
      "Embeddings",
      "Platform",
      "Platform lead",
      "batch",
      "h200-sxm",
      JANUARY_2027,
      APRIL_2028,
      1300,
      "index",
      "",
      500,
      3,
    ],
    ["Long context", "Research", "Research lead", "tuning", "h200-sxm", JULY_2028, "", 24, "run", nameOfRun(2), "", 2],
  ],
  spare: WORKLOADS - 7,
  note: "Hours: GPU-hours, of the run where one is named. End: the first day without it; empty: it goes on. Priority 1 is served first, within a priority the upper row. Hours follow the days within a quarter.",
};

function nameOfRun(i: number): string {
  return String(runs.rows[i]?.[0]);
}

/** MIN over references reads past an empty end. */
const DAYS = "MAX(0,MIN({demand.end.#},{timeline.periodEnd})-MAX({demand.start.#},{timeline.periodStart}))";

const perWorkload = (id: string, formula: string, kind: "summed" | "running" = "summed") =>
  each(WORKLOADS, (i) => ({
    id: `${id}.${i}`,
    label: `={demand.workload.${i}}&""`,
    unit: "GPU-hours",
    format: "whole" as const,
    formula: formula.replaceAll("#", String(i)),
    ...(kind === "summed" && { total: `SUM({${id}.${i}:all})` }),
  }));

export const demandPeriods: readonly Section[] = [
  {
    kind: "periods",
    title: "Demand by workload, GPU-hours",
    periods: PERIODS,
    lines: [
      ...perWorkload("need", `{demand.quarterly.#}*${DAYS}/{timeline.days}`),
      {
        id: "needed",
        label: "Demand of all workloads",
        unit: "GPU-hours",
        format: "whole",
        formula: `SUM(${stack("need", WORKLOADS)})`,
        total: "SUM({needed:all})",
        look: "total",
      },
    ],
  },
];

/** By priority: demand of the workload's GPU down to and including it, then what is left without commitments. */
export const waiting: readonly Section[] = [
  {
    kind: "periods",
    title: "Demand of the same GPU, down to this priority",
    periods: PERIODS,
    lines: perWorkload(
      "ahead",
      `SUMIFS(${stack("need", WORKLOADS)},{demand.gpu:all},{demand.gpu.#},{demand.order:all},"<="&{demand.order.#})`,
      "running",
    ),
  },
  {
    kind: "periods",
    title: "Not covered by commitments, by workload",
    periods: PERIODS,
    lines: [
      ...perWorkload(
        "waits",
        `MAX(0,MIN({need.#},{ahead.#}-SUMIF({types.gpu:all},{demand.gpu.#},${stack("usable", GPU_TYPES)})))`,
      ),
      {
        id: "waitsTotal",
        label: "Not covered, all workloads",
        unit: "GPU-hours",
        format: "whole",
        formula: `SUM(${stack("waits", WORKLOADS)})`,
        total: "SUM({waitsTotal:all})",
        look: "total",
      },
      {
        id: "waitsGap",
        label: "Differs from what is short by GPU type",
        unit: "1 = differs",
        format: "whole",
        formula: `(ABS({waitsTotal}-SUM(${stack("short", GPU_TYPES)}))>{assumptions.tolerance})*1`,
        check: "SUM({waitsGap:all})",
      },
    ],
  },
  {
    kind: "periods",
    title: "Served, by workload",
    periods: PERIODS,
    lines: perWorkload("served", "{need.#}-{waits.#}*(1-{bought})"),
  },
];

/** Hours that a cost center's workloads get on one GPU type. */
export const servedTo = (center: number, type: number): string =>
  `SUMIFS(${stack("served", WORKLOADS)},{demand.center:all},{centers.name.${center}},{demand.gpu:all},{types.gpu.${type}})`;

export const centerNames: readonly string[] = each(CENTERS, (i) => `{centers.name.${i}}`);
