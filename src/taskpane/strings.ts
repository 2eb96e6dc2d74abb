// Every text of the pane, and the formulas that it shows.
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

  // Rows of the user's own on GM Assumptions
  ownHeading: "Your own models, GPUs and prices",
  ownIntro: "Each becomes a row of GM Assumptions: dropdowns offer it, and every sheet computes with it.",
  ownAdd: "Add to GM Assumptions",
  ownAddLabel: (what: string) => `Add ${what} to GM Assumptions`,
  ownModel: "this model",
  ownGpu: "this GPU",
  ownPrice: "this price",
  ownName: "Name",
  ownNameHint: "our-llama-9b",
  ownSource: "Source (optional)",
  ownAdding: (name: string) => `Adding ${name}`,
  ownAdded: (name: string, sheet: string, row: number) =>
    `${name} is in row ${row} of ${sheet}: choose it in the dropdowns, or type its name.`,
  ownPriceAdded: (name: string, sheet: string, row: number) => `The price of ${name} is in row ${row} of ${sheet}.`,
  ownElsewhere: "Adding works inside Excel. Here you can look around.",
  ownNameEmpty: "Type a name first: dropdowns and formulas will know it by that.",
  ownNameLong: (most: number) => `This name is too long: at most ${most} characters.`,
  ownNameUnfit: (name: string) =>
    `“${name}” cannot be a name: it needs a letter, and * ? ~ mean patterns in Excel's lookups.`,
  ownNameTaken: (name: string) => `The catalog has ${name} already: choose another name, so that nobody confuses them.`,
  ownConfigLong: (length: number) =>
    `This config.json has ${length.toLocaleString("en-US")} characters, and a cell of Excel holds 32,767. Nothing was added. Take out what is not about the model's sizes.`,
  ownAmount: (field: string, typed: string) =>
    `${field} must be a number above 0 with a decimal point, such as 989.4, not “${typed}”.`,
  ownGpuEmpty: "Say which GPU the price is for.",
  ownDate: (typed: string) => `As of must be a day such as 2026-11-24, not “${typed}”.`,
  ownSize: (field: string, least: number, most: number) =>
    `${field} must be a whole number from ${least} to ${most.toLocaleString("en-US")}.`,
  ownHeads: (heads: number, kv: number) => `${heads} heads cannot share ${kv} key and value heads evenly.`,
  ownTopK: (top: number, experts: number) => `${top} experts per token cannot be chosen out of ${experts}.`,
  ownNoType: "No model type that the functions read has these sizes together. Change one of them.",
  changeHeading: "A model of the catalog with other sizes",
  changeBase: "Start from",
  changeCounts: (parameters: string) => `${parameters} parameters`,
  changedFrom: (label: string) => `${label}, sizes changed`,
  changeTied: "Input and output embeddings are the same matrix (tied)",
  gpuHeading: "A GPU of your own",
  gpuIntro: "Like one of the catalog; change what is different. Empty: as that one.",
  gpuLike: "Like",
  priceHeading: "A price of your own",
  priceGpu: "GPU",
  priceKind: "Kind",
  priceAsOf: "As of",
  priceField: "USD per GPU-hour",
  gpuFields: {
    memory: "Memory, GB",
    tflops: "BF16 TFLOPS",
    bandwidth: "Bandwidth, GB/s",
    watts: "Power, W",
  },
  sizeFields: {
    layers: "Layers",
    hiddenSize: "Hidden size",
    heads: "Heads",
    kvHeads: "KV heads",
    headDim: "Head dim",
    ffnSize: "FFN size",
    vocabSize: "Vocabulary",
    experts: "Experts (0: dense)",
    topK: "Experts per token",
    expertWidth: "Width of an expert",
  },

  ...WORKBOOK_TEXT,

  // A bill in FOCUS's columns
  focusHeading: "Paste a bill",
  focusIntro:
    "Rows of a cost export in FOCUS's columns, header first: ChargePeriodStart, SkuId, ConsumedQuantity, EffectiveCost, and CommitmentDiscountStatus and Tags where there are any. Other columns are left out.",
  focusLabel: "Paste the rows",
  focusFile: "Or choose the file (CSV or tab-separated)",
  focusRead: "Read the rows",
  focusReading: (sheet: string) => `Looking at the bill on ${sheet}`,
  focusUnreadable: "The file could not be read. Choose it again, or paste its rows.",
  focusEmpty: "Nothing is pasted yet: copy the rows of a cost export with their header.",
  focusTooLarge:
    "This is larger than 100 MB. Nothing was read. Export fewer months, or only the columns that are needed.",
  focusUnclosed: (row: number) =>
    `A quote that opens in row ${row} never closes. Nothing was read. Export the file again.`,
  focusNoRows: "There is a header, and no row below it. Nothing was read.",
  focusMissing: (columns: readonly string[], found: string) =>
    `The header lacks ${columns.join(", ")}; it begins with: ${found}. Nothing was read. The first row must hold FOCUS's column names.`,
  focusTwice: (column: string) => `The header names ${column} twice. Nothing was read. Keep one of them.`,
  focusWidth: (fields: number, width: number) => `has ${plural(fields, "field")}, and the header ${width}`,
  focusDate: (column: string, text: string) =>
    `${column} is “${text}”, no day such as 2026-11-24 or 2026-11-24T00:00:00Z`,
  focusNumber: (column: string, text: string) =>
    text.includes(",")
      ? `${column} is “${text}”: numbers need a decimal point, and no commas between thousands`
      : `${column} is “${text}”, no number`,
  focusLong: (most: number) => `has a text of more than ${most} characters`,
  focusRow: (row: number, what: string) => `Row ${row}: ${what}.`,
  focusRefused: (first: string, others: number) =>
    others === 0
      ? `${first} Nothing was read.`
      : `${first} ${others === 1 ? "Another row is" : `${others} more rows are`} wrong, too. Nothing was read.`,
  focusRows: (rows: number) => `${plural(rows, "row")} read.`,
  focusWithout: (column: string) => `There is no ${column}: it stays empty.`,
  focusSummed: (rows: number, sums: number, room: number) =>
    `${rows.toLocaleString("en-US")} rows are more than the ${room.toLocaleString("en-US")} that fit: they are summed by month, SKU, status and tags to ${sums.toLocaleString("en-US")}, quantities and costs added up.`,
  focusTooMany: (rows: number, room: number) =>
    `${room.toLocaleString("en-US")} rows fit, and these are ${rows.toLocaleString("en-US")}, also when they are summed by month, SKU, status and tags. Nothing was written. Take fewer months, or shorter tags.`,
  focusWrite: "Write to the sheet",
  focusWriteLabel: (sheet: string) => `Write these rows to ${sheet}`,
  focusAsk: (sheet: string, before: number, after: number) =>
    `${plural(before, "row")} of the bill on ${sheet} will be replaced by ${after.toLocaleString("en-US")}. Everything else stays.`,
  focusReplace: "Replace them",
  focusKeep: "Keep them",
  focusWriting: (sheet: string) => `Writing the bill to ${sheet}`,
  focusWritten: (sheet: string, rows: number) =>
    `${plural(rows, "row")} of the bill ${rows === 1 ? "stands" : "stand"} on ${sheet}. Check which SKU is which GPU there.`,

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
