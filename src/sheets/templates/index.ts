import type { SheetTemplate } from "../template";

/** Every template, in the order of the pane. */
export const templates: readonly SheetTemplate[] = [];
