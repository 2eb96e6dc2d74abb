// Native formulas below Used: does it fit, hours and money, what the chart shows.
import { formula, type LinesSection, type TableSection } from "../../sections";
import { PARTS } from "./engine";
import { headroomLines, RANGE_HEADS, rangeLines } from "../memoryLines";

export const fit: LinesSection = {
  kind: "lines",
  title: "Does it fit?",
  lines: [
    ...headroomLines,
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
};

export const money: LinesSection = {
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
    formula("days", "Days", "{wallHours}/{assumptions.hoursPerDay}", {
      unit: "days",
      format: "decimal",
      note: "while the job holds all its GPUs",
    }),
    formula("compute", "Compute", "{gpuHours}*{price}", {
      unit: "USD",
      format: "money",
      note: "of the hours that the job holds; Cluster budget adds those paid and not held (allocation)",
    }),
    formula("energy", "Energy, if you pay for it", "{kwh}*{assumptions.energyPrice}", {
      unit: "USD",
      format: "money",
      note: "part of the price when you rent",
    }),
  ],
};

export const range: TableSection = {
  kind: "table",
  id: "range",
  title: "Memory per GPU against its capacity (feeds the chart)",
  corner: "Component",
  heads: RANGE_HEADS,
  lines: rangeLines(PARTS, [["capacity", "Capacity less margin", "{usable}"]]),
};
