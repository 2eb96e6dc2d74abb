// The first sheet: the one-pager's table live, a what-if table that spills, a try-it area.
import { type Area, contents, GB, WHOLE } from "./area";
import { mainTableChart } from "./mainTableChart";

const INTRODUCTION: Area = {
  cells: {
    B1: "GPUMEM: GPU memory of transformer models, live in cells",
    B2: "Change a blue cell and everything below recalculates. These are the formulas that you type in Excel; this is an embedded spreadsheet, not Excel.",
    B3: "Memory is in decimal GB (1e9 bytes). Point at a cell to see its formula; point at a red corner to read what is wrong.",
  },
  styles: { B1: "title", "B2:B3": "prose" },
};

const PANE: Area = {
  cells: { B4: "The pane at the right inserts ready-made sheets that answer a planner's question." },
  styles: { B4: "prose" },
};

/** A dimension of the named model; a bare number of parameters has the shape that the one-pager gives to 7B. */
const dimension = (field: string, otherwise: number) => `=IFERROR(GPUMEM.MODEL($C$6,"${field}"),${otherwise})`;

const INPUTS: Area = {
  cells: {
    B5: "1. Inputs",
    B6: "Parameters",
    C6: "7B",
    D6: 'a number, "7B", or a model such as llama-2-7b',
    B7: "Optimizer",
    C7: "adamw",
    D7: "adamw, adamw-8bit, sgd-momentum, lion, ...",
    B8: "Batch per GPU",
    C8: "4",
    B9: "Sequence length",
    C9: "2048",
    B10: "Hidden size",
    C10: dimension("hidden size", 4096),
    D10: '=IF(ISERROR(GPUMEM.MODEL($C$6,"layers")),"shape of a 7B assumed: name a model, or type over","of the model above")',
    B11: "Layers",
    C11: dimension("layers", 32),
    B12: "Heads",
    C12: dimension("heads", 32),
  },
  styles: { B5: "heading", "C6:C12": "input", "D6:D10": "prose" },
  formats: { "C8:C12": WHOLE },
};

/** One row of the main table: a formula per precision, which stands in the header. */
const perPrecision = (row: number, label: string, formula: (column: string) => string) => ({
  [`B${row}`]: label,
  [`C${row}`]: formula("C"),
  [`D${row}`]: formula("D"),
});
const activations = (column: string, method: string) =>
  `=GPUMEM.ACT_MEM($C$8,$C$9,$C$10,$C$11,$C$12,${column}$14,"flash","none","${method}")`;

const MAIN_TABLE: Area = {
  cells: {
    B13: "2. Where the memory goes: the one-pager's table (training, everything on one GPU, GB)",
    C14: "fp32",
    D14: "bf16",
    ...perPrecision(15, "Weights", (c) => `=GPUMEM.PARAM_MEM($C$6,${c}$14)`),
    ...perPrecision(16, "Gradients", (c) => `=GPUMEM.GRAD_MEM($C$6,${c}$14)`),
    ...perPrecision(17, "Master copy of the weights", (c) => `=GPUMEM.OPTIM_MEM($C$6,${c}$14,"sgd")`),
    ...perPrecision(18, "Optimizer state", (c) => `=GPUMEM.OPTIM_MEM($C$6,${c}$14,$C$7)-${c}17`),
    ...perPrecision(19, "Activations, one-pager's rule", (c) => activations(c, "rule")),
    ...perPrecision(20, "Total, as the one-pager adds up", (c) => `=SUM(${c}15:${c}19)`),
    ...perPrecision(21, "Activations, really stored", (c) => activations(c, "detailed")),
    ...perPrecision(
      22,
      "H100 SXM needed with FSDP",
      (c) => `=GPUMEM.GPUS_NEEDED(SUM(${c}15:${c}18),GPUMEM.GPU("H100 SXM","usable")-${c}21)`,
    ),
    E22: "states shared out, each GPU with activations of its own",
  },
  styles: { B13: "heading", "B14:D14": "header", "C14:D14": "input", "B20:D20": "total", E22: "prose" },
  formats: { "C15:D21": GB, "C22:D22": WHOLE },
};

const WHAT_IF: Area = {
  cells: {
    B24: "3. What if? One formula in C26 fills the table: sizes down, recipes across (model states, GB)",
    C25: "fp32",
    D25: "bf16",
    E25: "bf16-pure",
    F25: "megatron-bf16",
    B26: "7B",
    B27: "13B",
    B28: "llama-3.1-70b",
    B29: "405B",
    C26: "=GPUMEM.TRAIN_MEM(B26:B29,C25:F25,$C$7)",
  },
  styles: { B24: "heading", "C25:F25": "input", "B26:B29": "input" },
  formats: { "C26:F29": GB },
};

const TRY_IT: Area = {
  cells: {
    B31: "4. Try it: type a formula into a blue cell",
    B32: '=GPUMEM.TRAIN_MEM(7e9,"bf16","adam")',
    C32: "← 7 billion parameters, BF16, Adam: 16 bytes each",
    B33: '=GPUMEM.KV_MEM(32,"8k",32,8,128)',
    C33: "← KV cache of 32 conversations of 8,192 tokens, Llama 3 8B",
    B34: '=GPUMEM.TRAIN_MEM(7e9,"bf17")',
    C34: "← a mistake: the cell says what is wrong when you point at it",
    B35: "",
    B36: "",
    B37: "",
    B39: "More to paste",
    B40: '\'=GPUMEM.PARAM_MEM("llama-3.1-70b","nf4")',
    B41: '\'=GPUMEM.LORA_MEM("llama-3.1-8b",16,"q,v","nf4")',
    B42: "'=GPUMEM.LOGITS_MEM(1,8192,128256)",
    B43: "'=GPUMEM.MAX_BATCH(80,16,4)",
  },
  styles: { B31: "heading", "B32:B37": "input", "C32:C34": "prose", B39: "header", "B40:B43": "code" },
  formats: { "B32:B37": GB },
};

/** `pane`: is the add-in's pane there, to be mentioned? */
export const startSheet = ({ pane }: { readonly pane: boolean }) => ({
  id: "start-here",
  name: "Start here",
  rowNumber: 120,
  colNumber: 26,
  cols: {
    0: { size: 20 },
    1: { size: 270 },
    2: { size: 110 },
    3: { size: 110 },
    4: { size: 110 },
    5: { size: 120 },
  },
  ...contents([INTRODUCTION, ...(pane ? [PANE] : []), INPUTS, MAIN_TABLE, WHAT_IF, TRY_IT]),
  areGridLinesVisible: true,
  figures: [mainTableChart],
});
