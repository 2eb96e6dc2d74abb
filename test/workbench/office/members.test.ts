// What the host answers, held against Microsoft's client: names on the wire are Microsoft's own and may change.
import { beforeAll, expect, test } from "@jest/globals";
import { kinds } from "../../../src/workbench/office/kinds";
import { answeredMembers } from "../../../src/workbench/office/members";
import { clientName } from "../../../src/workbench/office/wire";
import { openWorkbook } from "../../support/officeWorkbook";

type Prototype = Record<string, unknown> & { readonly _scalarPropertyOriginalNames?: readonly string[] };

let client: Record<string, { readonly prototype: Prototype } | undefined>;
beforeAll(async () => {
  client = (await openWorkbook()).Excel as unknown as typeof client;
});

const ofExcel = [...kinds.values()].filter(({ name }) => !name.includes("."));
const has = (prototype: Prototype, name: string) => name in Object.getOwnPropertyDescriptors(prototype);

test.each(ofExcel.map((kind) => [kind.name, kind] as const))("%s has only members of Microsoft's", (name, kind) => {
  const prototype = client[name]?.prototype as Prototype;
  expect(prototype).toBeDefined();
  const { properties = {}, children = {}, methods = {}, byKey, keysAreInternal } = kind;
  const scalars = prototype._scalarPropertyOriginalNames ?? [];
  expect(Object.keys(properties).filter((property) => !scalars.includes(property))).toEqual([]);
  const functions = [...Object.keys(methods), ...(byKey && !keysAreInternal ? ["GetItem"] : [])];
  expect(functions.map(clientName).filter((method) => typeof prototype[method] !== "function")).toEqual([]);
  expect(
    Object.keys(children)
      .map(clientName)
      .filter((child) => !has(prototype, child)),
  ).toEqual([]);
});

test("the list of members is what the README quotes", () => {
  const members = answeredMembers();
  expect(members).toContain("Range.values");
  expect(members).toContain("WorksheetCollection.getItem()");
  expect(members.filter((member) => member.includes("._"))).toEqual([]);
  expect(new Set(members).size).toBe(members.length);
  expect(members.length).toBeGreaterThan(250);
});
