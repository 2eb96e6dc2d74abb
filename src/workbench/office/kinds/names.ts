// Names: the workbook's ranges are o-spreadsheet's named ranges, everything else is kept in the records.
import { parseReference } from "../a1";
import { addressOf, type Area, areaAt } from "../area";
import { booleanArgument, textArgument } from "../arguments";
import { alreadyExists, invalidArgument, itemNotFound } from "../apiError";
import type { Book } from "../book";
import { checkFormula } from "../cells";
import { defineKind, type Item } from "../kind";
import { writable } from "../sheetSize";
import { findName, type NameOwner, namesOf, removeName, saveName } from "../names";

interface Names extends Item {
  /** undefined: the workbook's. */
  readonly sheetId?: string;
}
interface Name extends Item {
  readonly owner: NameOwner;
  readonly name: string;
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
const LONGEST = 255;

const ownerOf = ({ sheetId = "" }: Names): NameOwner => sheetId;

function find(book: Book, names: Names, key: unknown): Name | undefined {
  const found = typeof key === "string" ? findName(book, ownerOf(names), key) : undefined;
  return found && ({ kind: "NamedItem", owner: ownerOf(names), name: found.name } as Name);
}

function checkName(book: Book, owner: NameOwner, value: unknown, location: string): string {
  const name = textArgument(value, location);
  if (!NAME.test(name) || name.length > LONGEST || parseReference(name) || /^(R|C|R\d+C\d+|TRUE|FALSE)$/i.test(name))
    throw invalidArgument(location);
  if (findName(book, owner, name)) throw alreadyExists(location);
  return name;
}

function add(book: Book, names: Names, name: unknown, reference: unknown, comment: unknown): Name {
  const location = "NamedItemCollection.add";
  const owner = ownerOf(names);
  const own = checkName(book, owner, name, location);
  const formula = formulaOf(book, names, reference, location);
  saveName(book, owner, { name: own, formula, comment: typeof comment === "string" ? comment : "", visible: true });
  return { kind: "NamedItem", owner, name: own } as Name;
}

/** Addresses with their sheet and absolute, as Excel shows them. */
function formulaOf(book: Book, { sheetId }: Names, reference: unknown, location: string): string {
  if (typeof reference === "object" && reference !== null && "zone" in reference) {
    // A sheet that grows later would stretch a name that ends beyond it.
    writable(book, reference as Area);
    return `=${addressOf(book, reference as Area, "$")}`;
  }
  if (typeof reference === "number" || typeof reference === "boolean") return `=${String(reference).toUpperCase()}`;
  const text = textArgument(reference, location);
  if (!text.startsWith("=")) throw invalidArgument(location);
  checkFormula(book, text, location);
  if (!parseReference(text.slice(1))) return text;
  return `=${addressOf(book, areaAt(book, sheetId ?? book.getters.getActiveSheetId(), text, location), "$")}`;
}

function kept(book: Book, { owner, name }: Name) {
  const found = findName(book, owner, name);
  if (!found) throw itemNotFound("NamedItem");
  return found;
}

const sheetFor = ({ getters }: Book, owner: NameOwner) => owner || getters.getActiveSheetId();

function range(book: Book, item: Name): Area | null {
  const { formula } = kept(book, item);
  const reference = parseReference(formula.slice(1));
  return reference ? areaAt(book, sheetFor(book, item.owner), formula, "NamedItem.getRange") : null;
}

/** An address for a range, otherwise what the formula gives. */
function value(book: Book, item: Name): unknown {
  const { formula } = kept(book, item);
  if (parseReference(formula.slice(1))) return formula.slice(1);
  const result = book.getters.evaluateFormula(sheetFor(book, item.owner), formula);
  return Array.isArray(result) ? result[0]?.[0] : result;
}

const TYPES: Readonly<Record<string, string>> = { number: "Double", string: "String", boolean: "Boolean" };

const type = (book: Book, item: Name) =>
  parseReference(kept(book, item).formula.slice(1)) ? "Range" : (TYPES[typeof value(book, item)] ?? "Error");

const sheetOf = ({ owner }: Name) => (owner === "" ? null : { kind: "Worksheet", sheetId: owner });

export const nameKinds = [
  defineKind<Names>({
    name: "NamedItemCollection",
    elements: (book, names) =>
      namesOf(book, ownerOf(names)).map(({ name }) => ({ kind: "NamedItem", owner: ownerOf(names), name }) as Name),
    byKey: find,
    methods: {
      Add: add,
      GetItemOrNullObject: (book, names, key) => find(book, names, key) ?? null,
      GetCount: (book, names) => namesOf(book, ownerOf(names)).length,
    },
  }),
  defineKind<Name>({
    name: "NamedItem",
    identity: (_, { name }) => ({ _Id: name }),
    exists: (book, { owner, name }) => findName(book, owner, name) !== undefined,
    properties: {
      Name: { get: (_, { name }) => name },
      _Id: { get: (_, { name }) => name },
      Formula: {
        get: (book, item) => kept(book, item).formula,
        set: (book, item, formula) => {
          const names = { kind: "NamedItemCollection", sheetId: item.owner || undefined };
          const spelled = formulaOf(book, names, formula, "NamedItem.formula");
          saveName(book, item.owner, { ...kept(book, item), formula: spelled });
        },
      },
      Value: { get: value },
      Type: { get: type },
      Scope: { get: (_, { owner }) => (owner === "" ? "Workbook" : "Worksheet") },
      Comment: {
        get: (book, item) => kept(book, item).comment,
        set: (book, item, comment) =>
          saveName(book, item.owner, { ...kept(book, item), comment: textArgument(comment, "NamedItem.comment") }),
      },
      Visible: {
        get: (book, item) => kept(book, item).visible,
        set: (book, item, visible) =>
          saveName(book, item.owner, { ...kept(book, item), visible: booleanArgument(visible, "NamedItem.visible") }),
      },
    },
    children: {
      Worksheet: (_, item) => {
        const sheet = sheetOf(item);
        if (!sheet) throw itemNotFound("NamedItem.worksheet");
        return sheet;
      },
      WorksheetOrNullObject: (_, item) => sheetOf(item),
    },
    methods: {
      GetRange: (book, item) => {
        const found = range(book, item);
        if (!found) throw itemNotFound("NamedItem.getRange");
        return found;
      },
      GetRangeOrNullObject: range,
      Delete: (book, { owner, name }) => removeName(book, owner, name),
    },
  }),
];
