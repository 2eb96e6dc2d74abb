// Where the lines of a placed block stand.
import { absolute, relative } from "./address";
import { type Block, isOverPeriods, linesOf } from "./block";

export interface Site {
  readonly block: Block;
  /** The column of the labels. */
  readonly labels: number;
  readonly periods: number;
  readonly rowOf: ReadonlyMap<string, number>;
}

/** The columns of every sheet, counted from that of the labels: B label, C value, D unit, E total, F check, H periods. */
export const columnsOf = ({ labels }: Pick<Site, "labels">) => ({
  section: labels - 1,
  label: labels,
  value: labels + 1,
  unit: labels + 2,
  total: labels + 3,
  check: labels + 4,
  opening: labels + 5,
  periods: labels + 6,
});

export function lineOf(site: Site, id: string) {
  const line = linesOf(site.block).find((one) => one.id === id);
  if (!line) throw new Error(`${site.block.id} has no line ${id}`);
  return line;
}

export function rowOf(site: Site, id: string): number {
  const row = site.rowOf.get(id);
  if (row === undefined) throw new Error(`${site.block.id} has no line ${id}`);
  return row;
}

/** `$C$5` of a single value, `H5` of a timeline row in the column H. */
export function addressOf(site: Site, id: string, column: number | undefined): string {
  if (!isOverPeriods(lineOf(site, id))) return absolute(rowOf(site, id), columnsOf(site).value);
  if (column === undefined) throw new Error(`${site.block.id}.${id} has a value for every period: say which`);
  return relative(rowOf(site, id), column);
}

export const totalOf = (site: Site, id: string): string => {
  if (lineOf(site, id).total === undefined) throw new Error(`${site.block.id}.${id} has no total`);
  return absolute(rowOf(site, id), columnsOf(site).total);
};
