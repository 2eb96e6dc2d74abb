// The conventions that hold for every function, through the compiled add-in in the headless workbook.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Cell, isCellError } from "../../src/functions/cells";
import { invoke } from "../../src/functions/invoke";
import { registry } from "../../src/functions/registry";
import { TRAIN_MEM } from "../../src/functions/states";
import { gpus } from "../../src/catalog/gpus";
import { calculate, errorOf } from "../support/workbook";

describe("arrays", () => {
  test("a column against a row makes a table", () => {
    expect(calculate('=GPUMEM.TRAIN_MEM({1;7;70}*1e9,{"fp32","bf16-pure"},"adam")')).toEqual([
      [16, 8],
      [112, 56],
      [1120, 560],
    ]);
  });

  test("a table whose first cell is an error keeps its other cells", () => {
    const [row = []] = calculate(
      '=GPUMEM.RESULT({"model","llama-3.1-8b";"gpu","H100 SXM"},{"max sequences","total","fits"})',
    ) as readonly (readonly unknown[])[];
    expect(row).toEqual([expect.objectContaining({ error: "#N/A" }), expect.any(Number), "no"]);
  });

  test("sizes that do not match give #N/A with a sentence outside", () => {
    const result = calculate('=GPUMEM.TRAIN_MEM({1;2}*1e9,{"fp32";"bf16";"fp16"})') as readonly (readonly unknown[])[];
    expect(result.slice(0, 2)).toEqual([[16], [32]]);
    expect(result[2]).toEqual([{ error: "#N/A", message: expect.stringContaining("params has 2 rows only") }]);
  });

  test("in a thousand rows one text is one error, and 999 numbers", () => {
    const sizes = Array.from({ length: 1000 }, (_, i) => [i === 500 ? "seven" : (i + 1) * 1e9]);
    const cells = invoke(TRAIN_MEM, [sizes]).map(([cell]) => cell as Cell);
    expect(cells.filter((cell) => typeof cell === "number").length).toBe(999);
    expect(cells[500]).toEqual({
      error: "#VALUE!",
      message: expect.stringContaining('"seven", which is not a number'),
    });
    expect(cells[999]).toBe(16_000);
  });

  test("a range of a whole column's height is no reason to break", () => {
    const block = invoke(TRAIN_MEM, [Array.from({ length: 300_000 }, () => [1e9])]);
    expect([block.length, block[299_999]?.[0]]).toEqual([300_000, 16]);
  });

  test("an array's elements are what the scalar calls give, for any sizes and recipes", () => {
    const precision = fc.constantFrom("bf16", "fp32", "megatron-bf16", "fp8", "nonsense");
    const size = fc.oneof(fc.double({ min: 1, max: 1e13, noNaN: true }), fc.constantFrom("7B", "x", "", null, -1, 0));
    fc.assert(
      fc.property(
        fc.array(size, { minLength: 1, maxLength: 4 }),
        fc.array(precision, { minLength: 1, maxLength: 4 }),
        (sizes, recipes) => {
          const table = invoke(TRAIN_MEM, [sizes.map((one) => [one]), [recipes]]);
          for (const [r, one] of sizes.entries())
            for (const [c, recipe] of recipes.entries())
              expect(table[r]?.[c]).toEqual(invoke(TRAIN_MEM, [one, recipe])[0]?.[0]);
        },
      ),
    );
  });
});

describe("numbers as people write them", () => {
  test.each([
    ['=GPUMEM.TRAIN_MEM("7B")', 112],
    ['=GPUMEM.TRAIN_MEM("7 b")', 112],
    ['=GPUMEM.TRAIN_MEM("7,000,000,000")', 112],
    ['=GPUMEM.PARAM_MEM("350M","fp16","MB")', 700],
    ['=GPUMEM.PARAM_MEM("1.5T","int8","TB")', 1.5],
    ['=GPUMEM.KV_MEM(1,"4k",1,1,1,"int8","B")', 8192],
    ['=GPUMEM.GPUS_NEEDED(100,80,"35%")', 2],
    ["=GPUMEM.GPUS_NEEDED(100,80,35%)", 2],
    ['=GPUMEM.GPUS_NEEDED(100,"RTX 4090")', 4],
    ["=GPUMEM.GPUS_NEEDED(100,4090)", 4],
    ['=ROWS(GPUMEM.GPU_LIST(">=80"))-1', gpus.rows.filter(({ nominalGB }) => nominalGB >= 80).length],
    ['=ROWS(GPUMEM.MODEL_LIST("max positions>=128k; family=llama 3"))-1', 5],
    ['=GPUMEM.TRAIN_MEM("7e9")', 112],
  ])("%s", (formula, result) => expect(calculate(formula)).toBe(result));
});

describe("names and choices ignore case, spaces, dashes and underscores", () => {
  test.each([
    ['=GPUMEM.TRAIN_MEM(7e9,"BF16","AdamW")', 112],
    ['=GPUMEM.TRAIN_MEM(7e9,"half","Adam")', 112],
    ['=GPUMEM.OPTIM_MEM(7e9,"bf16","ADAMW_8 bit")', 42.21875],
    ['=GPUMEM.ACT_MEM(1,2048,4096,1,32,,"Flash-Attention")', 0.268730368],
  ])("%s", (formula, result) => expect(calculate(formula)).toBeCloseTo(result, 9));

  test("the same cell may name the precision of states and of activations", () => {
    const precision = registry.find(({ id }) => id === "TRAIN_MEM")?.params[1]?.kind.choices;
    const activation = registry.find(({ id }) => id === "ACT_MEM")?.params[5]?.kind.choices;
    for (const row of precision?.rows ?? []) expect(activation?.rows.map(({ id }) => id)).toContain(row.id);
  });
});

describe("empty means default", () => {
  test.each([
    ["=GPUMEM.TRAIN_MEM(7e9,,,,,,)", 112],
    ["=GPUMEM.TRAIN_MEM(7e9,Z1,Z2,Z3,Z4,Z5)", 112],
    ["=GPUMEM.TRAIN_MEM(7e9,0,0,0,0,0,0)", 112],
    ['=GPUMEM.TRAIN_MEM(7e9,"","",0)', 112],
  ])("%s", (formula, result) => expect(calculate(formula)).toBe(result));
});

describe("wrong input gets its error and a sentence that helps", () => {
  test.each([
    ["=GPUMEM.TRAIN_MEM(-1)", "#VALUE!", 'params is -1: give a number of parameters above 0 (7e9 or "7B")'],
    ['=GPUMEM.TRAIN_MEM("abc")', "#VALUE!", 'params is "abc", which is not a number'],
    ['=GPUMEM.TRAIN_MEM(7e9,"bf17")', "#VALUE!", "did you mean bf16?"],
    [
      '=GPUMEM.TRAIN_MEM("7B","adam","bf16")',
      "#VALUE!",
      'precision "adam" is a name of another kind (optimizer): are the arguments in another order?',
    ],
    ['=GPUMEM.TRAIN_MEM("7B","nf4")', "#VALUE!", 'precision "nf4" is a name of another kind (dtype)'],
    ["=GPUMEM.TRAIN_MEM(7)", "#VALUE!", 'params is 7, which means so many parameters: write 7e9 or "7B" for billions.'],
    ["=GPUMEM.TRAIN_MEM(7e9,,,3)", "#VALUE!", "zero_stage 3 says nothing without gpus"],
    ['=GPUMEM.INFER_MEM("7B",,,1.2)', "#VALUE!", "write the share on top, 0.2 or 20%"],
    ['=GPUMEM.GPU_LIST(">=80GB")', "#VALUE!", "without a unit"],
    ['=GPUMEM.MODEL(1,"layers")', "#N/A", 'No model "1"'],
    ['=GPUMEM.MODEL("base")', "#N/A", 'No model "base"'],
    ['=GPUMEM.MODEL("deepseek-v3","kv heads")', "#N/A", "No kv heads is known for DeepSeek-V3"],
    ['=GPUMEM.PRICE("H100 SXM",,,"2026-02-31")', "#VALUE!", "is not a date"],
    ['=GPUMEM.PRICE("H100 SXM",,,"2030-01-01")', "#N/A", "leave as_of out"],
    ['=GPUMEM.TRAIN_MEM("lama-2-7b")', "#N/A", "did you mean llama-2-7b"],
    ["=GPUMEM.TRAIN_MEM(0)", "#VALUE!", "params is 0"],
    ['=GPUMEM.TRAIN_MEM("")', "#VALUE!", '"params" is empty'],
    ["=GPUMEM.TRAIN_MEM(TRUE)", "#VALUE!", "TRUE"],
    ["=GPUMEM.TRAIN_MEM(7e9,,,4)", "#VALUE!", 'zero_stage "4" is not known'],
    ["=GPUMEM.TRAIN_MEM(7e9,,,,1.5)", "#VALUE!", "gpus is 1.5, not a whole number"],
    ['=GPUMEM.TRAIN_MEM(7e9,,,,,,"gigs")', "#VALUE!", 'unit "gigs" is not known'],
    ["=GPUMEM.ACT_MEM(1.5,2048,4096,32,32)", "#VALUE!", "batch is 1.5, not a whole number"],
    ["=GPUMEM.ACT_MEM(1,2048,32,4096,32)", "#VALUE!", "layers = 4,096 is larger than hidden = 32"],
    ["=GPUMEM.ACT_MEM(1,2048,32,4,4096)", "#VALUE!", "heads = 4,096 is larger than hidden = 32"],
    ["=GPUMEM.ACT_MEM(1,2048,4096,32,30)", "#VALUE!", "heads = 30 does not divide hidden = 4,096"],
    ['=GPUMEM.ACT_MEM(1,2048,4096,32,32,"int8")', "#VALUE!", 'Method "detailed" has no precision "int8"'],
    ["=GPUMEM.MAX_BATCH(80,112,4)", "#VALUE!", "The model alone needs 112, more than the 80 available"],
    ["=GPUMEM.MAX_BATCH(80,Z1,4)", "#VALUE!", '"model_mem" is empty'],
    ['=GPUMEM.GPUS_NEEDED(100,"H100 SXM",40)', "#VALUE!", "safety_margin is 40, which means 4,000%: write 40% or 0.4."],
    ['=GPUMEM.GPUS_NEEDED(100,"H100")', "#N/A", "h100-sxm"],
    ['=GPUMEM.KV_MEM(1,"0,5",1,1,1)', "#VALUE!", "write 0.5"],
    ["=GPUMEM.PARAM_COUNT(1000,64,2,,,4)", "#VALUE!", "kv_heads says nothing without heads"],
    ['=GPUMEM.OPTIM_MEM(7e9,,"adafactor")', "#VALUE!", "give a model's name as params"],
    ['=GPUMEM.LORA_PARAMS("gpt2",8,"gate")', "#VALUE!", "gpt2 has no gate_proj"],
    ['=GPUMEM.LORA_PARAMS("llama-2-7b",8,"q,w")', "#VALUE!", 'targets "w" is not known'],
    ['=GPUMEM.PARAM_MEM(1e308,"fp32","B")', "#NUM!", "larger than a cell can hold"],
  ])("%s", (formula, error, sentence) => {
    const got = errorOf(formula);
    expect(got.error).toBe(error);
    expect(got.message).toContain(sentence);
  });

  test("an error among the inputs passes through as that error", () => {
    expect(errorOf("=GPUMEM.TRAIN_MEM(1/0)").error).toBe("#DIV/0!");
    expect(errorOf('=GPUMEM.TRAIN_MEM(7e9,GPUMEM.TRAIN_MEM("abc"))')).toEqual(errorOf('=GPUMEM.TRAIN_MEM("abc")'));
    expect(calculate("=IFERROR(GPUMEM.TRAIN_MEM(-1),5)")).toBe(5);
  });

  test("errors as Excel hands them over: those that a cell may hold pass, the others are named", () => {
    const given = (basicValue: string) =>
      invoke(TRAIN_MEM, [[[{ type: "Error", basicType: "Error", basicValue }]]])[0]?.[0];
    expect(given("#N/A")).toEqual({ error: "#N/A", message: "" });
    expect(given("#REF!")).toEqual({ error: "#VALUE!", message: "An input is #REF!: mend that cell first." });
  });

  test("a formatted number is its number", () => {
    expect(invoke(TRAIN_MEM, [[[{ type: "FormattedNumber", basicValue: 7e9, numberFormat: "0" }]]])).toEqual([[112]]);
  });
});

test("whatever is put in, only numbers, text, TRUE/FALSE and explained errors come out", () => {
  const anything = fc.oneof(
    fc.double(),
    fc.integer({ min: -3, max: 5000 }),
    fc.constantFrom(
      null,
      "",
      "7B",
      "llama-3.1-8b",
      "bf16",
      "H100 SXM",
      "q,v",
      "full",
      "rule",
      "sqrt",
      "standard",
      "0",
      true,
      false,
      "1,5",
      "{}",
      ">=70B",
      { error: "#N/A", message: "" },
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.constantFrom(...registry), fc.array(anything, { maxLength: 12 }), (spec, args) => {
      for (const cell of invoke(spec, args).flat()) {
        if (isCellError(cell)) {
          if (!args.some((arg) => isCellError(arg))) expect(cell.message.length).toBeGreaterThan(10);
          expect(cell.message).not.toContain("mistake of GPUMEM");
        } else if (typeof cell === "number") expect(Number.isFinite(cell) && cell >= 0).toBe(true);
        else expect(["string", "boolean"]).toContain(typeof cell);
      }
    }),
    { numRuns: 3000 },
  );
});
