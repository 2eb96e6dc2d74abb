import { accessDenied } from "./apiError";
import type { Book } from "./book";
import { isProtected } from "./plugins/protection";

/** The same rules as for the user's edits, before anything of a write is done. */
export function denyIfProtected(book: Book, command: Parameters<typeof isProtected>[1], location: string): void {
  if (isProtected(book.getters, command)) throw accessDenied(location);
}
