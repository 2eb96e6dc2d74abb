// The entry of the pane: Excel's part, the workbook, the templates, put together.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { templates } from "../sheets/templates";
import { excelWorkbook } from "./excel/excelWorkbook";
import { useSurroundings } from "./office";
import { Pane } from "./pane";
import { ErrorBoundary } from "./parts/errorBoundary";

/** Put there by the build: the version of package.json. */
declare const GPUMEM_VERSION: string;

const workbook = excelWorkbook();

function TaskPane() {
  const surroundings = useSurroundings();
  return (
    <Pane
      templates={templates}
      surroundings={surroundings}
      workbook={surroundings === "excel" ? workbook : undefined}
      version={GPUMEM_VERSION}
    />
  );
}

const root = document.getElementById("pane");
if (!root) throw new Error("taskpane.html has no #pane");
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <TaskPane />
    </ErrorBoundary>
  </StrictMode>,
);
