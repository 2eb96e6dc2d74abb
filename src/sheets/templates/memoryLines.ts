// Lines about memory that several sheets have: one definition each.
import { type EngineLine, formula, type FormulaLine, type TableLine } from "../sections";
import { scenarioLine } from "./scenarioLines";

/** Memory stands in the unit that the sheet chooses. */
export const IN_UNIT = { unit: "={unit}", format: "decimal" } as const;

/** An engine result in the sheet's unit. */
export const memoryLine = (id: string, label: string, note?: string): EngineLine => ({
  id,
  label,
  unit: "={unit}",
  ...(note !== undefined && { note }),
});

/** From {capacity}, {safetyMargin}, {total} and its range. */
export const headroomLines: readonly FormulaLine[] = [
  formula("usable", "May be used", "{capacity}*(1-{safetyMargin})", IN_UNIT),
  formula("spare", "To spare per GPU", "{usable}-{total}", IN_UNIT),
  formula("spareLow", "At the high end of the range", "{usable}-{totalHigh}", IN_UNIT),
  formula("spareHigh", "At the low end of the range", "{usable}-{totalLow}", IN_UNIT),
];

export const RANGE_HEADS = ["Low end", "Likely", "High end"] as const;

/** A table over RANGE_HEADS: the parts stacked at the likely value, the total at its ends, and what is drawn over them. */
export const rangeLines = (
  parts: readonly EngineLine[],
  limits: readonly (readonly [id: string, label: string, formula: string])[],
): readonly TableLine[] => [
  ...parts.map(({ id, label }) => rangeLine(`chart.${id}`, label, `{${id}}*{isLikely}`)),
  rangeLine("chart.ends", "Ends of the range", "{isLow}*{totalLow}+{isHigh}*{totalHigh}"),
  ...limits.map(([id, label, spelled]) => rangeLine(`chart.${id}`, label, spelled)),
  flags("isLow", "Column is the low end", [1, 0, 0]),
  flags("isLikely", "Column is the likely value", [0, 1, 0]),
  flags("isHigh", "Column is the high end", [0, 0, 1]),
];

const rangeLine = (id: string, label: string, spelled: string): TableLine => ({
  id,
  label,
  kind: "formula",
  formula: spelled,
  format: "decimal",
});

const flags = (id: string, label: string, values: readonly number[]): TableLine => ({
  id,
  label,
  kind: "input",
  values,
  format: "whole",
});

/** Assumptions of a training run that are seldom needed. */
export const seldomNeeded = (
  [
    "tp",
    "pp",
    "cp",
    "ep",
    "microbatches",
    "attention",
    "loss",
    "compile",
    "loraRank",
    "baseWeights",
    "offload",
  ] as const
).map((key) => scenarioLine(key, ""));
