import { alreadyExists, invalidArgument } from "./apiError";
import type { Book } from "./book";

export const LONGEST_NAME = 31;

/** Excel's rules for the name of a sheet; `own` is the sheet that may have it already. */
export function checkSheetName({ getters }: Book, name: unknown, location: string, own?: string): string {
  const fits =
    typeof name === "string" &&
    name.trim() !== "" &&
    name.length <= LONGEST_NAME &&
    !/[\\/?*[\]:]/.test(name) &&
    !/^'|'$/.test(name) &&
    name.toLowerCase() !== "history";
  if (!fits) throw invalidArgument(location);
  const holder = getters.getSheetIdByName(name);
  if (holder !== undefined && holder !== own) throw alreadyExists(location);
  return name;
}

export function freeSheetName({ getters }: Book, spelled: (number: number) => string, first: number): string {
  let number = first;
  while (getters.getSheetIdByName(spelled(number)) !== undefined) number++;
  return spelled(number);
}
