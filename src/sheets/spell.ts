// Spells a formula's named references as addresses.
import { absolute, relative } from "./address";
import { isOverPeriods, linesOf, type Template } from "./block";
import { addressOf, columnsOf, lineOf, rowOf, type Site, totalOf } from "./site";

/** `column` is that of the period in which the formula stands; none for a formula that stands in C, E, F or G. */
export const spell = (site: Site, template: Template, column?: number): string =>
  template.replace(/\{(\w[\w.]*)(?::(\w+))?\}/g, (_, id: string, part: string | undefined) =>
    reference(site, id, part, column),
  );

function reference(site: Site, id: string, part: string | undefined, column: number | undefined): string {
  switch (part) {
    case undefined:
      return addressOf(site, id, column);
    case "previous":
      return previous(site, id, column);
    case "all":
      return allPeriods(site, id);
    case "total":
      return totalOf(site, id);
    case "group":
      return group(site, id, column);
    default:
      throw new Error(`${site.block.id}: {${id}:${part}} is no reference`);
  }
}

function previous(site: Site, id: string, column: number | undefined): string {
  const line = lineOf(site, id);
  if (column === undefined || !("opening" in line)) throw new Error(`${site.block.id}.${id} has no previous period`);
  return relative(rowOf(site, id), column - 1);
}

function allPeriods(site: Site, id: string): string {
  if (!isOverPeriods(lineOf(site, id))) throw new Error(`${site.block.id}.${id} is a single value`);
  const [row, first] = [rowOf(site, id), columnsOf(site).periods];
  return `${absolute(row, first)}:${absolute(row, first + site.periods - 1)}`;
}

function group(site: Site, name: string, column: number | undefined): string {
  const members = linesOf(site.block).filter((line) => line.group === name);
  const [first, last] = [members[0], members.at(-1)];
  if (!first || !last || rowOf(site, last.id) - rowOf(site, first.id) !== members.length - 1)
    throw new Error(`${site.block.id}: ${name} is no group of adjacent rows`);
  return `${addressOf(site, first.id, column)}:${addressOf(site, last.id, column)}`;
}
