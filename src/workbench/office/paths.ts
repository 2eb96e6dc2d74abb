// Object paths: how the client names the objects of a batch.
import { invalidReference, itemNotFound, notImplemented } from "./apiError";
import type { Area } from "./area";
import type { Book } from "./book";
import type { Item, Kind } from "./kind";
import { kindOf, kinds } from "./kinds";
import { currentArea } from "./references";
import { type ArgumentInfo, type Batch, clientName, type ObjectPath, PATH } from "./wire";

/** The objects of one batch. A path is resolved once: that is when its method runs. */
export interface Paths {
  readonly resolve: (id: number) => Item | null;
  readonly argumentsOf: (info: ArgumentInfo | undefined) => readonly unknown[];
}

export function pathsOf(book: Book, batch: Batch): Paths {
  const resolved = new Map<number, Item | null>();
  const resolve = (id: number): Item | null => {
    const known = resolved.get(id);
    if (known !== undefined) return alive(book, known);
    const path = batch.ObjectPaths[id];
    if (!path) throw itemNotFound("ObjectPath");
    const item = find(book, path, paths);
    resolved.set(id, item);
    return item;
  };
  const argumentsOf = (info: ArgumentInfo | undefined) =>
    (info?.Arguments ?? []).map((value, index) => {
      const reference = info?.ReferencedObjectPathIds?.[index];
      return typeof reference === "number" && reference > 0 ? resolve(reference) : withItems(value, resolve);
    });
  const paths = { resolve, argumentsOf };
  return paths;
}

/** Objects inside of plain objects and arrays: `{ list: { source: range } }`. */
function withItems(value: unknown, resolve: (id: number) => Item | null): unknown {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  if ("_ObjectPathId" in value) return resolve(value._ObjectPathId as number);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withItems(each, resolve)]));
}

function alive(book: Book, item: Item | null): Item | null {
  if (item?.kind === "Range") return aliveRange(book, item as Area);
  if (item && kindOf(item).exists?.(book, item) === false) throw itemNotFound(item.kind);
  return item;
}

function aliveRange(book: Book, range: Area): Area {
  const now = currentArea(book.memory, range);
  if (!now || !book.getters.tryGetSheet(now.sheetId)) throw invalidReference("Range");
  return now;
}

function find(book: Book, path: ObjectPath, paths: Paths): Item | null {
  switch (path.ObjectPathType) {
    case PATH.root:
      return { kind: "Workbook" };
    case PATH.service:
      if (!kinds.has(path.Name)) throw notImplemented(path.Name);
      return { kind: path.Name };
    case PATH.reference: {
      const range = book.memory.references.get(path.Name);
      if (!range) throw invalidReference("Range");
      return aliveRange(book, range);
    }
    case PATH.nullObject:
      return null;
    default:
      return child(book, path, paths);
  }
}

function child(book: Book, { ObjectPathType, Name, ParentObjectPathId = 0, ArgumentInfo }: ObjectPath, paths: Paths) {
  const parent = paths.resolve(ParentObjectPathId);
  if (!parent) return null;
  const kind = kindOf(parent);
  if (ObjectPathType === PATH.property) return ownMember(kind, "children", Name)(book, parent);
  const values = paths.argumentsOf(ArgumentInfo);
  if (ObjectPathType === PATH.method) return ownMember(kind, "methods", Name)(book, parent, ...values) as Item | null;
  if (ObjectPathType !== PATH.indexer || !kind.byKey) throw notImplemented(`${kind.name}.getItem`);
  const item = kind.byKey(book, parent, values[0]);
  if (!item) throw itemNotFound(`${kind.name}.getItem`);
  return item;
}

export function ownMember<M extends "children" | "methods">(kind: Kind, members: M, name: string) {
  const table = kind[members] as Required<Kind>[M] | undefined;
  if (!table || !Object.hasOwn(table, name)) throw notImplemented(`${kind.name}.${clientName(name)}`);
  return table[name] as Required<Kind>[M][string];
}
