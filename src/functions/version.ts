import { CATALOG_DATE } from "../catalog/date";
import { type CatalogRow, table } from "../catalog/table";
import { choice } from "./kinds";
import { defineFunction, withDefault } from "./spec";

/** package.json's version, put here by the build. */
declare const GPUMEM_VERSION: string;

const ENGINE_VERSION: string = GPUMEM_VERSION;
/** Stands in the last row of every breakdown: numbers are the same within one version. */
export const VERSION_TEXT = `GPUMEM ${ENGINE_VERSION}, catalog ${CATALOG_DATE}`;

interface VersionRow extends CatalogRow {
  readonly text: string;
}
const versions = table<VersionRow>("part", [
  { id: "both", label: "both", aliases: ["all"], text: VERSION_TEXT },
  { id: "engine", label: "engine", aliases: ["gpumem", "add-in"], text: ENGINE_VERSION },
  { id: "catalog", label: "catalog date", aliases: ["catalog date", "date"], text: CATALOG_DATE },
]);

export const VERSION = defineFunction({
  id: "VERSION",
  summary: "The version of the engine and the date of its catalogs: numbers are the same within one version.",
  topic: "Scenarios",
  params: [withDefault("what", choice(versions), "both", "engine, catalog or both.")],
  returns: { unit: "plain", doc: "Text." },
  formula: "a constant of the build",
  sources: ["CHANGELOG"],
  examples: [{ formula: '=GPUMEM.VERSION("catalog")', result: CATALOG_DATE }],
  run: ({ what }) => what.text,
});
