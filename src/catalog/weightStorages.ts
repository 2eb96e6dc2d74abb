import type { StorageFormat } from "../engine/storage";
import type { WeightStorage } from "../engine/serving/run";
import type { CatalogRow } from "./table";
import { ggufRecipes } from "./ggufRecipes";

/** How a dtype's checkpoint is stored: a GGUF file type mixes block types tensor by tensor. */
export const weightStorage = (row: CatalogRow & StorageFormat): WeightStorage => ({
  format: row,
  recipe: ggufRecipes.get(row.id) ?? null,
});
