// What was used and paid: the pasted rows by SKU and month, then the exact split of the difference.
import { variance } from "../../budget/variance";
import type { NumberFormat } from "../../grid";
import type { Section } from "../../sections";
import { MONTHS, SKUS } from "./size";

const sumOf = (column: string, i: number, status: string): string =>
  `SUMIFS({bill.${column}:whole},{bill.sku:whole},{map.key.${i}},{bill.status:whole},{${status}},{bill.date:whole},{from},{bill.date:whole},{before})`;

const perSku = (
  id: string,
  title: string,
  unit: string,
  format: NumberFormat,
  column: string,
  status: string,
): Section => ({
  kind: "periods",
  title,
  periods: MONTHS,
  lines: Array.from({ length: SKUS }, (_, i) => ({
    id: `${id}.${i}`,
    label: `={map.sku.${i}}&""`,
    unit,
    format,
    formula: sumOf(column, i, status),
    total: `SUM({${id}.${i}:all})`,
  })),
});

const stack = (id: string) => `{${id}.0}:{${id}.${SKUS - 1}}`;

export const bySku: readonly Section[] = [
  perSku("quantity", "Consumed units by SKU", "units", "whole", "quantity", "usedStatus"),
  perSku("cost", "Cost by SKU", "USD", "money", "cost", "usedStatus"),
  perSku("unused", "Unused commitment by SKU", "USD", "money", "cost", "unusedStatus"),
  {
    kind: "periods",
    title: "Of it in this budget",
    periods: MONTHS,
    lines: [
      {
        id: "hoursUsed",
        label: "GPU-hours",
        unit: "GPU-hours",
        format: "whole",
        formula: `SUMPRODUCT({map.gpus:all}*${stack("quantity")})`,
        total: "SUM({hoursUsed:all})",
      },
      {
        id: "costUsed",
        label: "Cost of these hours",
        unit: "USD",
        format: "money",
        formula: `SUMPRODUCT({map.counted:all}*${stack("cost")})`,
        total: "SUM({costUsed:all})",
      },
      {
        id: "costUnused",
        label: "Unused commitment",
        unit: "USD",
        format: "money",
        formula: `SUMPRODUCT({map.counted:all}*${stack("unused")})`,
        total: "SUM({costUnused:all})",
      },
      {
        id: "inMonths",
        label: "All SKUs of the map",
        unit: "USD",
        format: "money",
        formula: `SUM(${stack("cost")})+SUM(${stack("unused")})`,
        total: "SUM({inMonths:all})",
        look: "total",
      },
    ],
  },
];

export const split: Section = {
  kind: "block",
  block: variance,
  periods: MONTHS,
  links: {
    volume: "{budgetVolume}*{isClosed}",
    hoursPerUnit: "{budgetHours}",
    price: "{budgetPrice}",
    unused: "{budgetUnused}*{isClosed}",
    actualVolume: "{workDone}*{isClosed}",
    actualHours: "{hoursUsed}*{isClosed}",
    actualCost: "{costUsed}*{isClosed}",
    actualUnused: "{costUnused}*{isClosed}",
    threshold: "{threshold}",
    tolerance: "{assumptions.tolerance}",
  },
};
