// How a sheet prints: one page wide, its head on every page, and what and when it is at the foot.
import type { SheetGrid } from "../../sheets/grid";
import { rangeOf } from "./ranges";

const ORIENTATIONS = { portrait: "Portrait", landscape: "Landscape" } as const;

export function writePrint(sheet: Excel.Worksheet, { print }: SheetGrid, paper: Paper): void {
  const { pageLayout } = sheet;
  pageLayout.setPrintArea(rangeOf(sheet, print.area));
  pageLayout.setPrintTitleRows(`$1:$${print.titleRows}`);
  pageLayout.orientation = ORIENTATIONS[print.orientation];
  pageLayout.paperSize = paper;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  const { defaultForAllPages } = pageLayout.headersFooters;
  defaultForAllPages.leftFooter = FILE_AND_SHEET;
  defaultForAllPages.rightFooter = PAGE_OF_PAGES;
}

// Excel's codes that mean the same in every language: file, tab, page, pages.
const FILE_AND_SHEET = "&F · &A";
const PAGE_OF_PAGES = "Page &P of &N";

/** Version and last save stand between; an ampersand would be a code. */
export function writeStampFooter(sheet: Excel.Worksheet, version: string, savedOn: string): void {
  const saved = savedOn === "" ? "not saved" : `saved ${savedOn}`;
  sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = `${version} · ${saved}`.replaceAll("&", "&&");
}

type Paper = "A4" | "Letter";

/** Where Letter is what lies in the printer. */
export const paperFor = (locale: string | undefined): Paper => (/-(US|CA)$/i.test(locale ?? "") ? "Letter" : "A4");
