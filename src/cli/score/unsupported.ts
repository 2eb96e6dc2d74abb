import { resolve, type CatalogRow, type Table } from "../../catalog/table";

/** A configuration that the engine has no words for; the message is the reason. */
export class Unsupported extends Error {}

/** The row that a mapping means. */
export function rowOf<R extends CatalogRow>(catalog: Table<R>, id: string): R {
  const found = resolve(catalog, id);
  if (found.kind !== "found") throw new Unsupported(`there is no ${catalog.noun} ${id}`);
  return found.row;
}
