// What this host answers: `Range.values`, `Worksheet.getRange()`. The list is the claim; "works like Excel" is not.
import type { Kind } from "./kind";
import { kinds } from "./kinds";
import { clientName } from "./wire";

/** Microsoft's client has these for itself; add-ins do not call them. */
const isPublic = (name: string) => !name.startsWith("_");

export function membersOf(kind: Kind): readonly string[] {
  const { name, properties = {}, children = {}, methods = {}, byKey, keysAreInternal } = kind;
  const own = [
    ...[...Object.keys(properties), ...Object.keys(children)].filter(isPublic).map(clientName),
    ...Object.keys(methods)
      .filter(isPublic)
      .map((method) => `${clientName(method)}()`),
    ...(byKey && !keysAreInternal && !("GetItem" in methods) ? ["getItem()"] : []),
  ];
  return own.map((member) => `${name}.${member}`);
}

/** Of the workbook's object model, without the services behind it. */
export const answeredMembers = (): readonly string[] =>
  [...kinds.values()].filter(({ name }) => !name.includes(".")).flatMap(membersOf);
