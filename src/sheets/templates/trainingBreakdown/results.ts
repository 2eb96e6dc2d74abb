// Native formulas below Used: does it fit, hours and money, what the chart shows.
import { formula, type LinesSection, type TableSection } from "../../sections";
import { PARTS } from "./engine";

export const fit: LinesSection = {
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
    formula("days", "Days", "{wallHours}/{assumptions.hoursPerDay}", { unit: "days", format: "decimal" }),
    formula("compute", "Compute", "{gpuHours}*{price}", { unit: "USD", format: "money" }),
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
};
