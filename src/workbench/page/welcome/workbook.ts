// The workbook that the workbench opens with: it explains itself.
import { FORMATS, STYLE_DEFINITIONS } from "./area";
import { planSheet } from "./planSheet";
import { startSheet } from "./startSheet";

export const welcomeWorkbook = (shown: { readonly pane: boolean }) => ({
  styles: STYLE_DEFINITIONS,
  formats: FORMATS,
  sheets: [startSheet(shown), planSheet(), { id: "your-sheet", name: "Your sheet", rowNumber: 1000, colNumber: 40 }],
});
