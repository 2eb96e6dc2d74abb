// Spend: P&L and cash apart, the balance between them, and who bears it.
import { showback } from "../../budget/showback";
import { check, type CheckLine, type Section } from "../../sections";
import { centerNames, servedTo } from "./demand";
import { CENTERS, each, GPU_TYPES, PERIODS, stack, TRANCHES } from "./size";

const money = (id: string, label: string, formula: string) => ({
  id,
  label,
  unit: "USD",
  format: "money" as const,
  formula,
  total: `SUM({${id}:all})`,
});

export const spend: readonly Section[] = [
  {
    kind: "periods",
    title: "Spend",
    periods: PERIODS,
    lines: [
      money("pnlCommitted", "P&L: commitments", `SUM(${stack("accrual", TRANCHES)})`),
      money("onDemand", "P&L: bought on demand", `{bought}*SUM(${stack("shortCost", GPU_TYPES)})`),
      { ...money("pnl", "P&L", "{pnlCommitted}+{onDemand}"), look: "total" },
      money("cashCommitted", "Cash: commitments", `SUM(${stack("cash", TRANCHES)})`),
      money("cashOnDemand", "Cash: bought on demand", "{onDemand}"),
      { ...money("paidOut", "Cash", "{cashCommitted}+{cashOnDemand}"), look: "total" },
      {
        id: "prepaidBalance",
        label: "Prepaid at the end of the quarter",
        unit: "USD",
        format: "money",
        formula: "{prepaidBalance:previous}+{paidOut}-{pnl}",
        opening: "{leftOfAll:opening}",
      },
      {
        id: "prepaidGap",
        label: "Differs from what the contracts say",
        unit: "1 = differs",
        format: "whole",
        formula: "(ABS({prepaidBalance}-{leftOfAll})>{assumptions.tolerance})*1",
        check: "SUM({prepaidGap:all})",
      },
      money("idleSpend", "Of the P&L: idle commitments", `SUM(${stack("idleCost", GPU_TYPES)})`),
    ],
  },
];

/** GPU types differ in price: each type's cost is borne by its own users. */
export const showbacks: readonly Section[] = [
  ...each(GPU_TYPES, (type): Section => {
    const block = showback(centerNames);
    return {
      kind: "block",
      block: { ...block, title: `="Showback of "&{types.gpu.${type}}` },
      as: `showback${type}`,
      periods: PERIODS,
      links: {
        paid: `{committed.${type}}+{bought}*{short.${type}}`,
        cost: `{commitment.${type}}+{bought}*{shortCost.${type}}`,
        tolerance: "{assumptions.tolerance}",
        ...Object.fromEntries(each(CENTERS, (center) => [`used.${center}`, servedTo(center, type)])),
      },
    };
  }),
  {
    kind: "periods",
    title: "Showback of all GPUs, with each center's share of what is idle",
    periods: PERIODS,
    lines: [
      ...each(CENTERS, (i) => ({
        ...money(`shown.${i}`, "", each(GPU_TYPES, (type) => `{showback${type}.cost.${i}}`).join("+")),
        label: `={centers.name.${i}}&""`,
      })),
      money("shown.nobody", "Used by nobody", each(GPU_TYPES, (type) => `{showback${type}.cost.nobody}`).join("+")),
      {
        ...money("shown", "Shown", `SUM({shown.0}:{shown.nobody})`),
        look: "total",
      },
      {
        id: "shownGap",
        label: "Differs from the P&L",
        unit: "1 = differs",
        format: "whole",
        formula: "(ABS({shown}-{pnl})>{assumptions.tolerance})*1",
        check: "SUM({shownGap:all})",
      },
    ],
  },
  {
    kind: "periods",
    title: "Demand against supply of the GPU in the first chart",
    periods: PERIODS,
    lines: [
      {
        id: "chartDemand",
        label: "Demand",
        unit: "GPU-hours",
        format: "whole",
        formula: `SUMIF({types.gpu:all},{chartGpu},${stack("demanded", GPU_TYPES)})`,
      },
      {
        id: "chartUsable",
        label: "Usable commitments",
        unit: "GPU-hours",
        format: "whole",
        formula: `SUMIF({types.gpu:all},{chartGpu},${stack("usable", GPU_TYPES)})`,
      },
    ],
  },
];

const sumOfTotals = (ids: readonly string[]) => ids.map((id) => `{${id}:total}`).join("+");

export const planChecks: readonly CheckLine[] = [
  check(
    "demandReconciles",
    "Demand by GPU type differs from demand by workload",
    `(ABS(${sumOfTotals(each(GPU_TYPES, (i) => `demanded.${i}`))}-{needed:total})>{assumptions.tolerance})*1`,
  ),
  check(
    "supplyReconciles",
    "Commitments by GPU type differ from those by tranche",
    `(ABS(${sumOfTotals(each(GPU_TYPES, (i) => `commitment.${i}`))}-{pnlCommitted:total})>{assumptions.tolerance})*1`,
  ),
  check(
    "unknownWorkloads",
    "Workloads whose GPU or cost center is not listed once",
    "SUMPRODUCT(({demand.volume:all}>0)*({demand.known:all}<>1))",
  ),
  check(
    "unknownRuns",
    "Workloads whose run is not listed once, or on another GPU",
    "SUMPRODUCT(({demand.volume:all}>0)*({demand.runFits:all}<>1))",
  ),
  check("noPriority", "Workloads without a priority", "SUMPRODUCT(({demand.volume:all}>0)*({demand.priority:all}=0))"),
  check(
    "unknownTranches",
    "Tranches without a GPU of the list, a start or a term",
    "SUMPRODUCT(({supply.count:all}>0)*({supply.known:all}<>1))",
  ),
  check(
    "endsEarly",
    "Workloads that end before they start",
    "SUMPRODUCT(({demand.end:all}>0)*({demand.end:all}<={demand.start:all}))",
  ),
  check(
    "freeTranches",
    "Tranches without a price per hour",
    "SUMPRODUCT(({supply.count:all}>0)*({supply.price:all}<=0))",
    "what you own has one, too: its cost of a year by the hours of a year",
  ),
  check("prepaidShare", "Tranches prepaid by more than all of it", "SUMPRODUCT(({supply.prepaid:all}>1)*1)"),
  check(
    "noPrice",
    "GPU types without a price on GM Assumptions",
    'SUMPRODUCT(({types.price:all}<=0)*({types.gpu:all}<>""))',
  ),
  check("accrualReconciles", "P&L over the terms differs from the contracts", "SUM({terms.accrualGap:all})"),
  check("cashReconciles", "Cash over the terms differs from the contracts", "SUM({terms.cashGap:all})"),
  check("late", "Tranches to sign whose date is past", "SUMPRODUCT(({supply.signBy:all}<{assumptions.planDate})*1)"),
];
