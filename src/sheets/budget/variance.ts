// Why actual cost differs from budget: volume ΔV·h·p + efficiency V′·Δh·p + rate V′·h′·Δp, unused commitment apart.
import { type Block, type BlockRow, input, periods, TOLERANCE, type Template } from "../block";

const summed = (id: string, label: string, unit: string, formula: Template): BlockRow =>
  periods(id, label, unit, formula, { total: `SUM({${id}:all})` });

/**
 * V units of work, h GPU-hours per unit, p price per GPU-hour; ′ is actual. Bills state hours V′h′ and cost V′h′p′, so the
 * parts use these: nothing is divided, and a period without work or without hours still adds up.
 */
export const variance: Block = {
  id: "variance",
  title: "Budget versus actual",
  inputs: [
    input("volume", "Budget: volume V", "units", [100, 120, 140]),
    input("hoursPerUnit", "Budget: GPU-hours per unit h", "GPU-hours", [2000, 2000, 1900]),
    input("price", "Budget: price p", "USD per GPU-hour", [2.5, 2.45, 2.4]),
    input("unused", "Budget: unused commitment", "USD", [0, 10_000, 0]),
    input("actualVolume", "Actual: volume V′", "units", [110, 115, 0]),
    input("actualHours", "Actual: GPU-hours V′h′", "GPU-hours", [231_000, 225_000, 4_000]),
    input("actualCost", "Actual: cost of these hours V′h′p′", "USD", [600_600, 523_125.25, 9_800]),
    input("actualUnused", "Actual: unused commitment", "USD", [42_000, 0, 310_000]),
    input("threshold", "Flag from", "fraction", 0.05),
    TOLERANCE,
  ],
  rows: [
    summed("budgetHours", "Budget: GPU-hours Vh", "GPU-hours", "{volume}*{hoursPerUnit}"),
    summed("budget", "Budget", "USD", "{budgetHours}*{price}+{unused}"),
    summed("actual", "Actual", "USD", "{actualCost}+{actualUnused}"),
    summed("difference", "Actual - budget", "USD", "{actual}-{budget}"),
    summed("expectedHours", "Hours V′ should take, V′h", "GPU-hours", "{actualVolume}*{hoursPerUnit}"),
    summed("volumePart", "Volume ΔV·h·p", "USD", "({expectedHours}-{budgetHours})*{price}"),
    summed("efficiencyPart", "Efficiency V′·Δh·p", "USD", "({actualHours}-{expectedHours})*{price}"),
    summed("ratePart", "Rate V′·h′·Δp", "USD", "{actualCost}-{actualHours}*{price}"),
    summed("unusedPart", "Unused commitment", "USD", "{actualUnused}-{unused}"),
    summed("parts", "Sum of parts", "USD", "{volumePart}+{efficiencyPart}+{ratePart}+{unusedPart}"),
    periods("gap", "Sum of parts - difference", "USD", "{parts}-{difference}", {
      check: "IF(SUMPRODUCT(ABS({gap:all}))>{tolerance},1,0)",
    }),
    periods("band", "Allowed difference", "USD", "ABS({budget})*{threshold}", {
      total: "ABS({budget:total})*{threshold}",
    }),
    periods("flag", "Over (1), under (-1), within (0)", "flag", flag("difference", "band"), {
      total: flag("difference:total", "band:total"),
    }),
  ],
  outputs: ["difference", "volumePart", "efficiencyPart", "ratePart", "unusedPart", "flag"],
};

function flag(difference: string, band: string): Template {
  return `IF({${difference}}>{${band}},1,IF({${difference}}<-{${band}},-1,0))`;
}
