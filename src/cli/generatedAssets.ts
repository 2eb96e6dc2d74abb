import { functionsMetadata } from "../functions/metadata";
import { referencePage } from "../functions/reference/page";
import { registry } from "../functions/registry";

/** Every committed file that derives from the specs, by path from the project's root. */
export const generatedAssets = (): Readonly<Record<string, string>> => ({
  "assets/functions.json": `${JSON.stringify(functionsMetadata(registry), null, 2)}\n`,
  "assets/reference.html": referencePage(registry),
});
