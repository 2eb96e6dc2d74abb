// Which cells a formula refers to, as typed.
import type { Area } from "../../../sheets/grid";
import { areaOfFormula } from "../nameFormula";

export interface Reference {
  /** Undefined: the formula's own sheet. */
  readonly sheet: string | undefined;
  /** "C12" or "C12:D14", without anchors. */
  readonly address: string;
  readonly area: Area;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
/** Not within a longer name, nor the name of a function such as LOG10( or H100(. */
const REFERENCE = new RegExp(`(?<![\\p{L}\\d_.$!'\\]])(${SHEET})?(${CELL}(?::${CELL})?)(?![\\p{L}\\d_.(!#])`, "giu");

/** Each once, in the order of the formula. Other files' cells are left out: only Excel reaches them. */
export function referencesIn(formula: string): readonly Reference[] {
  const found = [...withoutTexts(formula).matchAll(REFERENCE)].flatMap(([, sheet, cells]) =>
    referenceFrom(sheet, String(cells)),
  );
  const spelled = found.map(spell);
  return found.filter((one, i) => spelled.indexOf(spell(one)) === i);
}

const withoutTexts = (formula: string): string => formula.replace(/"(?:[^"]|"")*"/g, '""');

function referenceFrom(prefix: string | undefined, cells: string): readonly Reference[] {
  const sheet = prefix?.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
  const address = cells.replaceAll("$", "").toUpperCase();
  const area = areaOfFormula(address);
  return area && !sheet?.includes("[") ? [{ sheet, address, area }] : [];
}

/** As it is shown to the user. */
export const spell = ({ sheet, address }: Reference): string => (sheet === undefined ? address : `${sheet}!${address}`);

export const cellsIn = ({ rows, columns }: Area): number => rows * columns;
