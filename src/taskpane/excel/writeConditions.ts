import type { Condition } from "../../sheets/grid";
import { LOOKS } from "../../sheets/styles";
import { rangeOf } from "./ranges";

export function writeConditions(sheet: Excel.Worksheet, conditions: readonly Condition[]): void {
  for (const { area, formula, look } of conditions) {
    const { custom } = rangeOf(sheet, area).conditionalFormats.add("Custom");
    custom.rule.formula = formula;
    custom.format.font.color = LOOKS[look].color;
    custom.format.fill.color = LOOKS[look].fill;
  }
}
