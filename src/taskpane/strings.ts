// Every text of the pane, and the formulas that it shows.
import { FOCUS_TEXT } from "./focus/texts";
import { OWN_TEXT } from "./own/texts";
import { plural } from "./plural";
import { WORKBOOK_TEXT } from "./workbookTexts";

export interface ShownFormula {
  readonly title: string;
  readonly formula: string;
  /** What the cell shows, to compare with. */
  readonly result: string;
}

export const FORMULAS: readonly ShownFormula[] = [
  {
    title: "Train 7 billion parameters in BF16 with Adam",
    formula: '=GPUMEM.TRAIN_MEM(7e9,"bf16","adam")',
    result: "112 GB for weights, gradients and optimizer state, before activations.",
  },
  {
    title: "Three sizes at once",
    formula: '=GPUMEM.TRAIN_MEM({1;7;70}*1e9,"bf16","adam")',
    result: "16, 112 and 1120 GB, in three cells below each other.",
  },
  {
    title: "Activations of one GPU, by rule of thumb",
    formula: '=GPUMEM.ACT_MEM(4,2048,4096,32,32,"bf16","flash","none","rule")',
    result: "17.18 GB for micro batch 4, 2,048 tokens, hidden size 4,096, 32 layers, 32 heads.",
  },
];

export const TEXT = {
  name: "GPUMEM",
  what: "GPU memory of transformer models",
  private: "Everything is computed on this computer: the functions send nothing anywhere.",
  support: "Help and privacy",
  allFunctions: "Reference of all functions",
  version: (version: string) => `GPUMEM ${version}`,
  newWindow: "opens in a new window",
  places: "Places",
  templatesPlace: "Templates",
  referencePlace: "Reference",
  workbookPlace: "Workbook",

  // Templates
  templatesIntro: "A sheet for each question. Pick one, set a few inputs, and every number follows.",
  templatesSearch: "Search templates",
  templatesSearchHint: "budget, serving, batch …",
  templatesFound: (found: number, all: number) =>
    found === all ? plural(all, "template") : `${found} of ${plural(all, "template")}`,
  templatesNone: "This version carries no templates. The functions work all the same: see Reference.",
  insert: "Insert",
  insertTemplateLabel: (name: string) => `Insert ${name}`,
  insertsSheet: "Insert makes a new sheet; yours stay as they are.",
  insertElsewhere: "Insert works inside Excel. Here you can look around.",
  inserting: (name: string) => `Inserting ${name}`,
  inserted: (sheet: string) => `Inserted the sheet ${sheet}.`,
  examplesHeading: "Worked examples",
  examplesIntro: "Questions of planners, answered: the sheets with the inputs of each, and a page that explains them.",
  guide: "All worked examples, as a guide",
  readExample: (title: string) => `About “${title}”`,
  insertedExample: (sheets: readonly string[]) => `Inserted the sheets ${sheets.join(", ")}.`,
  insertedBefore: (sheets: readonly string[]) => `Inserted before that, and still there: ${sheets.join(", ")}.`,

  // Searching
  nothingFound: (query: string) => `Nothing matches “${query}”.`,
  clearSearch: "Clear the search",
  showAll: (count: number) => `Show all ${count}`,
  count: (count: number) => `(${count})`,

  // Reference
  referenceIntro: "What you can type into a cell, and what is known of models and GPUs.",
  referenceSearch: "Search functions, models and GPUs",
  referenceSearchHint: "KV cache, llama, H100 …",
  referenceFound: (functions: number, models: number, gpus: number) =>
    `${plural(functions, "function")}, ${plural(models, "model")}, ${plural(gpus, "GPU")}`,
  functionsHeading: "Functions",
  modelsHeading: "Models",
  gpusHeading: "GPUs",
  catalogHeading: "Models and GPUs",
  formulasHeading: "Try these in a cell",
  separators: "If your Excel writes semicolons between arguments, put them in place of the commas.",
  argumentsHeading: "Arguments",
  noArguments: "No arguments.",
  optional: "optional",
  example: "Example",
  moreOf: (id: string) => `${id} in the reference`,
  copy: "Copy",
  copyLabel: (what: string) => `Copy ${what}`,
  insertLabel: (what: string) => `Insert ${what}`,
  insertingFormula: "Inserting the formula",
  insertedFormula: (address: string) => `Inserted the formula into ${address}.`,
  copied: "Copied. Select a cell, paste, press Enter.",
  notCopied: "The text is selected: press Ctrl+C, or Cmd+C on a Mac.",

  // The selected cell
  cellHeading: "The selected cell",
  cellReading: "Reading the selected cell",
  cellElsewhere: "Select a cell in Excel, and its formula is explained here.",
  cellShows: (shown: string) => `Shows ${shown}`,
  cellFormula: "Its formula",
  cellFilledIn: "How it is computed",
  cellInputs: "From these inputs",
  cellReferences: "What it refers to",
  cellAt: (shown: string, address: string) => `${shown} · ${address}`,
  cellParts: "With its numbers",
  cellRange: (range: string) => `Memory per GPU in all: ${range}.`,
  cellSources: "Sources",

  // A model of the user's own
  importHeading: "A model of your own",
  importIntro: "From the config.json of a Hugging Face model: on the model's page choose Files, then config.json.",
  importLabel: "Paste the config.json",
  importFile: "Or choose the file",
  importRead: "Read it",
  importEmpty: "Nothing is pasted yet: open the model's page on Hugging Face, Files, config.json, and copy its text.",
  importTooLarge: "This is larger than 2 MB, so it is not a config.json: those are a few kilobytes. Nothing was read.",
  importNotJson:
    "This is not JSON: a config.json begins with { and ends with }. Copy the whole file. Nothing was read.",
  importUnreadable: "The file could not be read. Choose it again, or paste its text.",
  importTable: "What the file says",
  importSource: "config.json of Hugging Face",
  importTooDeep: "This is nested more deeply than any config.json, so it is not one. Nothing was read.",
  importCopy: "Copy as cells",
  importCopied: "Copied. Select a cell and paste: two columns, label and value.",

  ...OWN_TEXT,
  ...FOCUS_TEXT,
  ...WORKBOOK_TEXT,

  // Work and failures
  cancel: "Cancel",
  cancelling: "Stopping after this step",
  cancelled: "Cancelled. The workbook is as it was.",
  close: "Close",
  stepOf: (done: number, of: number) => `${done} of ${of}`,
  unexpected: (message: string) =>
    `This did not work, and GPUMEM did not expect it: ${message.replace(/[.\s]+$/, "")}. Look at the workbook before you go on.`,
  paneFailed: "This part of the pane met an error that it did not expect",
  paneFailedText: (message: string) =>
    `It says: ${message.replace(/[.\s]+$/, "")}. Your workbook is untouched, and the functions in its cells keep working.`,
  paneAgain: "Show it again",

  // Where the pane is not in Excel
  outsideHeading: "This page is not in Excel",
  outsideText: "It is the side pane of an Excel add-in, and does its work there:",
  outsideSteps: [
    "Excel on the web: Home, Add-ins, More settings, Upload My Add-in; choose the manifest.xml of this add-in.",
    "Excel for Windows or Mac: run npm run start:excel in the project's folder.",
    "Without Excel: run npm start in the project's folder. The workbench is a spreadsheet in the browser with the same functions.",
  ],
  noOfficeHeading: "Excel's part did not load",
  noOfficeText:
    "The file office.js comes from Microsoft and could not be loaded. In Excel: check the network connection and open this pane again. In a browser:",
  silentHeading: "Excel does not answer",
  silentText: "The pane waits for Excel to say hello. If this stays, close the pane and open it again. In a browser:",
} as const;
