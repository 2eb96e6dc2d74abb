// How a sheet prints. The workbench does not print: what is set is checked, kept with the sheet and given back.
import { type Area, areaArgument, localAddress } from "../area";
import { booleanArgument, choiceArgument, numberArgument, recordArgument, textArgument } from "../arguments";
import { invalidArgument } from "../apiError";
import type { Book } from "../book";
import { defineKind, type Item, type Property } from "../kind";
import { SHEET_RECORD } from "../plugins/records";

interface Page extends Item {
  readonly sheetId: string;
}
/** Headers and footers of all pages, of the first, of even ones, ... */
interface Pages extends Page {
  readonly pages: string;
}

const page = ({ getters }: Book, sheetId: string) => getters.getOfficeSheet(sheetId).page ?? {};

function keep(book: Book, sheetId: string, changes: Readonly<Record<string, unknown>>): void {
  book.dispatch(SHEET_RECORD, { sheetId, changes: { page: { ...page(book, sheetId), ...changes } } });
}

function kept(
  name: string,
  otherwise: unknown,
  accepted: (value: unknown, location: string) => unknown,
): Property<Page> {
  const key = name.charAt(0).toLowerCase() + name.slice(1);
  return {
    get: (book, { sheetId }) => page(book, sheetId)[key] ?? otherwise,
    set: (book, { sheetId }, value) => keep(book, sheetId, { [key]: accepted(value, `PageLayout.${key}`) }),
  };
}

const oneOf =
  (...names: readonly string[]) =>
  (value: unknown, location: string) =>
    choiceArgument(value, Object.fromEntries(names.map((name) => [name, name])), location);

const inPoints = (value: unknown, location: string) => numberArgument(value, location, { min: 0, max: 10_000 });

/** Fit to pages or a scale; Excel takes scales of 10 to 400 percent. */
function zoom(value: unknown, location: string): object {
  const wished = recordArgument(value, ["scale", "horizontalFitToPages", "verticalFitToPages"], location);
  const { scale, horizontalFitToPages: across, verticalFitToPages: down } = wished;
  if (scale !== undefined) numberArgument(scale, location, { min: 10, max: 400 });
  for (const count of [across, down])
    if (count !== undefined && count !== null && !(Number.isInteger(count) && (count as number) >= 0))
      throw invalidArgument(location);
  return wished;
}

const PAPERS = ["Letter", "Legal", "A3", "A4", "A5", "Tabloid", "Executive", "B4", "B5"];

const flag = (name: string) => kept(name, false, booleanArgument);
const margin = (name: string, otherwise: number) => kept(name, otherwise, inPoints);

function setArea(name: string) {
  return (book: Book, { sheetId }: Page, range: unknown): void => {
    const location = `PageLayout.set${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const address = `=${localAddress(areaArgument(book, sheetId, range, location), "$")}`;
    const { areas } = book.getters.getOfficeSheet(sheetId);
    book.dispatch(SHEET_RECORD, { sheetId, changes: { areas: { ...areas, [name]: address } } });
  };
}

function areaOrNull(name: string) {
  return (book: Book, { sheetId }: Page): Area | null => {
    const address = book.getters.getOfficeSheet(sheetId).areas?.[name];
    return address === undefined ? null : areaArgument(book, sheetId, address, `PageLayout.${name}`);
  };
}

const PER_UNIT = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
const MARGINS = ["top", "bottom", "left", "right", "header", "footer"];

function setMargins(book: Book, { sheetId }: Page, unit: unknown, margins: unknown): void {
  const location = "PageLayout.setPrintMargins";
  const factor = choiceArgument(unit, PER_UNIT, location);
  const changes = Object.entries(recordArgument(margins, MARGINS, location)).map(([side, value]) => [
    `${side}Margin`,
    inPoints(value, location) * factor,
  ]);
  keep(book, sheetId, Object.fromEntries(changes));
}

const text = (name: string): Property<Pages> => {
  const key = (pages: string) => `${pages}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return {
    get: (book, { sheetId, pages }) => page(book, sheetId)[key(pages)] ?? "",
    set: (book, { sheetId, pages }, value) =>
      keep(book, sheetId, { [key(pages)]: textArgument(value, `HeaderFooter.${name}`) }),
  };
};

const pages =
  (name: string) =>
  (_: Book, { sheetId }: Page) => ({ kind: "HeaderFooter", sheetId, pages: name });

export const pageLayoutKinds = [
  defineKind<Page>({
    name: "PageLayout",
    properties: {
      Orientation: kept("Orientation", "Portrait", oneOf("Portrait", "Landscape")),
      PaperSize: kept("PaperSize", "Letter", oneOf(...PAPERS)),
      Zoom: kept("Zoom", { scale: 100 }, zoom),
      PrintOrder: kept("PrintOrder", "DownThenOver", oneOf("DownThenOver", "OverThenDown")),
      CenterHorizontally: flag("CenterHorizontally"),
      CenterVertically: flag("CenterVertically"),
      PrintGridlines: flag("PrintGridlines"),
      PrintHeadings: flag("PrintHeadings"),
      BlackAndWhite: flag("BlackAndWhite"),
      DraftMode: flag("DraftMode"),
      LeftMargin: margin("LeftMargin", 50.4),
      RightMargin: margin("RightMargin", 50.4),
      TopMargin: margin("TopMargin", 54),
      BottomMargin: margin("BottomMargin", 54),
      HeaderMargin: margin("HeaderMargin", 21.6),
      FooterMargin: margin("FooterMargin", 21.6),
    },
    children: { HeadersFooters: (_, { sheetId }) => ({ kind: "HeaderFooterGroup", sheetId }) },
    methods: {
      SetPrintArea: setArea("printArea"),
      SetPrintTitleRows: setArea("printTitleRows"),
      SetPrintTitleColumns: setArea("printTitleColumns"),
      SetPrintMargins: setMargins,
      GetPrintTitleRowsOrNullObject: areaOrNull("printTitleRows"),
      GetPrintTitleColumnsOrNullObject: areaOrNull("printTitleColumns"),
    },
  }),
  defineKind<Page>({
    name: "HeaderFooterGroup",
    properties: {
      State: kept("HeaderFooterState", "Default", oneOf("Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven")),
      UseSheetMargins: kept("HeaderFooterMargins", true, booleanArgument),
      UseSheetScale: kept("HeaderFooterScale", true, booleanArgument),
    },
    children: {
      DefaultForAllPages: pages("allPages"),
      FirstPage: pages("firstPage"),
      EvenPages: pages("evenPages"),
      OddPages: pages("oddPages"),
    },
  }),
  defineKind<Pages>({
    name: "HeaderFooter",
    properties: {
      LeftHeader: text("LeftHeader"),
      CenterHeader: text("CenterHeader"),
      RightHeader: text("RightHeader"),
      LeftFooter: text("LeftFooter"),
      CenterFooter: text("CenterFooter"),
      RightFooter: text("RightFooter"),
    },
  }),
];
