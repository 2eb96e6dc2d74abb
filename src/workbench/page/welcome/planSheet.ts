// The second sheet: one block of assumptions, and what every scenario function answers from it.
import { type Area, contents, GB, SHARE, WHOLE } from "./area";

/** Label and value, as assumptions are laid out; every answer reads the same block. */
const ASSUMPTIONS = [
  ["model", "llama-3.1-70b"],
  ["gpu", "H100 SXM"],
  ["gpus", "64"],
  ["stack", "megatron"],
  ["sequence length", "8192"],
  ["tp", "8"],
  ["pp", "2"],
  ["zero stage", "1"],
  ["training tokens", "1T"],
  ["mfu", "40%"],
  ["price per gpu hour", "2.5"],
] as const;
const FIRST_ROW = 4;
const SCENARIO = `$B$${FIRST_ROW}:$C$${FIRST_ROW + ASSUMPTIONS.length - 1}`;

const WHOLE_PLAN: Area = {
  cells: {
    B1: "A whole plan: one block of assumptions, every answer from it",
    B2: "Change a blue cell. Prices are yours: nothing that costs money has a default.",
    ...Object.fromEntries(
      ASSUMPTIONS.flatMap(([label, value], i) => [
        [`B${FIRST_ROW + i}`, label],
        [`C${FIRST_ROW + i}`, value],
      ]),
    ),
    B16: "GPU-hours",
    C16: `=GPUMEM.RESULT(${SCENARIO},"gpu hours")`,
    B17: "Days",
    C17: `=GPUMEM.RESULT(${SCENARIO},"wall hours")/24`,
    B18: "Cost, USD",
    C18: `=GPUMEM.RESULT(${SCENARIO},"cost")`,
    B19: "Fewest GPUs that hold it",
    C19: `=GPUMEM.RESULT(${SCENARIO},"min gpus")`,
    E3: "Where the memory goes, on the fullest GPU (GB)",
    E4: `=GPUMEM.BREAKDOWN(${SCENARIO})`,
    B21: "Micro batch down, recompute across: does it fit?",
    C22: "none",
    D22: "selective",
    E22: "full",
    B23: "1",
    B24: "2",
    B25: "4",
    C23: `=GPUMEM.SWEEP(${SCENARIO},"fits","micro batch",B23:B25,"recompute",C22:E22)`,
    B27: "Layouts for these GPUs, fastest first (tp, pp and recompute left to the search)",
    B28: `=GPUMEM.PLAN({"model",C4;"gpu",C5;"gpus",C6;"stack",C7;"sequence length",C8},5)`,
  },
  styles: {
    B1: "title",
    B2: "prose",
    [`C${FIRST_ROW}:C${FIRST_ROW + ASSUMPTIONS.length - 1}`]: "input",
    E3: "heading",
    "E4:J4": "header",
    "E13:J13": "total",
    B21: "heading",
    "C22:E22": "input",
    "B23:B25": "input",
    B27: "heading",
    "B28:R28": "header",
  },
  formats: { "C16:C19": WHOLE, "F5:H15": GB, "I5:I15": SHARE, "M29:Q33": GB },
};

export const planSheet = () => ({
  id: "whole-plan",
  name: "A whole plan",
  rowNumber: 100,
  colNumber: 26,
  cols: { 0: { size: 20 }, 1: { size: 200 }, 2: { size: 120 }, 4: { size: 110 } },
  ...contents([WHOLE_PLAN]),
});
