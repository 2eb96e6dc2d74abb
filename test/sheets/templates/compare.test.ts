// Compare: every column is the engine's own answer; who fits, who is largest, who is cheapest, and which GPU holds which.
import { beforeEach, describe, expect, test } from "@jest/globals";
import { loadSpreadsheet } from "../../../src/cli/headless";
import type { Section } from "../../../src/sheets/sections";
import { compare } from "../../../src/sheets/templates/compare";
import { engineOf } from "../../support/askEngine";
import { type CellValue, openTemplate, type TemplateSheet } from "../../support/templateSheet";
import { DIST } from "../../support/workbook";

const library = loadSpreadsheet(DIST);
const engine = engineOf(library);
let sheet: TemplateSheet;
beforeEach(() => {
  sheet = openTemplate(library, compare);
});

const CASES = 6;
const TYPED = ["model", "gpu", "gpus", "stack", "precision", "microBatch", "sequenceLength", "recompute", "zeroStage"];
const LABELS = [...TYPED, "optimizer", "loraRank", "baseWeights", "task", "safetyMargin"];
const spaced = (key: string) => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
/** Labels and values of one column. */
const scenario = (column: number): readonly CellValue[] =>
  LABELS.flatMap((key) => [spaced(key), sheet.value(`of.${key}`, column)]);
const fill = (key: string, values: readonly (string | number)[]) =>
  values.forEach((value, i) => sheet.set(`of.${key}`, value, i));
type Typed = Readonly<Record<string, readonly (string | number)[]>>;
const sixOf = (values: readonly (string | number)[] = []) => Array.from({ length: CASES }, (_, i) => values[i] ?? "");
/** The sheet with other inputs in its columns; the cells of labels that are not named stay empty. */
function openWith(names: readonly string[], typed: Typed): void {
  const sections = compare.sections.map((section): Section => {
    if (section.kind !== "table" || section.id !== "cases") return section;
    const lines = section.lines.map((line) => ({ ...line, values: sixOf(typed[String(line.id).slice(3)]) }));
    return { ...section, heads: sixOf(names) as string[], lines };
  });
  sheet = openTemplate(library, { ...compare, sections });
}

test("the four sizes: total, range, headroom, verdict and fewest GPUs are the engine's", () => {
  const outputs = ["total", "total low", "total high", "capacity", "headroom", "fits", "min gpus"];
  for (let column = 0; column < 4; column++)
    for (const [row, output] of outputs.entries())
      expect([column, output, sheet.value(`results.row${row + 1}`, column)]).toEqual([
        column,
        output,
        engine.result(scenario(column), output),
      ]);
  expect([sheet.value("results.row1", 4), sheet.value("results.row1", 5), sheet.failed()]).toEqual(["", "", 0]);
});

test("what may be used is capacity less margin; the price is GPUs times the price list's", () => {
  for (let column = 0; column < 4; column++)
    expect(sheet.number("usable", column)).toBeCloseTo(sheet.number("results.row4", column) * 0.95, 9);
  const price = sheet.number("price");
  expect(sheet.values("perHour")).toEqual([8, 8, 32, 64, 0, 0].map((gpus) => (gpus === 0 ? 0 : gpus * price)));
  expect(sheet.number("fewestPerHour", 2)).toBe(sheet.number("results.row7", 2) * price);
});

describe("the verdict says what the numbers say", () => {
  const cheapest = () => (8 * sheet.number("price")).toFixed(2);

  test("some fit", () => {
    expect(sheet.at("C2")).toBe(
      `3 of 4 cases fit; the largest is 70B, the cheapest 7B and 1 more at ${cheapest()} USD per hour.`,
    );
    expect(sheet.text("howMany")).toBe("some");
  });

  test("all fit", () => {
    sheet.set("of.gpus", 2048, 3);
    expect(sheet.at("C2")).toBe(
      `4 of 4 cases fit; the largest is 405B, the cheapest 7B and 1 more at ${cheapest()} USD per hour.`,
    );
    expect(sheet.text("howMany")).toBe("all");
  });

  test("none fits", () => {
    fill("gpus", [1, 1, 1, 1]);
    expect(sheet.at("C2")).toBe("0 of 4 cases fit.");
    expect(sheet.text("howMany")).toBe("none");
  });

  test("borderline is said", () => {
    fill("model", ["qwen2.5-32b"]);
    expect(sheet.text("results.row6")).toBe("borderline");
    expect(sheet.at("C2")).toMatch(/^2 of 4 cases fit, 1 borderline; the largest is 70B, the cheapest 13B at /);
  });

  test("none that fits has a price", () => {
    fill("gpu", ["h20", "h20", "h20", "h20"]);
    expect(sheet.at("C2")).toMatch(/cases fit; the largest is [^,]+\.$/);
    expect(sheet.text("cheapestAt")).toBe("-");
  });

  test("a case that is an error: a sentence", () => {
    sheet.set("of.model", "lama-7b", 1);
    expect(sheet.at("C2")).toBe("No verdict: a case is an error.");
    expect(sheet.failed()).not.toBe(0);
  });
});

describe("other comparisons, by inputs alone", () => {
  test("full, LoRA, QLoRA of one model on one GPU", () => {
    openWith(["Full", "LoRA", "QLoRA"], {
      model: ["llama-3.1-8b", "llama-3.1-8b", "llama-3.1-8b"],
      gpu: ["h100-sxm", "h100-sxm", "h100-sxm"],
      loraRank: ["", 16, 16],
      baseWeights: ["", "", "nf4"],
    });
    const totals = [0, 1, 2].map((column) => sheet.number("results.row1", column));
    expect(totals).toEqual([0, 1, 2].map((column) => engine.result(scenario(column), "total")));
    expect([...totals].sort((a, b) => b - a)).toEqual(totals);
    expect(sheet.at("C2")).toBe(
      `2 of 3 cases fit, the cheapest LoRA and 1 more at ${sheet.number("price").toFixed(2)} USD per hour.`,
    );
    expect(sheet.failed()).toBe(0);
  });

  test("GPUs, all six columns", () => {
    const gpu = ["a100-sxm-80gb", "h100-sxm", "h200-sxm", "b200-sxm", "mi300x", "l40s"];
    openWith(["A100", "H100", "H200", "B200", "MI300X", "L40S"], {
      gpu,
      model: gpu.map(() => "qwen2.5-32b"),
      gpus: gpu.map(() => 8),
      stack: gpu.map(() => "fsdp2"),
      recompute: gpu.map(() => "full"),
    });
    for (let column = 0; column < CASES; column++)
      expect(sheet.value("results.row6", column)).toBe(engine.result(scenario(column), "fits"));
    expect(sheet.value("cases.count")).toBe(6);
    expect(sheet.failed()).toBe(0);
  });

  test("precisions, and serving in three formats", () => {
    const model = ["mistral-7b-v0.1", "mistral-7b-v0.1", "mistral-7b-v0.1"];
    const gpu = ["h100-sxm", "h100-sxm", "h100-sxm"];
    openWith(["BF16", "FP8", "FP32"], { model, gpu, precision: ["bf16", "fp8", "fp32"] });
    for (let column = 0; column < 3; column++)
      expect(sheet.value("results.row1", column)).toBe(engine.result(scenario(column), "total"));
    for (const i of [0, 1, 2]) {
      sheet.set("of.task", "serve", i);
      sheet.set("of.weights", ["bf16", "fp8", "awq"][i] as string, i);
    }
    const totals = [0, 1, 2].map((column) => sheet.number("results.row1", column));
    expect([...totals].sort((a, b) => b - a)).toEqual(totals);
    expect(sheet.failed()).toBe(0);
  });
});

test("which GPU holds which model: the engine's word and its fewest GPUs, for any pair", () => {
  const base = scenario(0);
  const [models, gpus] = [sheet.values("looked.model"), sheet.values("lookedGpus")];
  const pairs = [
    [0, 0],
    [2, 2],
    [3, 4],
    [4, 5],
  ] as const;
  for (const [m, g] of pairs) {
    const changed = base.map((value, i) =>
      base[i - 1] === "model" ? models[m] : base[i - 1] === "gpu" ? gpus[g] : value,
    );
    const at = m * gpus.length + g;
    expect([m, g, sheet.value("holds", at)]).toEqual([m, g, engine.result(changed as CellValue[], "fits")]);
    expect([m, g, sheet.value("fewest", at)]).toEqual([m, g, engine.result(changed as CellValue[], "min gpus")]);
  }
});

describe("checks fail when they should", () => {
  test.each([
    ["a result that went missing", "results.row1", "", "missing"],
    ["a word that is none of the three", "results.row6", "perhaps", "wordsCounted"],
    ["a range out of order", "results.row2", 500, "lowOrdered"],
    ["a high end below the total", "results.row3", 1, "highOrdered"],
    ["a GPU table that says something else", "results.row6", "no", "tableAgrees"],
  ] as const)("%s", (_, used, content, check) => {
    expect([sheet.value(check), sheet.failed()]).toEqual([0, 0]);
    sheet.set(used, content);
    expect(sheet.number(check)).toBe(1);
  });

  test("a case said to fit that is over", () => {
    sheet.set("results.row6", "fits", 3);
    expect(sheet.value("wordsKept")).toBe(1);
  });
});

test("mode 2 without the functions: all that follows from the saved results stays", () => {
  const ids = ["fitCount", "largest", "cheapest", "howMany", "holds", "fewest", "usable", "perHour"];
  const before = ids.map((id) => sheet.values(id));
  const verdict = sheet.at("C2");
  sheet.saveAndForget();
  expect(ids.map((id) => sheet.values(id))).toEqual(before);
  expect([sheet.at("C2"), sheet.failed()]).toEqual([verdict, 0]);
});
