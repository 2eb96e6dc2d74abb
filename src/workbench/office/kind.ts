// The object model as data: what each of Microsoft's classes answers here.
import type { Book } from "./book";

/** An object of the workbook as the client holds it: its class, and which one it is. */
export interface Item {
  readonly kind: string;
}

export interface Property<T extends Item> {
  readonly get: (book: Book, item: T) => unknown;
  readonly set?: (book: Book, item: T, value: unknown) => void;
}

/** Members have the names that they have on the wire: the client's, with a capital. */
export interface Kind<T extends Item = Item> {
  /** Microsoft's name of the class. */
  readonly name: string;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  /** Objects that hang below: navigation properties. */
  readonly children?: Readonly<Record<string, (book: Book, item: T) => Item | null>>;
  readonly methods?: Readonly<Record<string, (book: Book, item: T, ...args: readonly unknown[]) => unknown>>;
  /** Methods that look at computed values: what was written before must be computed first. `Charts.Add`: only below that. */
  readonly readsValues?: readonly string[];
  /** Sets that travel under another name than the property. */
  readonly setNames?: Readonly<Record<string, string>>;
  readonly elements?: (book: Book, item: T) => readonly Item[];
  /** By name or by identity: the client comes back with the identity. */
  readonly byKey?: (book: Book, item: T, key: unknown) => Item | undefined;
  /** Microsoft offers no `getItem`: only its client comes back by identity. */
  readonly keysAreInternal?: true;
  /** What the client must hear once an object exists, or it would make it again in the next sync. */
  readonly identity?: (book: Book, item: T) => Readonly<Record<string, string>>;
  readonly exists?: (book: Book, item: T) => boolean;
}

/** Each kind is written for its own items; the table of all kinds only knows that they are items. */
export const defineKind = <T extends Item>(kind: Kind<T>): Kind => kind as unknown as Kind;

export const isItem = (value: unknown): value is Item => typeof value === "object" && value !== null && "kind" in value;
