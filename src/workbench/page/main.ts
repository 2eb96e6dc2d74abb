// The workbench's page: the embedded spreadsheet, with the functions.js and functions.json that Excel loads.
import { registry } from "../../functions/registry";
import { customFunctionsRuntime } from "../customFunctions";
import { officeHost } from "../office/host";
import { installOfficePlugins } from "../office/install";
import { type FunctionsMetadata, registerFunctions } from "../registerFunctions";
import type { SpreadsheetLibrary, SpreadsheetModel } from "../spreadsheet";
import { isClientServed, startWorker } from "./officeClient";
import { type PaneHost, showPane } from "./pane";
import { welcomeWorkbook } from "./welcome/workbook";

interface Owl {
  readonly App: new (component: unknown, options: unknown) => { mount(target: Element): Promise<unknown> };
}

declare global {
  interface Window {
    o_spreadsheet: SpreadsheetLibrary & { readonly Spreadsheet: unknown };
    owl: Owl;
    /** For the browser tests: resolves to the model once everything is on screen. */
    workbench: Promise<SpreadsheetModel>;
  }
}

const ADD_IN = "../";

/** Loads the compiled add-in functions as Excel's runtime does: CustomFunctions is there before the script runs. */
async function loadFunctions() {
  const { runtime, associated } = customFunctionsRuntime();
  Object.assign(window, { CustomFunctions: runtime });
  await new Promise<void>((loaded, failed) => {
    const script = document.createElement("script");
    script.src = `${ADD_IN}functions.js`;
    script.onload = () => loaded();
    script.onerror = () => failed(new Error("functions.js could not be loaded"));
    document.head.append(script);
  });
  return associated;
}

/** Ids to offer while an argument is typed. */
const proposals = (id: string, param: string): readonly string[] =>
  registry
    .find((spec) => spec.id === id)
    ?.params.find(({ name }) => name === param)
    ?.kind.choices?.rows.map((row) => row.id) ?? [];

const say = (text: string) => {
  const status = document.getElementById("status");
  if (status) status.textContent = text;
};

/** What the spreadsheet has to tell: its notices and questions, as the page's own status line and dialogs. */
const notifications = {
  notifyUser: ({ text }: { text: string }) => say(text),
  raiseError: (text: string) => say(text),
  askConfirmation: (text: string, confirmed: () => void) => {
    if (window.confirm(text)) confirmed();
  },
};

/** Beside a spreadsheet that already works; rejects with a sentence that says why there is no pane. */
async function addPane(served: boolean, host: PaneHost): Promise<void> {
  if (!served)
    throw new Error(
      "The add-in's pane is not part of a published workbench: npm start in the project's folder shows it.",
    );
  await startWorker().catch(() => {
    throw new Error("The add-in's pane needs a service worker, which this browser does not allow here.");
  });
  showPane(host, say);
}

async function open(): Promise<SpreadsheetModel> {
  const library = window.o_spreadsheet;
  const [associated, metadata, templates, served] = await Promise.all([
    loadFunctions(),
    fetch(`${ADD_IN}functions.json`).then((response) => response.json() as Promise<FunctionsMetadata>),
    fetch("vendor/o_spreadsheet.xml").then((response) => response.text()),
    isClientServed(),
  ]);
  registerFunctions(library, metadata, associated, proposals);
  installOfficePlugins(library);
  const model = new library.Model(welcomeWorkbook({ pane: served }), { custom: {} });
  const app = new window.owl.App(library.Spreadsheet, {
    props: { model, ...notifications },
    templates,
    env: { isMobile: () => false },
    translateFn: (text: string) => text,
    warnIfNoStaticProps: false,
  });
  await app.mount(document.getElementById("grid") as Element);
  const ready = `${metadata.functions.length} functions ready. Type =GPUMEM. into a cell to see them.`;
  say(ready);
  void addPane(served, officeHost(library, model)).catch(({ message }: Error) => say(`${ready} ${message}`));
  return model;
}

window.workbench = open();
window.workbench.catch((error: unknown) =>
  say(
    `The workbench could not start: ${error instanceof Error ? error.message : String(error)}. Reload the page; if it stays, run npm start again.`,
  ),
);
