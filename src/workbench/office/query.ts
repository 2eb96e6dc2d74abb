// Loads: which properties of which objects the client asks for.
import { notImplemented } from "./apiError";
import type { Book } from "./book";
import type { Item, Kind } from "./kind";
import { kindOf } from "./kinds";
import { clientName, type QueryInfo } from "./wire";

type Loaded = Record<string, unknown>;

const ALL = "*";

/** The client sends names as the add-in wrote them: `format/font/bold`, `format.font.bold`. */
export function load(book: Book, item: Item, { Select = [], Expand = [], Top, Skip = 0 }: QueryInfo): Loaded {
  const wanted = [...Select, ...Expand];
  return read(book, item, wanted.length > 0 ? wanted : [ALL], { Top, Skip });
}

function read(book: Book, item: Item, wanted: readonly string[], page: { Top?: number; Skip: number }): Loaded {
  const kind = kindOf(item);
  if (!kind.elements) return properties(book, item, kind, wanted);
  const own = wanted.filter((name) => findName(kind.properties, name) !== undefined);
  const ofElements = wanted.filter((name) => !own.includes(name));
  const elements = kind
    .elements(book, item)
    .slice(page.Skip, page.Top === undefined ? undefined : page.Skip + page.Top);
  return {
    ...(own.length > 0 ? properties(book, item, kind, own) : {}),
    _Items: elements.map((element) => ({
      ...identity(book, element),
      ...read(book, element, ofElements.length > 0 ? ofElements : [ALL], { Skip: 0 }),
    })),
  };
}

function properties(book: Book, item: Item, kind: Kind, wanted: readonly string[]): Loaded {
  const loaded: Loaded = { ...identity(book, item) };
  const nested = new Map<string, string[]>();
  for (const name of wanted) {
    const [first = "", ...rest] = name.split(/[/.]/);
    const child = findName(kind.children, first);
    if (first === ALL) Object.assign(loaded, everything(book, item, kind));
    else if (child !== undefined) nested.set(child, [...(nested.get(child) ?? []), rest.join("/") || ALL]);
    else loaded[propertyName(kind, first)] = kind.properties?.[propertyName(kind, first)]?.get(book, item);
  }
  for (const [name, names] of nested) {
    const child = kind.children?.[name]?.(book, item);
    loaded[name] = child ? read(book, child, names, { Skip: 0 }) : null;
  }
  return loaded;
}

const everything = (book: Book, item: Item, { properties: all = {} }: Kind): Loaded =>
  Object.fromEntries(Object.entries(all).map(([name, { get }]) => [name, get(book, item)]));

/** An unknown one is an error: the client would keep it unloaded without a word. */
function propertyName(kind: Kind, name: string): string {
  const found = findName(kind.properties, name);
  if (found === undefined) throw notImplemented(`${kind.name}.${name}`);
  return found;
}

const findName = (table: object | undefined, name: string) =>
  Object.keys(table ?? {}).find((each) => each.toLowerCase() === name.toLowerCase());

export const identity = (book: Book, item: Item) => kindOf(item).identity?.(book, item) ?? {};

/** What `retrieve()` wants instead: the client's names. Values stay as they are. */
export function retrieved(loaded: Loaded, isNested: (value: unknown) => boolean = isObject): Loaded {
  return Object.fromEntries(
    Object.entries(loaded).map(([name, value]) => {
      if (name === "_Items") return ["items", (value as Loaded[]).map((each) => retrieved(each))];
      return [clientName(name), isNested(value) && !VALUES.has(name) ? retrieved(value as Loaded) : value];
    }),
  );
}

/** Properties whose value is an object of its own. */
const VALUES = new Set(["Value", "Rule", "Prompt", "ErrorAlert", "Zoom", "Options", "Criteria"]);

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
