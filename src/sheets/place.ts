// Places a block on a sheet: labels in B, values in C, periods from H on.
import { sheetPrefix } from "./address";
import { type Block, type BlockInput, type BlockRow, isOverPeriods, linesOf } from "./block";
import { addressOf, columnsOf, lineOf, type Site, totalOf } from "./site";
import { spell } from "./spell";

export type CellRole = "title" | "label" | "unit" | "input" | "link" | "formula" | "check";

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly role: CellRole;
  /** A formula begins with "=". */
  readonly content: string | number;
}

export interface PlacedBlock extends Site {
  readonly cells: readonly PlacedCell[];
  /** The first free row below. */
  readonly nextRow: number;
}

/** An output of a block that already stands somewhere; without a sheet it is on the same one. */
export interface Link {
  readonly to: PlacedBlock;
  readonly id: string;
  readonly sheet?: string;
  /** The total of a timeline row, for an input that is one number. */
  readonly part?: "total";
}

export interface Placement {
  /** The row of the title. */
  readonly row: number;
  /** The column of the labels: 2 (B) where nothing else is said. */
  readonly column?: number;
  readonly periods: number;
  /** Inputs taken from another block instead of typed. Its timeline rows must stand in the same columns. */
  readonly links?: Readonly<Record<string, Link>>;
  /** Inputs taken from elsewhere on the sheet: the formula without its "=", spelled by whoever lays out the sheet. */
  readonly formulas?: Readonly<Record<string, string>>;
  /** Inputs that differ from the block's examples. */
  readonly values?: Readonly<Record<string, number | readonly number[]>>;
}

export function placeBlock(block: Block, placement: Placement): PlacedBlock {
  const lines = linesOf(block);
  const rowOf = new Map(lines.map(({ id }, i) => [id, placement.row + 1 + i]));
  const site: Site = { block, labels: placement.column ?? 2, periods: placement.periods, rowOf };
  checkNames(site, placement);
  const title = { row: placement.row, column: columnsOf(site).section, role: "title", content: block.title } as const;
  const cells = lines.flatMap((line, i) =>
    lineCells(site, placement, line).map((cell) => ({ row: placement.row + 1 + i, ...cell })),
  );
  return { ...site, cells: [title, ...cells], nextRow: placement.row + 1 + lines.length };
}

function checkNames({ block, rowOf }: Site, { links, values, formulas }: Placement): void {
  if (rowOf.size !== linesOf(block).length) throw new Error(`${block.id} has two lines of one id`);
  const inputs = new Set(block.inputs.map(({ id }) => id));
  for (const id of Object.keys({ ...links, ...values, ...formulas }))
    if (!inputs.has(id)) throw new Error(`${block.id} has no input ${id}`);
}

type CellInRow = Omit<PlacedCell, "row">;

function lineCells(site: Site, placement: Placement, line: BlockInput | BlockRow): CellInRow[] {
  const columns = columnsOf(site);
  const single = (column: number, role: CellRole, template: string | undefined): CellInRow[] =>
    template === undefined ? [] : [{ column, role, content: `=${spell(site, template)}` }];
  return [
    { column: columns.label, role: "label", content: line.label },
    ...("over" in line ? formulaCells(site, line) : inputCells(site, placement, line)),
    { column: columns.unit, role: "unit", content: line.unit },
    ...single(columns.total, "formula", line.total),
    ...("over" in line ? single(columns.check, "check", line.check) : []),
    ...("over" in line ? single(columns.opening, "formula", line.opening) : []),
  ];
}

function formulaCells(site: Site, row: BlockRow): CellInRow[] {
  const period = (column: number) => (isOverPeriods(row) ? column : undefined);
  return valueColumns(site, row).map((column) => ({
    column,
    role: "formula",
    content: `=${spell(site, row.formula, period(column))}`,
  }));
}

function inputCells(site: Site, { links, values, formulas }: Placement, line: BlockInput): CellInRow[] {
  const formula = formulas?.[line.id];
  if (formula !== undefined)
    return valueColumns(site, line).map((column) => ({ column, role: "link", content: `=${formula}` }));
  const link = links?.[line.id];
  const given = values?.[line.id] ?? line.example;
  return valueColumns(site, line).map((column, i) =>
    link
      ? { column, role: "link", content: `=${sheetPrefix(link.sheet)}${linkedAddress(site, line, link, column)}` }
      : { column, role: "input", content: typeof given === "number" ? given : (given[i % given.length] ?? 0) },
  );
}

function linkedAddress(site: Site, line: BlockInput, { to, id, part }: Link, column: number): string {
  const across = isOverPeriods(line);
  const sameShape = part === "total" ? !across : isOverPeriods(lineOf(to, id)) === across;
  const sameColumns = !across || columnsOf(to).periods === columnsOf(site).periods;
  if (!to.block.outputs.includes(id) || !sameShape || !sameColumns)
    throw new Error(`${site.block.id}.${line.id} cannot link to ${to.block.id}.${id}`);
  return part === "total" ? totalOf(to, id) : addressOf(to, id, across ? column : undefined);
}

const valueColumns = (site: Site, line: BlockInput | BlockRow): number[] => {
  const { value, periods } = columnsOf(site);
  return isOverPeriods(line) ? Array.from({ length: site.periods }, (_, i) => periods + i) : [value];
};
