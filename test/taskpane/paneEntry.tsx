// The pane with a workbook that is not Excel's: bundled by the browser tests, part of nothing that ships.
import { createRoot } from "react-dom/client";
import { templates } from "../../src/sheets/templates";
import { Pane } from "../../src/taskpane/pane";
import { fakeWorkbook } from "./fakeWorkbook";

const asked = new URLSearchParams(window.location.search);
const workbook = fakeWorkbook(Number(asked.get("pause") ?? 0), asked.has("empty") ? [] : undefined);
Object.assign(window, { fakeWorkbook: workbook });

createRoot(document.getElementById("pane")!).render(
  <Pane templates={templates} surroundings="excel" workbook={workbook} version="0.2.0" />,
);
