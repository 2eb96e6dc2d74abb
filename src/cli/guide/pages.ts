// All pages of the guide by their paths, with numbers from workbooks that are evaluated here.
import { examples } from "../../sheets/examples";
import { explained } from "../../sheets/examples/pages";
import { templates } from "../../sheets/templates";
import { exampleBook } from "../exampleBook";
import { sourceSpreadsheet } from "../sourceSpreadsheet";
import { examplePage, pageOf } from "./examplePage";
import { galleryPage, guideIndex } from "./overview";

export function guidePages(): Readonly<Record<string, string>> {
  const pages = explained.map(({ example, page }) => {
    const { quoted } = exampleBook(sourceSpreadsheet(), example);
    return [`assets/guide/${pageOf(example)}`, examplePage(example, page, examples, quoted)] as const;
  });
  return {
    ...Object.fromEntries(pages),
    "assets/guide/index.html": guideIndex(),
    "assets/gallery.html": galleryPage(templates),
  };
}
