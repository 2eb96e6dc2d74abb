// Every text of the pane, and the formulas that it shows.

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
  what: "Formulas for the GPU memory that training and serving transformer models takes. They work like Excel's own functions: change a cell and everything that depends on it follows.",
  private: "Everything is computed on this computer: the functions send nothing anywhere.",
  formulasHeading: "Try these in a cell",
  copy: "Copy",
  copyLabel: (title: string) => `Copy the formula: ${title}`,
  copied: "Copied. Select a cell, paste, press Enter.",
  notCopied: "The formula is selected: press Ctrl+C, or Cmd+C on a Mac.",
  separators: "If your Excel writes semicolons between arguments, put them in place of the commas.",
  importHeading: "A model of your own",
  importLabel: "Paste the config.json of a Hugging Face model:",
  importFile: "or choose the file:",
  importRead: "Read it",
  importEmpty: "Nothing is pasted yet: open the model's page on Hugging Face, Files, config.json, and copy its text.",
  importCopyLabel: "Copy the model as cells",
  importCopied: "Copied. Select a cell and paste: two columns, label and value.",
  referenceHeading: "All functions",
  reference: "Reference of all functions",
  referenceHint: "Or type =GPUMEM. in a cell: Excel lists the functions and explains each argument.",
  support: "Help and privacy",
  version: (version: string) => `GPUMEM ${version}`,
  newWindow: "opens in a new window",
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
} as const;
