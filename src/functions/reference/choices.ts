// Every list that an argument or a label chooses from.
import type { TrainingPrecision } from "../../engine/precision";
import type { CatalogRow, Table } from "../../catalog/table";
import { scenarioLabels } from "../scenario/labels";
import type { AnyFunction } from "../spec";
import { code, escape, htmlTable, printed } from "./html";

/** One table per list, with the arguments and labels that use it. */
export function choiceTables(registry: readonly AnyFunction[]): readonly string[] {
  const lists = new Map<Table<CatalogRow>, string[]>();
  const use = (list: Table<CatalogRow> | undefined, by: string) =>
    list && lists.set(list, [...(lists.get(list) ?? []), by]);
  for (const spec of registry) for (const { name, kind } of spec.params) use(kind.choices, `${spec.id} ${name}`);
  for (const { id, kind } of scenarioLabels.rows) use(kind.choices, `label ${id}`);
  lists.delete(scenarioLabels as Table<CatalogRow>);
  return [...lists].map(([list, uses]) => choiceTable(list, uses));
}

const MOST_USES_SHOWN = 8;
const usesText = (uses: readonly string[]) =>
  uses.length <= MOST_USES_SHOWN ? uses.join(", ") : `${uses.slice(0, MOST_USES_SHOWN).join(", ")}, …`;

const choiceTable = (list: Table<CatalogRow>, uses: readonly string[]): string =>
  htmlTable(
    `${escape(list.noun)} <span class="accepts">(${escape(usesText(uses))})</span>`,
    ["Write", "Meaning", "Also"],
    list.rows.map((entry) => [code(entry.id), escape(meaning(entry)), escape(entry.aliases.join(", "))]),
  );

/** What a row says beyond its label: its own words, or the numbers that make the choice. */
function meaning(entry: CatalogRow): string {
  const facts = entry as Partial<{ doc: string; bits: number; quantizes: string } & TrainingPrecision>;
  if (facts.doc) return `${entry.label}: ${facts.doc}`;
  if (facts.bits !== undefined)
    return `${entry.label}: ${printed(facts.bits)} bits per weight, ${facts.quantizes ?? ""}`;
  if (facts.weightBytes !== undefined)
    return `${entry.label}: bytes per parameter ${facts.weightBytes} weights, ${facts.gradientBytes} gradients, ${facts.masterBytes} master copy`;
  return entry.label;
}
