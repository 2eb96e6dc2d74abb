// Names of a sheet as Excel tells them: "='GM Lists'!$B$4:$B$40" -> where that is.
import type { Area, SheetName } from "../../sheets/grid";

const ADDRESS = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/;

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** Undefined for what is no area any more, such as #REF! after its rows were deleted. */
export function areaOfFormula(formula: string): Area | undefined {
  const address = formula.slice(formula.lastIndexOf("!") + 1).replaceAll("$", "");
  const found = ADDRESS.exec(address.replace(/^=/, ""));
  if (!found) return undefined;
  const [, left = "", top = "", right = left, bottom = top] = found;
  const [row, column] = [Number(top), columnNumber(left)];
  return { row, column, rows: Number(bottom) - row + 1, columns: columnNumber(right) - column + 1 };
}

interface Named {
  readonly name: string;
  readonly formula: string;
}

/** Some hosts tell a sheet's name together with the sheet: "Plan!price". */
const ownName = (name: string): string => name.slice(name.lastIndexOf("!") + 1);

export const namesFrom = (items: readonly Named[]): readonly SheetName[] =>
  items.flatMap(({ name, formula }) => {
    const area = areaOfFormula(String(formula));
    return area ? [{ name: ownName(name), area }] : [];
  });

export const areaNamed = (names: readonly SheetName[], name: string): Area | undefined =>
  names.find((one) => one.name === name)?.area;
