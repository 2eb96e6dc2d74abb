// What people really lay out, and what each malformed layout is told.
import { describe, expect, test } from "@jest/globals";
import { type CellError, isCellError } from "../../../src/functions/cells";
import { readScenario, type ScenarioBlock } from "../../../src/functions/scenario/reader";
import { readCase } from "../../../src/functions/scenario/values";

const block = (rows: readonly (readonly unknown[])[]): ScenarioBlock => {
  const read = readScenario(rows);
  if (isCellError(read)) throw new Error(read.message);
  return read;
};
const messageOf = (rows: readonly (readonly unknown[])[]): string => {
  const read = readScenario(rows);
  if (!isCellError(read)) throw new Error("no error");
  expect(read.error).toBe("#VALUE!");
  return read.message;
};
const valuesOf = (read: ScenarioBlock, index = 0) => {
  const each = read.cases[index];
  if (each === undefined || isCellError(each)) throw new Error("no case");
  const scenario = readCase(each);
  if (isCellError(scenario)) throw new Error(scenario.message);
  return scenario.values;
};
const errorOf = (rows: readonly (readonly unknown[])[]): CellError => {
  const [each] = block(rows).cases;
  const scenario = each === undefined || isCellError(each) ? each : readCase(each);
  if (!isCellError(scenario)) throw new Error("no error");
  return scenario;
};

const MODEL = ["model", "llama-2-7b"];
const GPU = ["gpu", "A100 80GB"];

describe("lists", () => {
  test("label beside value, in any spelling of the label", () => {
    const read = block([
      ["Model", "llama-2-7b"],
      ["GPU", "A100 80GB"],
      ["Micro-Batch", 4],
      ["sequence_length", "4k"],
    ]);
    expect(read.form).toBe("single");
    expect(valuesOf(read).microBatch).toBe(4);
    expect(valuesOf(read).sequenceLength).toBe(4096);
  });

  test("cases in columns, with unit, source and note columns anywhere", () => {
    const read = block([
      ["unit", "Assumption", "Base", "source", "High", "Low", "note"],
      ["", "model", "llama-2-7b", "card", "llama-2-13b", "llama-7b", ""],
      ["", "gpu", "A100 80GB", "", "A100 80GB", "A100 80GB", "x"],
      ["", "", "", "", "", "", ""],
      ["GPUs", "gpus", 8, "plan", 16, 8, ""],
    ]);
    expect(read.form).toBe("columns");
    expect(read.cases.map((each) => each && !isCellError(each) && each.name)).toEqual(["Base", "High", "Low"]);
    expect([0, 1, 2].map((i) => valuesOf(read, i).gpus)).toEqual([8, 16, 8]);
  });

  test("empty cells that Excel hands over as 0 are defaults", () => {
    const values = valuesOf(
      block([MODEL, GPU, ["gpus", 0], ["micro batch", 0], ["optimizer", 0], ["zero stage", 0], [0, 0]]),
    );
    expect([values.gpus, values.microBatch, values.optimizer?.id, values.zeroStage?.stage]).toEqual([1, 1, "adamw", 0]);
  });

  test("text numbers, percentages and yes/no", () => {
    const values = valuesOf(
      block([
        MODEL,
        GPU,
        ["gpus", "1,024"],
        ["training tokens", "15T"],
        ["mfu", "35%"],
        ["compile", "Yes"],
        ["sp", true],
        ["context length", "128k"],
      ]),
    );
    expect([values.gpus, values.trainingTokens, values.mfu, values.compile, values.sp, values.contextLength]).toEqual([
      1024,
      15e12,
      0.35,
      true,
      true,
      131_072,
    ]);
  });

  test("section headings, also those that are labels, and blank rows are read past", () => {
    const values = valuesOf(
      block([["Model", ""], MODEL, ["", ""], ["Hardware", ""], GPU, ["Parallelism", ""], ["tp", 2]]),
    );
    expect([values.model?.id, values.tp]).toEqual(["llama-2-7b", 2]);
  });

  test("MODEL(...) and GPU(...) blocks are part of a scenario", () => {
    const values = valuesOf(
      block([
        ["model", "llama-2-7b"],
        ["family", "Llama 2"],
        ["layers", 32],
        ["parameters", 6.7e9],
        ["gpu", "h100-sxm"],
        ["bf16 TFLOPS", 989],
        ["source", "x"],
      ]),
    );
    expect([values.model?.id, values.layers, values.gpu?.id]).toEqual(["llama-2-7b", 32, "h100-sxm"]);
  });
});

describe("tables", () => {
  test("labels as the header, one scenario a row; blank rows inside stay blank, those after are dropped", () => {
    const read = block([
      ["name", "model", "gpu", "note"],
      ["a", "llama-2-7b", "A100 80GB", "x"],
      [0, 0, 0, 0],
      ["b", "llama-2-13b", "H100 SXM", ""],
      ["", "", "", ""],
    ]);
    expect(read.form).toBe("rows");
    expect(read.cases.map((each) => each && !isCellError(each) && each.name)).toEqual(["a", undefined, "b"]);
  });
});

describe("each malformed layout has its own sentence", () => {
  test.each<[string, readonly (readonly unknown[])[], RegExp]>([
    [
      "nothing",
      [
        ["", 0],
        [null, ""],
      ],
      /The scenario is empty/,
    ],
    [
      "no label at all",
      [
        ["colour", "red"],
        ["size", 4],
      ],
      /Label "colour" \(row 1 of the range\) is not known/,
    ],
    [
      "an unknown label",
      [MODEL, GPU, ["optimiser", "adam"]],
      /Label "optimiser" \(row 3 of the range\) is not known; did you mean optimizer\?/,
    ],
    [
      "a misspelt label in the first row",
      [["modle", "llama-2-7b"], GPU],
      /Label "modle" \(row 1 of the range\) is not known; did you mean model\?/,
    ],
    ["a misspelt label without a value", [MODEL, GPU, ["optimzer", ""]], /Label "optimzer"/],
    [
      "a label twice",
      [MODEL, GPU, ["gpus", 8], ["GPUs", 16]],
      /"gpus" stands twice: in row 3 of the range and row 4 of the range/,
    ],
    ["a value without a label", [MODEL, GPU, ["", 8]], /value without a label in row 3/],
    [
      "more columns and no header",
      [
        ["model", "llama-2-7b", "x"],
        ["gpu", "A100 80GB", "y"],
      ],
      /2 columns beside the labels and no header row/,
    ],
    ["labels and no values", [["model"], ["gpu"]], /labels but no values/],
    [
      "a column without a heading",
      [
        ["label", "Base", ""],
        ["model", "llama-2-7b", "x"],
        ["gpu", "A100 80GB", ""],
      ],
      /without a heading in column C/,
    ],
    [
      "a heading twice",
      [
        ["label", "Base", "base"],
        ["model", "a", "b"],
        ["gpu", "c", "d"],
      ],
      /heading "base" stands twice: in column B of the range and column C of the range/,
    ],
    [
      "no case in the header",
      [
        ["label", "unit"],
        ["model", "x"],
        ["gpu", "y"],
      ],
      /names no case/,
    ],
    [
      "a table's heading twice",
      [
        ["model", "gpu", "GPU"],
        ["a", "b", "c"],
      ],
      /"gpu" heads two columns: column B of the range and column C of the range/,
    ],
    [
      "a table's unknown heading",
      [
        ["model", "gpu", "optimiser"],
        ["a", "b", "c"],
      ],
      /Label "optimiser" \(column C of the range\) is not known; did you mean optimizer\?/,
    ],
    [
      "a table's column without a heading",
      [
        ["model", "gpu", ""],
        ["a", "b", "c"],
      ],
      /without a heading in column C/,
    ],
    ["a table without rows", [["model", "gpu"]], /has a header and no rows/],
  ])("%s", (_, rows, sentence) => expect(messageOf(rows)).toMatch(sentence));
});

describe("values that cannot be read name their label", () => {
  test.each<[readonly (readonly unknown[])[], string, RegExp]>([
    [[MODEL, ["gpus", 8]], "#VALUE!", /"gpu" is empty/],
    [[GPU, ["gpus", 8]], "#VALUE!", /"model" is empty/],
    [[MODEL, GPU, ["mfu", "0,35"]], "#VALUE!", /mfu is "0,35".*write 0.35/],
    [[MODEL, GPU, ["mfu", 40]], "#VALUE!", /mfu is 40, which means 4,000%/],
    [[MODEL, GPU, ["micro batch", 1.5]], "#VALUE!", /micro batch is 1.5, not a whole number/],
    [[MODEL, GPU, ["recompute", "sometimes"]], "#VALUE!", /recompute "sometimes" is not known/],
    [[["model", "lama-2-7b"], GPU], "#N/A", /did you mean llama-2-7b/],
    [[MODEL, ["gpu", "H100"]], "#N/A", /may be/],
    [[MODEL, GPU, ["gpus", { error: "#REF!" }]], "#VALUE!", /#REF!/],
  ])("%j", (rows, error, sentence) => {
    const got = errorOf(rows);
    expect(got.error).toBe(error);
    expect(got.message).toMatch(sentence);
  });
});
