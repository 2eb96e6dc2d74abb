import { parseReference, sheetPrefix } from "./a1";
import { areaAt, localAddress } from "./area";
import type { Book } from "./book";
import type { OfficeName } from "./library";
import { NAMES_RECORD, WORKBOOK_RECORD } from "./plugins/records";

/** A sheet's id, or "" for the workbook. */
export type NameOwner = string;

export function namesOf({ getters }: Book, owner: NameOwner): readonly OfficeName[] {
  if (owner !== "") return getters.getOfficeNames(owner);
  const { nameDetails } = getters.getOfficeWorkbook();
  const ranges = getters.getNamedRanges().map(({ name, range: { sheetId, zone } }) => ({
    name,
    formula: `=${sheetPrefix(getters.getSheetName(sheetId))}${localAddress({ kind: "Range", sheetId, zone }, "$")}`,
    ...(nameDetails[name] ?? { comment: "", visible: true }),
  }));
  return [...ranges, ...getters.getOfficeNames("")];
}

export const findName = (book: Book, owner: NameOwner, name: string) =>
  namesOf(book, owner).find((one) => one.name.toLowerCase() === name.toLowerCase());

/** Adds the name or replaces the one that it has. */
export function saveName(book: Book, owner: NameOwner, name: OfficeName): void {
  if (owner === "" && parseReference(name.formula.slice(1))) saveRange(book, name);
  else {
    const others = book.getters.getOfficeNames(owner).filter((one) => one.name !== name.name);
    book.dispatch(NAMES_RECORD, { owner, names: [...others, name] });
  }
}

function saveRange(book: Book, { name, formula, comment, visible }: OfficeName): void {
  const { sheetId, zone } = areaAt(book, book.getters.getActiveSheetId(), formula, "NamedItemCollection.add");
  const ranges = [book.getters.getRangeDataFromZone(sheetId, zone)];
  if (book.getters.getNamedRange(name))
    book.dispatch("UPDATE_NAMED_RANGE", { oldRangeName: name, newRangeName: name, ranges });
  else book.dispatch("CREATE_NAMED_RANGE", { name, ranges });
  const nameDetails = { ...book.getters.getOfficeWorkbook().nameDetails, [name]: { comment, visible } };
  book.dispatch(WORKBOOK_RECORD, { changes: { nameDetails } });
}

export function removeName(book: Book, owner: NameOwner, name: string): void {
  if (owner === "" && book.getters.getNamedRange(name)) book.dispatch("DELETE_NAMED_RANGE", { name });
  else {
    const names = book.getters.getOfficeNames(owner).filter((one) => one.name !== name);
    book.dispatch(NAMES_RECORD, { owner, names });
  }
}
