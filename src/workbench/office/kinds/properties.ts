// Shapes of properties that many kinds share.
import type { Book } from "../book";
import type { Item, Property } from "../kind";

/** Excel has it, and every workbook here has the same. */
export const fixed = (value: unknown): Property<Item> => ({ get: () => value });

/** A value that is kept and given back, checked by `accept` first. */
export const kept = <T extends Item>(
  read: (book: Book, item: T) => unknown,
  write: (book: Book, item: T, value: unknown) => void,
): Property<T> => ({ get: read, set: write });
