// The pane with a workbook that is not Excel's: bundled by the browser tests, part of nothing that ships.
import { createRoot } from "react-dom/client";
import type { SheetTemplate } from "../../src/sheets/template";
import { templates } from "../../src/sheets/templates";
import { Pane } from "../../src/taskpane/pane";
import { BILL_SHEET, fakeWorkbook } from "./fakeWorkbook";

const asked = new URLSearchParams(window.location.search);
/** A template that cannot be drawn, to see what the pane makes of its own mistakes. */
const broken = { ...templates[0], picture: "no such picture" } as unknown as SheetTemplate;
const sheets = asked.has("empty") ? [] : asked.has("bill") ? [BILL_SHEET] : undefined;
const workbook = fakeWorkbook(Number(asked.get("pause") ?? 0), sheets);
Object.assign(window, { fakeWorkbook: workbook });

createRoot(document.getElementById("pane")!).render(
  <Pane
    templates={asked.has("broken") ? [broken] : templates}
    surroundings="excel"
    workbook={workbook}
    version="0.2.0"
  />,
);
