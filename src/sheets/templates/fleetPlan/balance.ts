// Demand against supply for each GPU type: what is short, what is idle, what it costs, what to order by when.
import type { NumberFormat } from "../../grid";
import type { PeriodsSection } from "../../sections";
import { each, GPU_TYPES, PERIODS, stack, TRANCHES, WORKLOADS } from "./size";

interface Measure {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly format: NumberFormat;
  /** "#" is the number of the GPU type. */
  readonly formula: string;
  readonly total?: string;
}

const SUM_OF_ROW = "SUM({%:all})";

const MEASURES: readonly Measure[] = [
  {
    id: "demanded",
    title: "Demand by GPU type",
    unit: "GPU-hours",
    format: "whole",
    formula: `SUMIF({demand.gpu:all},{types.gpu.#},${stack("need", WORKLOADS)})`,
    total: SUM_OF_ROW,
  },
  {
    id: "committed",
    title: "Committed hours, paid whether used or not",
    unit: "GPU-hours",
    format: "whole",
    formula: `SUMIF({supply.gpu:all},{types.gpu.#},${stack("paid", TRANCHES)})`,
    total: SUM_OF_ROW,
  },
  {
    id: "usable",
    title: "Usable hours: committed × allocation",
    unit: "GPU-hours",
    format: "whole",
    formula: "{committed.#}*{types.allocation.#}",
    total: SUM_OF_ROW,
  },
  {
    id: "short",
    title: "Short",
    unit: "GPU-hours",
    format: "whole",
    formula: "MAX(0,{demanded.#}-{usable.#})",
    total: SUM_OF_ROW,
  },
  {
    id: "idle",
    title: "Idle: usable and not needed",
    unit: "GPU-hours",
    format: "whole",
    formula: "MAX(0,{usable.#}-{demanded.#})",
    total: SUM_OF_ROW,
  },
  {
    id: "coverage",
    title: "Coverage: share of demand that commitments cover",
    unit: "share of demand",
    format: "percent",
    formula: "IF({demanded.#}>0,1-{short.#}/{demanded.#},1)",
    total: "IF({demanded.#:total}>0,1-{short.#:total}/{demanded.#:total},1)",
  },
  {
    id: "shortCost",
    title: "Short, at the on-demand price",
    unit: "USD",
    format: "money",
    formula: "{short.#}*{types.price.#}",
    total: SUM_OF_ROW,
  },
  {
    id: "commitment",
    title: "Cost of commitments",
    unit: "USD",
    format: "money",
    formula: `SUMIF({supply.gpu:all},{types.gpu.#},${stack("accrual", TRANCHES)})`,
    total: SUM_OF_ROW,
  },
  {
    id: "idleCost",
    title: "Cost of idle hours: their share of the commitments",
    unit: "USD",
    format: "money",
    formula: "IF({usable.#}>0,{idle.#}/{usable.#}*{commitment.#},0)",
    total: SUM_OF_ROW,
  },
  {
    id: "shortFlag",
    title: "Short quarters",
    unit: "1 = short",
    format: "whole",
    formula: "({short.#}>{materiality}*{demanded.#})*1",
    total: SUM_OF_ROW,
  },
  {
    id: "idleFlag",
    title: "Idle quarters",
    unit: "1 = idle",
    format: "whole",
    formula: "({idle.#}>{idleFrom}*{usable.#})*1",
    total: SUM_OF_ROW,
  },
  {
    id: "missing",
    title: "GPUs that would close the gap, in whole orders",
    unit: "GPUs",
    format: "whole",
    formula: "{shortFlag.#}*CEILING({short.#}/({timeline.hours}*{types.allocation.#}),MAX(1,{types.multiple.#}))",
  },
  {
    id: "orderBy",
    title: "Order them by",
    unit: "date",
    format: "date",
    formula: 'IF({shortFlag.#}=1,EDATE({timeline.periodStart},-{types.lead.#}),"")',
  },
];

export const balance: readonly PeriodsSection[] = MEASURES.map(({ id, title, unit, format, formula, total }) => ({
  kind: "periods",
  title,
  periods: PERIODS,
  lines: each(GPU_TYPES, (i) => ({
    id: `${id}.${i}`,
    label: `={types.gpu.${i}}`,
    unit,
    format,
    formula: formula.replaceAll("#", String(i)),
    ...(total !== undefined && { total: total.replaceAll("%", `${id}.${i}`).replaceAll("#", String(i)) }),
  })),
}));
