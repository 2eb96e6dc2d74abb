import type { Item, Property } from "../kind";

/** Excel has it, and every workbook here has the same. */
export const fixed = (value: unknown): Property<Item> => ({ get: () => value });
