// What each action of a batch does.
import { invalidOperation, notImplemented } from "./apiError";
import type { Book } from "./book";
import { isItem, type Item } from "./kind";
import { kindOf, kinds } from "./kinds";
import { ownMember, type Paths } from "./paths";
import { identity, load, retrieved } from "./query";
import { ACTION, type Action, type Batch, clientName, PATH } from "./wire";

export function answer(book: Book, paths: Paths, action: Action): unknown {
  if (action.ActionType === ACTION.trace) return null;
  const item = paths.resolve(action.ObjectPathId);
  switch (action.ActionType) {
    case ACTION.instantiate:
      return item && identity(book, item);
    case ACTION.load:
      return item && load(book, item, action.QueryInfo ?? {});
    case ACTION.retrieve:
      return item && retrieved(load(book, item, action.QueryInfo ?? {}));
    case ACTION.call:
      return item && call(book, item, action, paths);
    case ACTION.set:
      return set(book, item, action, paths);
    default:
      throw notImplemented(`actions of the type ${action.ActionType}`);
  }
}

function call(book: Book, item: Item, { Name, ArgumentInfo }: Action, paths: Paths): unknown {
  const result = ownMember(kindOf(item), "methods", Name)(book, item, ...paths.argumentsOf(ArgumentInfo));
  return isItem(result) ? null : result;
}

function set(book: Book, item: Item | null, { Name, ArgumentInfo }: Action, paths: Paths): null {
  if (!item) throw invalidOperation(clientName(Name), "The object does not exist.");
  const kind = kindOf(item);
  const property = kind.setNames?.[Name] ?? Name;
  const write =
    kind.properties && Object.hasOwn(kind.properties, property) ? kind.properties[property]?.set : undefined;
  if (!write) throw notImplemented(`setting of ${kind.name}.${clientName(property)}`);
  write(book, item, paths.argumentsOf(ArgumentInfo)[0]);
  return null;
}

const READERS: ReadonlySet<string> = new Set([...kinds.values()].flatMap(({ readsValues: methods = [] }) => methods));

/** Reads want what was written before them to be computed. */
export function readsValues({ ObjectPaths }: Batch, { ActionType, Name, ObjectPathId }: Action): boolean {
  if (ActionType === ACTION.load || ActionType === ACTION.retrieve) return true;
  const path = ObjectPaths[ObjectPathId];
  if (ActionType === ACTION.call) return READERS.has(Name);
  if (ActionType !== ACTION.instantiate || path?.ObjectPathType !== PATH.method) return false;
  return READERS.has(path.Name) || READERS.has(`${ObjectPaths[path.ParentObjectPathId ?? 0]?.Name}.${path.Name}`);
}
