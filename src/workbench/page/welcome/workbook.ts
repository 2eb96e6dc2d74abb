// The workbook that the workbench opens with: it explains itself.
import { FORMATS, STYLE_DEFINITIONS } from "./area";
import { planSheet } from "./planSheet";
import { startSheet } from "./startSheet";

export const welcomeWorkbook = () => ({
  styles: STYLE_DEFINITIONS,
  formats: FORMATS,
  sheets: [startSheet(), planSheet(), { id: "your-sheet", name: "Your sheet", rowNumber: 1000, colNumber: 40 }],
});
